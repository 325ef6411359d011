import type { RawFeature } from '../imdf/features.ts';
import { readShape } from '../imdf/shapes.ts';
import { pointWithin } from '../geometry/polygon.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import type { Point } from '../venue.ts';
import type { Addition, Change, Corrections } from './corrections.ts';

type Features = ReadonlyMap<string, RawFeature>;

/** Corrects features of IMDF as if the archive had been drawn so. Additions come first: a change may then name them. */
export function correctFeatures(
  features: Features,
  { changes, add }: Corrections,
  findings: FindingsOfOneSource,
): Features {
  const corrected = new Map(features);
  for (const addition of add) {
    if (corrected.has(addition.id))
      findings.add('bad-correction', addition.id, 'What is to be added is there already.');
    else corrected.set(addition.id, featureOf(addition));
  }
  for (const [id, change] of Object.entries(changes)) {
    const feature = corrected.get(id);
    if (feature === undefined)
      findings.add('unknown-correction', id, 'There is no feature of this id to be corrected.');
    else if (change.delete) corrected.delete(id);
    else {
      const changed = changedFeature(feature, change);
      corrected.set(id, changed);
      if (change.unit !== undefined) moveTo(changed, change.unit, corrected, findings);
    }
  }
  return corrected;
}

function featureOf({ id, type, at, line, area, ...properties }: Addition): RawFeature {
  const first = area?.[0];
  const ring = first === undefined ? [] : [...(area ?? []), first];
  if (at !== undefined) return { id, type, geometry: { type: 'Point', coordinates: at }, properties };
  if (line !== undefined) return { id, type, geometry: { type: 'LineString', coordinates: line }, properties };
  return { id, type, geometry: area === undefined ? null : { type: 'Polygon', coordinates: [ring] }, properties };
}

function changedFeature(feature: RawFeature, { set, hospital, at }: Change): RawFeature {
  const old = feature.properties['hospital'];
  const extension = { ...(typeof old === 'object' ? old : {}), ...hospital };
  return {
    ...feature,
    geometry: at === undefined ? feature.geometry : { type: 'Point', coordinates: at },
    properties: {
      ...feature.properties,
      ...set,
      ...(hospital === undefined ? {} : { hospital: withoutNull(extension) }),
    },
  };
}

/** An anchor that other occupants share stays where it is for them. */
function moveTo(
  feature: RawFeature,
  unitId: string,
  features: Map<string, RawFeature>,
  findings: FindingsOfOneSource,
): void {
  const middle = middleOf(features.get(unitId));
  if (middle === undefined || (feature.type !== 'occupant' && feature.type !== 'anchor')) {
    const why =
      middle === undefined ? `there is no unit "${unitId}" with an area` : `a ${feature.type} is moved by its shape`;
    findings.add('bad-correction', [feature.id, unitId], `It cannot be moved: ${why}.`);
    return;
  }
  const id = feature.type === 'anchor' ? feature.id : `${feature.id}#moved`;
  const geometry = { type: 'Point', coordinates: middle };
  features.set(id, {
    id,
    type: 'anchor',
    geometry,
    properties: { ...(id === feature.id ? feature.properties : {}), unit_id: unitId },
  });
  if (id !== feature.id) features.set(feature.id, { ...feature, properties: { ...feature.properties, anchor_id: id } });
}

/** Longitude and latitude; a building is small enough to be measured in degrees for this. */
function middleOf(unit: RawFeature | undefined): Point | undefined {
  const read = readShape(unit?.type === 'unit' ? unit.geometry : null);
  if (!read.ok || read.shape.kind !== 'polygons') return undefined;
  return pointWithin(
    read.shape.polygons.map((rings) => {
      const [outer = [], ...holes] = rings.map((ring) => ring.map(({ lon, lat }): Point => [lon, lat]));
      return { outer, holes };
    }),
  );
}

function withoutNull(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
}
