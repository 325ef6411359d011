import type { Place } from '../places.ts';
import type { Level } from '../venue.ts';
import { folded } from './folded.ts';
import { type Key, makeKey } from './key.ts';
import { type OwnRow, synonymRowsOf } from './synonyms.ts';

/** A name under which a place is found besides its own: a doctor who sees patients there, what a department is called. */
export interface ExtraName {
  readonly placeId: string;
  readonly name: string;
  readonly lang: 'zh' | 'en';
}

export interface Entry {
  readonly place: Place;
  readonly keys: readonly Key[];
  /** Rows of synonyms that it belongs to. */
  readonly rows: readonly OwnRow[];
  /** How much more it is looked for than others, in points of a score. */
  readonly sought: number;
  /** Folded signs of its floor: 3, b1. */
  readonly floors: ReadonlySet<string>;
}

/** Everything that can be searched for in a venue, made once. */
export interface SearchIndex {
  /** Shortest names first: that is the order among equals. */
  readonly entries: readonly Entry[];
  /** Folded signs of all floors. */
  readonly signs: ReadonlySet<string>;
}

/** Makes the index of places; `levels` lets people add a floor to what they search. About 50 ms for 5,000 names. */
export function makeSearchIndex(
  places: readonly Place[],
  extraNames: readonly ExtraName[] = [],
  levels: readonly Level[] = [],
): SearchIndex {
  const byId = new Map(levels.map((level) => [level.id, level]));
  const extras = new Map<string, ExtraName[]>();
  for (const extra of extraNames) extras.set(extra.placeId, [...(extras.get(extra.placeId) ?? []), extra]);
  const entries = places.toSorted(compareNames).map((place): Entry => {
    const keys = keysOf(place, extras.get(place.id) ?? []);
    const floors = new Set(Object.values(byId.get(place.levelId)?.shortName ?? {}).map(folded));
    const rows = place.category === 'landmark' ? [] : synonymRowsOf(place.category, keys);
    return { place, keys, rows, floors, sought: soughtAfter(place) };
  });
  return { entries, signs: new Set(entries.flatMap(({ floors }) => [...floors])) };
}

function keysOf({ name, aliases, site }: Place, extras: readonly ExtraName[]): readonly Key[] {
  return [
    ...keysOfNames(name, 'name', site.pinyin),
    ...(site.doorNumber === null ? [] : [makeKey(site.doorNumber, 'door', null)]),
    ...aliases.flatMap((alias) => keysOfNames(alias, 'alias', null)),
    ...extras.map(({ name, lang }) => makeKey(name, 'extra', lang)),
  ].filter(({ text }) => text !== '');
}

function keysOfNames(names: Place['name'], source: Key['source'], pinyin: string | null): readonly Key[] {
  return Object.entries(names).map(([tag, name]) => {
    const language = tag.startsWith('zh') ? 'zh' : tag.startsWith('en') ? 'en' : null;
    return makeKey(name, source, language, language === 'zh' ? pinyin : null);
  });
}

/** People look for departments, then for where they wait; a picture on the wall is to walk by. */
function soughtAfter({ kind, category }: Place): number {
  if (kind === 'occupant') return 6;
  if (category === 'waitingroom') return 2;
  return category === 'landmark' ? -12 : category === 'seating' ? -3 : 0;
}

function compareNames(a: Place, b: Place): number {
  const [one, other] = [Object.values(a.name).join(), Object.values(b.name).join()];
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1);
}
