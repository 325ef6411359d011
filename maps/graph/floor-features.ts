import { isInside, ringsOf } from '../geometry/polygon.ts';
import { boxesMeet, boxOf, sidesOf, type Box } from '../geometry/ring.ts';
import { segmentsCross } from '../geometry/segment.ts';
import type { Geofence, Point, Polygon } from '../venue.ts';
import type { Zone } from './zones.ts';

/** What of the floor a straight way runs over: ids of units and of building sites. Equal lists are one list. */
export type FeaturesBetween = (from: Point, to: Point) => readonly string[];

interface Piece {
  readonly id: string;
  readonly polygon: Polygon;
  readonly box: Box;
}

/** `sites`: geofences that close the floor they lie on. */
export function floorFeatures(zone: Zone, sites: readonly Geofence[]): FeaturesBetween {
  const known = new Map<string, readonly string[]>();
  const listed = (ids: readonly string[]): readonly string[] => {
    const key = ids.join('\n');
    const list = known.get(key) ?? ids;
    known.set(key, list);
    return list;
  };
  const fences = piecesOf(sites).filter(({ box }) => boxesMeet(box, zone.box));
  const only = zone.units.length === 1 ? zone.units.map(({ id }) => id) : undefined;
  if (only !== undefined && fences.length === 0) return () => only;
  const pieces = [...piecesOf(zone.units), ...fences];
  return (from, to) => {
    const box = boxOf([from, to]);
    const met = pieces.filter((piece) => boxesMeet(piece.box, box) && runsOver(from, to, piece.polygon));
    return listed([...new Set(met.map(({ id }) => id))]);
  };
}

function piecesOf(features: readonly { readonly id: string; readonly polygons: readonly Polygon[] }[]): Piece[] {
  return features.flatMap(({ id, polygons }) =>
    polygons.map((polygon) => ({ id, polygon, box: boxOf(polygon.outer) })),
  );
}

function runsOver(from: Point, to: Point, polygon: Polygon): boolean {
  if (isInside(from, polygon) || isInside(to, polygon)) return true;
  return ringsOf(polygon).some((ring) => sidesOf(ring).some(([a, b]) => segmentsCross(from, to, a, b)));
}
