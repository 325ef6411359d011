import { isOpenToAll } from '@lobby/maps/places.ts';
import type { Names } from '@lobby/maps/venue.ts';
import type { FindInVenue, FoundInVenue, Words } from '../contract/index.ts';
import { inBoth } from '@lobby/maps/words/names.ts';
import type { Serving } from './serving.ts';

const mostFound = 20;

interface Candidate {
  readonly id: string;
  readonly names: readonly Names[];
  readonly detail: string | null;
  readonly levelId: string;
}

/** Units that one walks through or in which nobody can be: no department moves there. */
const noRoom =
  /^(walkway|stairs|steps|elevator|escalator|movingwalkway|ramp|opentobelow|footbridge|unenclosedarea|restroom)/;

/** What of the map an operator means by a name, a room number or a part of it. */
export function findIn(serving: Serving, { query, what }: FindInVenue): FoundInVenue['found'] {
  const wanted = query.trim().toLowerCase();
  const matches = candidatesOf(serving, what)
    .map((candidate) => ({ candidate, rank: rankOf(candidate, wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((one, other) => one.rank - other.rank);
  return matches.slice(0, mostFound).flatMap(({ candidate: { id, names, detail, levelId } }) => {
    const level = serving.levels.get(levelId);
    if (level === undefined) return [];
    const name: Words = inBoth(names[0] ?? {}) ?? { zh: detail ?? '无名房间', en: detail ?? 'Unnamed room' };
    return [{ id, name, detail: detail === null ? null : { zh: detail, en: detail }, level }];
  });
}

function candidatesOf({ venue, places }: Serving, what: FindInVenue['what']): readonly Candidate[] {
  const units = venue.units
    .filter((unit) => what === 'closable' || (isOpenToAll(unit) && !noRoom.test(unit.category)))
    .map(({ id, name, aliases, site, levelId }) => ({
      id,
      names: [name, ...aliases],
      detail: site.doorNumber,
      levelId,
    }));
  if (what === 'unit') return units;
  const occupants = [...places.values()].filter(({ kind }) => kind === 'occupant');
  const found = occupants.map(({ id, unitId, name, aliases, site, levelId }) => ({
    // A department is closed by its room.
    id: what === 'closable' ? (unitId ?? id) : id,
    names: [name, ...aliases],
    detail: site.doorNumber,
    levelId,
  }));
  return what === 'occupant' ? found : [...found, ...units];
}

function rankOf({ names, detail }: Candidate, wanted: string): number {
  const words = [...names.flatMap((name) => Object.values(name)), detail ?? ''].map((word) => word.toLowerCase());
  if (words.some((word) => word === wanted)) return 0;
  if (words.some((word) => word.startsWith(wanted))) return 1;
  return words.some((word) => word.includes(wanted)) ? 2 : Infinity;
}
