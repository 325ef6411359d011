import type { Archive } from '../archive/archive.ts';
import { planeAbout } from '../geometry/plane.ts';
import type { FindingKind } from '../report/findings.ts';
import type { Venue } from '../venue.ts';
import { readImdf, type ReadImdf } from './read-imdf.ts';
import type { FeatureType } from './standard.ts';

/* A small clinic for tests: two floors of a hall with rooms, a lift and stairs. Metres east and north of its corner. */

export interface SampleFeature {
  readonly id: unknown;
  readonly type: 'Feature';
  readonly feature_type: string;
  readonly geometry: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
}

const plane = planeAbout({ lon: 116.4, lat: 39.9 });

export function earth(x: number, y: number): [number, number] {
  const { lon, lat } = plane.toEarth([x, y]);
  return [lon, lat];
}

export function box(x: number, y: number, width: number, depth: number): object {
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
    [x, y],
  ] as const;
  return { type: 'Polygon', coordinates: [corners.map(([east, north]) => earth(east, north))] };
}

export function line(...points: readonly (readonly [number, number])[]): object {
  return { type: 'LineString', coordinates: points.map(([x, y]) => earth(x, y)) };
}

export function point(x: number, y: number): object {
  return { type: 'Point', coordinates: earth(x, y) };
}

export function feature(type: FeatureType, id: unknown, geometry: unknown, properties: object = {}): SampleFeature {
  return { id, type: 'Feature', feature_type: type, geometry, properties: { ...properties } };
}

const named = (zh: string, en: string) => ({ name: { zh, en }, alt_name: null });

function floor(ordinal: number): readonly SampleFeature[] {
  const [n, level_id] = [ordinal + 1, `level-${ordinal + 1}`];
  const unit = (id: string, geometry: object, properties: object): SampleFeature =>
    feature('unit', `${id}-${n}`, geometry, { level_id, restriction: null, accessibility: null, ...properties });
  const door = (id: string, from: [number, number], to: [number, number]): SampleFeature =>
    feature('opening', `${id}-${n}`, line(from, to), {
      level_id,
      category: 'pedestrian',
      accessibility: ['wheelchair'],
      door: null,
    });
  return [
    feature('level', level_id, box(0, 0, 30, 20), {
      ordinal,
      category: 'unspecified',
      outdoor: false,
      ...named(`${n}层`, `Floor ${n}`),
      short_name: { zh: `${n}F`, en: `${n}F` },
      hospital: { storeyHeight: 4.2 },
    }),
    unit('hall', box(0, 0, 30, 10), { category: 'walkway', ...named('大厅', 'Hall') }),
    unit('room', box(0, 10, 10, 10), { category: 'room', ...named(`诊室${n}`, `Room ${n}`) }),
    unit('lift', box(10, 10, 3, 3), {
      category: 'elevator',
      accessibility: ['wheelchair'],
      ...named('1号电梯', 'Lift 1'),
    }),
    unit('stairs', box(20, 10, 5, 5), { category: 'stairs', ...named('楼梯A', 'Stairs A') }),
    door('room-door', [4, 10], [5.2, 10]),
    door('lift-door', [11, 10], [12.1, 10]),
    door('stairs-door', [21, 10], [22.2, 10]),
  ];
}

/** Everything of it, by id. */
export function clinic(): readonly SampleFeature[] {
  return [
    feature('address', 'address', null, { address: '1', locality: 'X', country: 'CN' }),
    feature('venue', 'venue', box(0, 0, 30, 20), {
      category: 'healthcarefacility',
      ...named('示例诊所', 'Sample Clinic'),
    }),
    ...floor(0),
    ...floor(1),
    feature('anchor', 'anchor-1', point(5, 15), { unit_id: 'room-2' }),
    feature('occupant', 'occupant-1', null, {
      anchor_id: 'anchor-1',
      category: 'cardiology',
      ...named('心内科', 'Cardiology'),
    }),
    feature('amenity', 'desk', point(2, 2), {
      category: 'reception.desk',
      unit_ids: ['hall-1'],
      ...named('导诊台', 'Reception'),
    }),
    feature('kiosk', 'terminal-1', box(15, 8, 1, 1), {
      level_id: 'level-1',
      ...named('自助机1', 'Terminal 1'),
      hospital: { heading: 0, device: { kind: 'terminal', id: 'T-01' } },
    }),
  ];
}

export const manifest = {
  version: '1.0.0',
  created: '2026-11-01T08:00:00Z',
  generated_by: null,
  language: 'zh',
  extensions: ['imdf:extension:lobby:hospital#1.0.0'],
};

/** With the features changed: by id a change of its properties, a whole feature anew, or null: without it. */
export function clinicWith(changes: Readonly<Record<string, Partial<SampleFeature> | null>>): readonly SampleFeature[] {
  const kept = clinic().flatMap((old): SampleFeature[] => {
    const change = changes[nameOf(old.id)];
    if (change === null) return [];
    return [{ ...old, ...change, properties: { ...old.properties, ...change?.properties } }];
  });
  const known = new Set(kept.map(({ id }) => nameOf(id)));
  const added = Object.entries(changes).filter(([id, change]) => change !== null && !known.has(id));
  return [...kept, ...added.map(([id, change]) => ({ ...feature('unit', id, null), ...change }))];
}

/** Files by name, one for each type, as an archive has them. */
export function filesOf(
  features: readonly SampleFeature[],
  head: unknown = manifest,
): Readonly<Record<string, Uint8Array>> {
  const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  const types = Map.groupBy(features, (one) => one.feature_type);
  const files = [...types].map(([type, all]) => [
    `${type}.geojson`,
    json({ type: 'FeatureCollection', features: all }),
  ]);
  return Object.fromEntries([...(head === undefined ? [] : [['manifest.json', json(head)]]), ...files]) as Record<
    string,
    Uint8Array
  >;
}

export function archiveOf(files: Readonly<Record<string, Uint8Array>>): Archive {
  return { name: 'clinic', files: Object.entries(files).map(([name, bytes]) => ({ name, bytes })), ignored: [] };
}

/* What the tests ask of a reading. */

export function readClinic(features: readonly SampleFeature[], head: unknown = manifest): ReadImdf {
  return readImdf(archiveOf(filesOf(features, head)));
}

export function venueOf(reply: ReadImdf): Venue {
  if (!reply.ok) throw new Error(reply.message);
  return reply.venue;
}

export function idsOf(reply: ReadImdf, kind: FindingKind): readonly string[] {
  return reply.findings.filter((finding) => finding.kind === kind).flatMap(({ ids }) => ids);
}

export function sentencesOf(reply: ReadImdf, kind: FindingKind): readonly string[] {
  return reply.findings.filter((finding) => finding.kind === kind).map(({ sentence }) => sentence);
}

/** For `clinicWith`: other properties. */
export function change(properties: object): Partial<SampleFeature> {
  return { properties: { ...properties } };
}

/** Of an id that may be anything at all. */
function nameOf(id: unknown): string {
  return typeof id === 'string' ? id : JSON.stringify(id);
}
