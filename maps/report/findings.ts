import { shortened } from '../words/names.ts';

/** What an importer or the check of a venue may find, and what a person reads above the list of it. */
export const findingKinds = {
  // of files
  'missing-file': 'Files that are missing',
  'unreadable-file': 'Files that could not be read',
  'ignored-file': 'Files that belong to no map',
  version: 'Versions that were not expected',
  'unknown-extension': 'Extensions that are not known and were not used',
  // of features: what was left out, and what was read in another way than it stands
  'bad-feature': 'Features that could not be read and were left out',
  'bad-property': 'Properties that could not be read and were left out',
  'duplicate-id': 'Ids that stand twice; the first one counts',
  'dangling-reference': 'References to what does not exist',
  cycle: 'References that run in a circle',
  'unknown-type': 'Types of features that are not known and were left out',
  'misspelt-type': 'Types that were read as the word that was meant',
  'unknown-category': 'Categories that are not known',
  'bad-geometry': 'Shapes that could not be used and were left out',
  'mended-geometry': 'Shapes that were mended',
  'swapped-coordinates': 'Coordinates that were read as longitude and latitude exchanged',
  'far-away': 'Features that lie far from the rest and were left out',
  'level-without-ordinal': 'Levels without an ordinal; one was guessed',
  'repeated-ordinal': 'Levels of one building that share an ordinal',
  'assumed-level': 'Features that do not say their floor; the ground floor was taken',
  'stray-opening': 'Doors that stand in the wall of no room',
  // of connectors
  'missing-connector': 'Lifts, stairs and escalators that join no other floor',
  'one-way-connector': 'Connectors that run one way',
  'unknown-direction': 'Escalators whose direction nobody says',
  'unjoined-level': 'Levels that no lift, stair, escalator or ramp joins to another',
  // of names and defaults
  'missing-language': 'Names that a language is missing from',
  'unnamed-place': 'Occupants without a name',
  'duplicate-name': 'Names that stand twice on one floor',
  markup: 'Names with markup; it is shown as it stands',
  'long-name': 'Names that are too long and are cut wherever they are told',
  'default-left': 'Defaults of the authoring tool that were left in place',
  'missing-accessibility': 'Lifts, restrooms and doors that do not say whether a wheelchair can use them',
  'kiosk-without-heading': 'Terminals and screens without a heading',
  // of the walkable graph
  'unit-without-opening': 'Units that no opening leads into',
  'unreachable-unit': 'Units that cannot be reached on foot',
  // of corrections
  'unknown-correction': 'Corrections of what does not exist',
  'bad-correction': 'Corrections that could not be made',
} as const satisfies Readonly<Record<string, string>>;

export type FindingKind = keyof typeof findingKinds;

/** One thing that is wrong or doubtful in a source. */
export interface Finding {
  readonly kind: FindingKind;
  /** Ids of the features that it is about; empty: the source as a whole. */
  readonly ids: readonly string[];
  /** What is wrong and what was done about it: one plain English sentence, understood without the ids. */
  readonly sentence: string;
}

/** What the importers answer with when a source can be used. `Finding`s are in the order in which they were made. */
export type Findings = readonly Finding[];

/** A source may have put anything into what a sentence quotes. Letters. */
const longestSentence = 400;

/** Collects findings while a source is read. */
export class FindingsOfOneSource {
  readonly #all: Finding[] = [];

  add(kind: FindingKind, ids: string | readonly string[], sentence: string): void {
    this.#all.push({
      kind,
      ids: typeof ids === 'string' ? [ids] : ids,
      sentence: shortened(sentence, longestSentence),
    });
  }

  get all(): Findings {
    return this.#all;
  }
}
