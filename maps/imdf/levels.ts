import type { Level, Restriction } from '../venue.ts';
import type { Read, Reading } from './reading.ts';

/** Metres, where a level does not say it. */
export const usualStoreyHeight = 4;

export interface ReadLevels {
  /** By rising ordinal. */
  readonly levels: readonly Level[];
  readonly restrictionOf: ReadonlyMap<string, Restriction>;
  readonly ofBuilding: ReadonlyMap<string, readonly string[]>;
}

export function readLevels(reading: Reading): ReadLevels {
  const read = reading.all('level');
  const ordinals = ordinalsOf(read, reading);
  const restrictionOf = new Map<string, Restriction>();
  for (const { id, properties } of read) {
    const restriction = reading.restriction(id, properties.restriction);
    if (restriction !== null) restrictionOf.set(id, restriction);
  }
  reportRepeats(read, ordinals, reading);
  const levels = read
    .map((level) => levelOf(level, ordinals.get(level.id) ?? 0, reading))
    .toSorted((a, b) => a.ordinal - b.ordinal);
  return { levels, restrictionOf, ofBuilding: levelsOfBuildings(read) };
}

function levelOf({ id, properties }: Read<'level'>, ordinal: number, reading: Reading): Level {
  const name = reading.names(properties.name);
  const short = reading.names(properties.short_name);
  return {
    id,
    ordinal,
    name,
    shortName: Object.keys(short).length > 0 ? short : name,
    outdoor: properties.outdoor ?? false,
    storeyHeight: properties.hospital?.storeyHeight ?? usualStoreyHeight,
    outline: reading.polygons(id),
  };
}

/** What a level does not say is read from its sign; else it goes above all others. */
function ordinalsOf(levels: readonly Read<'level'>[], reading: Reading): Map<string, number> {
  const ordinals = new Map<string, number>();
  for (const { id, properties } of levels) {
    const said = typeof properties.ordinal === 'string' ? Number.parseInt(properties.ordinal, 10) : properties.ordinal;
    if (Number.isSafeInteger(said) && Math.abs(said as number) < 1000) ordinals.set(id, said as number);
  }
  for (const level of levels.filter(({ id }) => !ordinals.has(id))) {
    const ordinal = signedOrdinal(level, reading) ?? Math.max(-1, ...ordinals.values()) + 1;
    ordinals.set(level.id, ordinal);
    reading.findings.add(
      'level-without-ordinal',
      level.id,
      `The level has no whole number as its ordinal; ${ordinal} was taken.`,
    );
  }
  return ordinals;
}

function signedOrdinal({ properties }: Read<'level'>, reading: Reading): number | undefined {
  const signs = [properties.short_name, properties.name].flatMap((labels) => Object.values(reading.names(labels)));
  return signs.map(ordinalOnSign).find((ordinal) => ordinal !== undefined);
}

/** B1, -1, 地下1层: one below ground. G, 1, 1F, F1, L1, 1楼: the ground floor, as it is counted in China. */
function ordinalOnSign(sign: string): number | undefined {
  const plain = sign.trim().toUpperCase();
  const below = /^(?:B|-|地下|负)\s*(\d{1,2})(?:F|层|楼)?$/.exec(plain)?.[1];
  if (below !== undefined) return -Number(below);
  if (/^(?:G|GF|EG|地面层?)$/.test(plain)) return 0;
  const above = /^(?:F|L|LEVEL |FLOOR )?0*([1-9]\d?)(?:F|层|楼)?$/.exec(plain)?.[1];
  return above === undefined ? undefined : Number(above) - 1;
}

/** Levels of different buildings may share an ordinal; levels of one may not. */
function reportRepeats(
  levels: readonly Read<'level'>[],
  ordinals: ReadonlyMap<string, number>,
  reading: Reading,
): void {
  const ids = new Map<string, string[]>();
  for (const { id, properties } of levels) {
    for (const building of properties.building_ids ?? ['']) {
      const key = `${ordinals.get(id)} ${building}`;
      ids.set(key, [...(ids.get(key) ?? []), id]);
    }
  }
  for (const [key, same] of ids) {
    if (same.length > 1)
      reading.findings.add(
        'repeated-ordinal',
        same,
        `Ordinal ${key.split(' ')[0]} stands on ${same.length} levels of one building.`,
      );
  }
}

function levelsOfBuildings(levels: readonly Read<'level'>[]): ReadonlyMap<string, readonly string[]> {
  const ofBuilding = new Map<string, string[]>();
  for (const { id, properties } of levels) {
    for (const building of properties.building_ids ?? [])
      ofBuilding.set(building, [...(ofBuilding.get(building) ?? []), id]);
  }
  return ofBuilding;
}
