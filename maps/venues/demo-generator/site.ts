import { onEarth, ringOnEarth } from './earth.ts';
import type { Feature } from './feature.ts';
import { uuidOf } from './ids.ts';
import { box, corners, type Place } from './plane.ts';

/* What is there once: the address, the venue, its two houses and the ground they stand on. */

const created = '2026-01-01T00:00:00Z';
export const addressId = uuidOf('address');
export const venueId = uuidOf('venue');
const outpatient = uuidOf('building', 'outpatient');
const inpatient = uuidOf('building', 'inpatient');

export const manifest = {
  version: '1.0.0',
  created,
  generated_by: 'maps/venues/demo-generator/generate.ts',
  language: 'zh',
  extensions: ['imdf:extension:lobby:hospital#1.0.0'],
};

/** Houses that a floor belongs to: the tower has no basement and no floor 5. */
export function buildingsOf(ordinal: number): readonly string[] {
  return ordinal >= 0 && ordinal <= 3 ? [outpatient, inpatient] : [outpatient];
}

export function addresses(): readonly Feature[] {
  const nowhere = { unit: null, postal_code: null, postal_code_ext: null, postal_code_vanity: null };
  const properties = { address: '健康路 1 号', ...nowhere, locality: '绍城', province: null, country: 'CN' };
  return [{ id: addressId, type: 'Feature', feature_type: 'address', geometry: null, properties }];
}

export function venues(): readonly Feature[] {
  const properties = {
    category: 'healthcarefacility',
    restriction: null,
    name: { zh: '绍城医院', en: 'Shaocheng Hospital' },
    alt_name: null,
    hours: '24/7',
    phone: '+865750000000',
    website: null,
    display_point: { type: 'Point', coordinates: onEarth([50, 20]) },
    address_id: addressId,
  };
  const geometry = { type: 'Polygon', coordinates: [ringOnEarth(corners(box(-76, -22, 106, 82)))] };
  return [{ id: venueId, type: 'Feature', feature_type: 'venue', geometry, properties }];
}

export function buildings(): readonly Feature[] {
  const building = (id: string, zh: string, en: string, at: Place): Feature => {
    const display_point = { type: 'Point', coordinates: onEarth(at) };
    const name = { zh, en };
    const properties = {
      category: 'unspecified',
      restriction: null,
      name,
      alt_name: null,
      display_point,
      address_id: addressId,
    };
    return { id, type: 'Feature', feature_type: 'building', geometry: null, properties };
  };
  return [
    building(outpatient, '门诊楼', 'Outpatient building', [50, 24]),
    building(inpatient, '住院楼', 'Inpatient building', [-45, 24]),
  ];
}

export function footprints(): readonly Feature[] {
  return [
    footprint('ground', 'outpatient', [outpatient], outpatientGround),
    footprint('ground', 'inpatient', [inpatient], corners(box(-70, 16, -20, 32))),
    footprint('subterranean', 'basement', [outpatient], basementGround),
    footprint('aerial', 'bridge', [outpatient, inpatient], corners(box(-20, 22.6, 0, 25.4))),
  ];
}

function footprint(category: string, key: string, building_ids: readonly string[], ring: readonly Place[]): Feature {
  const geometry = { type: 'Polygon', coordinates: [ringOnEarth(ring)] };
  const properties = { category, name: null, building_ids };
  return { id: uuidOf('footprint', key), type: 'Feature', feature_type: 'footprint', geometry, properties };
}

const core: readonly Place[] = [
  [67, 45],
  [67, 51],
  [33, 51],
  [33, 45],
  [0, 45],
];
const basementGround: readonly Place[] = [[0, 3], [100, 3], [100, 45], ...core];
const outpatientGround: readonly Place[] = [
  [0, 3],
  [33, 3],
  [38, 0],
  [62, 0],
  [67, 3],
  [100, 3],
  [100, 40],
  [98, 40],
  [98, 76.8],
  [64, 76.8],
  [64, 60],
  [81, 60],
  ...core.toSpliced(0, 0, [81, 45]),
];
