import type { Names, Venue } from '../venue.ts';
import { longestName, shortened } from '../words/names.ts';
import type { FindingsOfOneSource } from './findings.ts';

/** What the product speaks. */
const languages = [
  ['zh', 'Chinese'],
  ['en', 'English'],
] as const;

interface Named {
  readonly id: string;
  readonly name: Names;
}

/** Names that are missing, in one language only, twice on one floor, too long, or with markup in them. */
export function checkNames(venue: Venue, findings: FindingsOfOneSource): void {
  const { units, occupants, amenities, kiosks, levels, openings, network } = venue;
  const named: readonly Named[] = [
    ...levels,
    ...units,
    ...openings,
    ...occupants,
    ...amenities,
    ...kiosks,
    ...network.nodes,
  ].filter(({ name }) => Object.keys(name).length > 0);
  for (const [tag, language] of languages) {
    const without = named.filter(({ name }) => !name[tag]).map(({ id }) => id);
    if (without.length > 0) findings.add('missing-language', without, `The name has no ${language} (${tag}).`);
  }
  const nameless = occupants.filter(({ name }) => Object.keys(name).length === 0).map(({ id }) => id);
  if (nameless.length > 0)
    findings.add('unnamed-place', nameless, 'The occupant has no name; nobody can be sent to it.');
  const markup = named.filter(({ name }) => Object.values(name).some(hasMarkup)).map(({ id }) => id);
  if (markup.length > 0) findings.add('markup', markup, 'The name has markup in it, which is shown as it stands.');
  const long = named.filter(({ name }) => Object.values(name).some((text) => text.length > longestName));
  if (long.length > 0)
    findings.add(
      'long-name',
      long.map(({ id }) => id),
      `The name has more than ${longestName} letters; it is cut with … wherever it is told.`,
    );
  reportDuplicates(venue, findings);
}

const hasMarkup = (text: string): boolean => /<[a-z/!][^>]*>|&#?\w+;/i.test(text);

function reportDuplicates(venue: Venue, findings: FindingsOfOneSource): void {
  const levelOfAnchor = new Map(venue.anchors.map(({ id, levelId }) => [id, levelId]));
  const occupants = venue.occupants.map((occupant) => ({
    ...occupant,
    levelId: levelOfAnchor.get(occupant.anchorId) ?? '',
  }));
  // A unit and its occupant may share a name: they are one place.
  for (const kind of [venue.units, occupants, venue.amenities, venue.network.nodes]) {
    for (const { levelId, word, ids } of repeated(kind)) {
      const sign = signOf(venue, levelId);
      findings.add('duplicate-name', ids, `"${shortened(word)}" stands ${ids.length} times on floor ${sign}.`);
    }
  }
}

function repeated(features: readonly (Named & { readonly levelId: string })[]) {
  const named = features.flatMap(({ id, levelId, name }) => {
    const word = Object.values(name)[0];
    return word === undefined ? [] : [{ id, levelId, word }];
  });
  return [...Map.groupBy(named, ({ levelId, word }) => `${levelId}\n${word}`).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined || same.length < 2 ? [] : [{ ...first, ids: same.map(({ id }) => id) }];
  });
}

function signOf({ levels }: Venue, levelId: string): string {
  const level = levels.find(({ id }) => id === levelId);
  return Object.values(level?.shortName ?? {})[0] ?? String(level?.ordinal ?? '?');
}
