import { holeOnEarth, onEarth, ringOnEarth } from './earth.ts';
import type { Feature, FeatureType } from './feature.ts';
import type { Floor } from './floor.ts';
import { uuidOf } from './ids.ts';
import { outlineOf, unitsOf } from './outline.ts';
import type { Hospital, OccupantPiece, OpeningPiece, Piece, UnitPiece } from './pieces.ts';
import { boxOf, middle, type Place } from './plane.ts';
import { addressId, buildingsOf } from './site.ts';
import { unitAt } from './unit-at.ts';

/** A floor's level and everything on it, as features. */
export function featuresOfFloor(floor: Floor): readonly Feature[] {
  return [levelFeature(floor), ...floor.pieces.flatMap((piece) => featuresOf(floor, piece))];
}

/** Id of a unit by its floor and key. */
export const unitId = (ordinal: number, key: string): string => uuidOf(ordinal, 'unit', key);
const levelId = (ordinal: number): string => uuidOf('level', ordinal);

function featuresOf(floor: Floor, piece: Piece): readonly Feature[] {
  const make = maker(floor.ordinal, piece.key);
  const level_id = levelId(floor.ordinal);
  switch (piece.piece) {
    case 'unit':
      return [make('unit', polygon(piece), { ...unitProperties(piece), level_id, ...extension(piece.hospital) })];
    case 'opening':
      return [make('opening', line(piece.line), { ...openingProperties(piece), level_id })];
    case 'amenity': {
      const { category, name, accessibility } = piece;
      const unit_ids = [unitId(floor.ordinal, unitAt(floor, piece.at).key)];
      const properties = { category, accessibility, name, alt_name: null, ...noContact, unit_ids, address_id: null };
      return [make('amenity', point(piece.at), { ...properties, correlation_id: null, ...extension(piece.hospital) })];
    }
    case 'occupant':
      return occupantFeatures(floor, piece);
    case 'fixture': {
      const { category, name, outer } = piece;
      const properties = { category, name, alt_name: null, anchor_id: null, level_id, display_point: null };
      return [make('fixture', polygon({ outer, holes: [] }), properties)];
    }
    case 'kiosk': {
      const { name, heading, device, standing, outer } = piece;
      const properties = { name, alt_name: null, anchor_id: null, level_id, display_point: point(standing) };
      return [make('kiosk', polygon({ outer, holes: [] }), { ...properties, ...extension({ heading, device }) })];
    }
    case 'guide-line':
      return [make('detail', line(piece.line), { level_id, ...extension({ guide: { colour: piece.colour } }) })];
  }
}

function maker(ordinal: number, key: string) {
  return (feature_type: FeatureType, geometry: Feature['geometry'], properties: Feature['properties']): Feature => ({
    id: uuidOf(ordinal, feature_type, key),
    type: 'Feature',
    feature_type,
    geometry,
    properties,
  });
}

const noContact = { hours: null, phone: null, website: null };
const extension = (hospital: Hospital | null): object => (hospital === null ? {} : { hospital });

const point = (at: Place): { type: 'Point'; coordinates: unknown } => ({ type: 'Point', coordinates: onEarth(at) });
const line = (through: readonly Place[]): Feature['geometry'] => ({
  type: 'LineString',
  coordinates: through.map(onEarth),
});

function polygon({ outer, holes }: Pick<UnitPiece, 'outer' | 'holes'>): Feature['geometry'] {
  return { type: 'Polygon', coordinates: [ringOnEarth(outer), ...holes.map(holeOnEarth)] };
}

function levelFeature(floor: Floor): Feature {
  const { ordinal, sign, name, storeyHeight, pieces } = floor;
  const coordinates = outlineOf(pieces).map(([outer = [], ...holes]) => [
    ringOnEarth(outer),
    ...holes.map((hole) => ringOnEarth(hole)),
  ]);
  const geometry = { type: 'MultiPolygon', coordinates };
  const short_name = { zh: sign, en: sign };
  const here = { display_point: point([50, 24]), address_id: addressId, building_ids: buildingsOf(ordinal) };
  const what = { category: 'unspecified', restriction: null, outdoor: false, ordinal, name, short_name };
  const properties = { ...what, ...here, hospital: { storeyHeight } };
  return { id: levelId(ordinal), type: 'Feature', feature_type: 'level', geometry, properties };
}

function unitProperties({ category, restriction, accessibility, name, aliases, displayPoint, outer }: UnitPiece) {
  const display_point = point(displayPoint ?? middle(boxOf(outer)));
  return { category, restriction, accessibility, name, alt_name: aliases, display_point };
}

function openingProperties({ category, name, accessControl, door, stepFree, line: jambs }: OpeningPiece) {
  const [[x0, y0], [x1, y1]] = jambs;
  const width = Math.round(Math.hypot(x1 - x0, y1 - y0) * 100) / 100;
  const accessibility = stepFree ? ['wheelchair'] : ['tactilepaving'];
  const names = { name, alt_name: null, display_point: null };
  return { category, accessibility, access_control: accessControl, door, ...names, hospital: { width } };
}

/** An occupant and the anchor that says where it is. */
function occupantFeatures(floor: Floor, piece: OccupantPiece): readonly Feature[] {
  const make = maker(floor.ordinal, piece.key);
  const unit = unitsOf(floor.pieces).find(({ key }) => key === piece.unit);
  if (unit === undefined) throw new Error(`${piece.key} is in ${piece.unit}, which is not on floor ${floor.sign}`);
  const at = piece.at ?? unit.displayPoint ?? middle(boxOf(unit.outer));
  const anchor = make('anchor', point(at), { address_id: null, unit_id: unitId(floor.ordinal, unit.key) });
  const { category, name, hours, hospital } = piece;
  const what = { category, name, alt_name: null, anchor_id: anchor.id, ...noContact, hours };
  const properties = { ...what, validity: null, correlation_id: null, ...extension(hospital) };
  return [anchor, make('occupant', null, properties)];
}
