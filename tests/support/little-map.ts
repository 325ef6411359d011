import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';

/*
 * A house of two floors for tests, as an IMDF archive: a corridor on each, three rooms with a door, a lift and stairs.
 * Terminal K01 stands on the ground floor at the south wall, and the cardiology of the demo site is upstairs.
 */

const metre = 1 / 111_320;
const [east, north] = [120.58, 30];

/** Where a point of the house is on Earth. Metres from its south-west corner. */
function at([x, y]: readonly [number, number]): [number, number] {
  return [east + (x * metre) / Math.cos((north * Math.PI) / 180), north + y * metre];
}

/** The same id for the same name, as a UUID. */
export function mapId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

interface Feature {
  readonly id: string;
  readonly type: 'Feature';
  readonly feature_type: string;
  readonly geometry: object | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

type Box = readonly [left: number, bottom: number, right: number, top: number];

const box = ([left, bottom, right, top]: Box): object => ({
  type: 'Polygon',
  coordinates: [[at([left, bottom]), at([right, bottom]), at([right, top]), at([left, top]), at([left, bottom])]],
});

const named = (zh: string, en: string): Record<string, string> => ({ zh, en });

function feature(
  type: string,
  name: string,
  { geometry, ...properties }: { readonly geometry?: object } & Readonly<Record<string, unknown>>,
): Feature {
  return { id: mapId(name), type: 'Feature', feature_type: type, geometry: geometry ?? null, properties };
}

const floors = ['1', '2'] as const;
type Floor = (typeof floors)[number];

function floor(sign: Floor): Feature[] {
  const level = feature('level', `level ${sign}`, {
    geometry: box([0, 0, 30, 10]),
    category: 'unspecified',
    outdoor: false,
    ordinal: Number(sign) - 1,
    name: named(`${sign} 楼`, `Floor ${sign}`),
    short_name: named(sign, sign),
    restriction: null,
    display_point: null,
    address_id: null,
    building_ids: [mapId('building')],
  });
  const unit = (name: string, shape: Box, more: Readonly<Record<string, unknown>>): Feature =>
    feature('unit', `${name} ${sign}`, {
      geometry: box(shape),
      level_id: level.id,
      restriction: null,
      accessibility: null,
      name: null,
      alt_name: null,
      display_point: null,
      ...more,
    });
  const door = (name: string, x: number): Feature =>
    feature('opening', `${name} ${sign}`, {
      geometry: { type: 'LineString', coordinates: [at([x - 0.6, 4]), at([x + 0.6, 4])] },
      category: 'pedestrian',
      level_id: level.id,
      accessibility: ['wheelchair'],
      access_control: null,
      door: null,
      name: null,
      alt_name: null,
      display_point: null,
    });
  const ofFloor = { '1': ['服务中心', 'Service centre'], '2': ['心内科候诊区', 'Cardiology waiting area'] } as const;
  const [zh, en] = ofFloor[sign];
  return [
    level,
    unit('corridor', [0, 0, 30, 4], { category: 'walkway' }),
    unit('hall', [0, 4, 6, 10], {
      category: 'waitingroom',
      name: named(zh, en),
      hospital: { ...(sign === '2' && { area: 'cardiology-3f' }) },
    }),
    unit('spare', [6, 4, 12, 10], { category: 'room', name: named(`备用房 ${sign}`, `Spare room ${sign}`) }),
    unit('staff', [12, 4, 18, 10], {
      category: 'nonpublic',
      restriction: 'employeesonly',
      name: named('库房', 'Store'),
    }),
    unit('lift', [20, 4, 23, 7], {
      category: 'elevator',
      accessibility: ['wheelchair'],
      name: named('1 号电梯', 'Lift 1'),
    }),
    unit('stairs', [24, 4, 28, 8], { category: 'stairs', name: named('东楼梯', 'East stairs') }),
    ...[
      door('hall door', 3),
      door('spare door', 9),
      door('staff door', 15),
      door('lift door', 21.5),
      door('stairs door', 26),
    ],
  ];
}

export interface LittleMap {
  /** Heading of the terminal; null: nobody says it. */
  readonly heading?: number | null;
  /** Terminal that stands there. */
  readonly terminal?: string;
  /** Another name of the house: another archive. */
  readonly name?: string;
  /** Names of features that it lacks. */
  readonly without?: readonly string[];
}

/** The archive as it is uploaded. */
export function littleMap({
  heading = 180,
  terminal = 'K01',
  name = '小院',
  without = [],
}: LittleMap = {}): Uint8Array {
  const address = feature('address', 'address', { address: '1', locality: '绍城', country: 'CN', unit: null });
  const features = [
    address,
    feature('venue', 'venue', {
      geometry: box([0, 0, 30, 10]),
      category: 'healthcarefacility',
      name: named(name, `House ${name}`),
      display_point: { type: 'Point', coordinates: at([15, 5]) },
      address_id: address.id,
      restriction: null,
      alt_name: null,
      hours: null,
      phone: null,
      website: null,
    }),
    feature('building', 'building', {
      category: 'unspecified',
      name: null,
      alt_name: null,
      restriction: null,
      display_point: null,
      address_id: null,
    }),
    ...floors.flatMap(floor),
    feature('anchor', 'cardiology anchor', {
      geometry: { type: 'Point', coordinates: at([3, 7]) },
      unit_id: mapId('hall 2'),
      address_id: null,
    }),
    feature('occupant', 'cardiology', {
      category: 'cardiology',
      name: named('心血管内科', 'Cardiology'),
      anchor_id: mapId('cardiology anchor'),
      hours: null,
      phone: null,
      website: null,
      validity: null,
      correlation_id: null,
      hospital: { departments: ['CARD'] },
    }),
    feature('kiosk', 'terminal', {
      geometry: box([2.7, 0, 3.3, 0.5]),
      level_id: mapId('level 1'),
      name: named('自助机', 'Terminal'),
      alt_name: null,
      anchor_id: null,
      display_point: null,
      hospital: { device: { kind: 'terminal', id: terminal }, ...(heading !== null && { heading }) },
    }),
  ];
  const missing = without.map(mapId);
  return archiveOf(features.filter(({ id }) => !missing.includes(id)));
}

function archiveOf(features: readonly Feature[]): Uint8Array {
  const manifest = {
    version: '1.0.0',
    created: '2026-11-01T00:00:00Z',
    language: 'zh',
    extensions: ['imdf:extension:lobby:hospital#1.0.0'],
  };
  const files = [...Map.groupBy(features, ({ feature_type }) => feature_type)].map(([type, ofType]) => [
    `${type}.geojson`,
    strToU8(JSON.stringify({ type: 'FeatureCollection', features: ofType })),
  ]);
  return zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)), ...Object.fromEntries(files) });
}
