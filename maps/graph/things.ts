import type { Point, Venue } from '../venue.ts';
import { distanceTo, type ZoneFinder } from './find-zone.ts';
import type { Ordinals } from './make-zones.ts';
import { standAt } from './step-inside.ts';
import { isSolid } from './unit-roles.ts';
import type { Zone } from './zones.ts';

/** Something that one goes to: a unit's own place, an amenity, an anchor, a kiosk's reader, a connector's stop. */
export interface Thing {
  readonly feature: string;
  readonly levelId: string;
  readonly point: Point;
  /** A node of a network: it has its ways to others of its kind. */
  readonly onLine?: boolean;
  /** Undefined: on no floor; an island. */
  readonly zone: Zone | undefined;
}

// A thing this far off any floor still belongs to it: a desk in its counter, a terminal in its niche. Metres.
const reach = 1.5;

/** All things of a venue in their zones, each at the place where one stands before it. */
export function thingsOf(
  venue: Venue,
  ordinals: Ordinals,
  zones: readonly Zone[],
  finder: ZoneFinder,
): readonly Thing[] {
  const zonesOfUnit = new Map<string, Zone[]>();
  for (const zone of zones) {
    for (const { id } of zone.units) zonesOfUnit.set(id, [...(zonesOfUnit.get(id) ?? []), zone]);
  }
  const placed = ({ id, levelId, point, unitIds }: Placing): Thing => {
    const ordinal = ordinals.get(levelId) ?? NaN;
    const own = unitIds.flatMap((unit) => zonesOfUnit.get(unit) ?? []).filter((zone) => zone.ordinal === ordinal);
    const zone = nearest(own, point) ?? finder.at(ordinal, point) ?? finder.near(ordinal, point, reach)[0];
    return { feature: id, levelId, point: zone === undefined ? point : standAt(point, zone.polygons), zone };
  };
  return placingsOf(venue).map(placed);
}

function nearest(zones: readonly Zone[], point: Point): Zone | undefined {
  return zones
    .map((zone) => ({ zone, far: distanceTo(zone, point) }))
    .reduce<{ zone: Zone; far: number } | undefined>((a, b) => (a === undefined || b.far < a.far ? b : a), undefined)
    ?.zone;
}

interface Placing {
  readonly id: string;
  readonly levelId: string;
  readonly point: Point;
  readonly unitIds: readonly string[];
}

function placingsOf({ units, anchors, amenities, kiosks, connectors, network }: Venue): readonly Placing[] {
  const stops = connectors.flatMap((connector) => connector.stops);
  const stopPoints = new Map(stops.map(({ featureId, point }) => [featureId, point]));
  const floors = units.filter((unit) => !isSolid(unit));
  const ofUnits = floors.map(({ id, levelId, displayPoint }): Placing => {
    return { id, levelId, point: stopPoints.get(id) ?? displayPoint, unitIds: [id] };
  });
  const ofAnchors = anchors.map(({ id, levelId, point, unitId }): Placing => ({
    id,
    levelId,
    point,
    unitIds: [unitId],
  }));
  const ofKiosks = kiosks.map(({ id, levelId, point }): Placing => ({ id, levelId, point, unitIds: [] }));
  const known = new Set([...units, ...amenities, ...network.nodes].map(({ id }) => id));
  const ofStops = stops
    .filter(({ featureId }) => !known.has(featureId))
    .map(({ featureId, levelId, point }): Placing => ({ id: featureId, levelId, point, unitIds: [] }));
  return [...ofUnits, ...ofAnchors, ...amenities, ...ofKiosks, ...ofStops].filter(({ point }) =>
    point.every(Number.isFinite),
  );
}
