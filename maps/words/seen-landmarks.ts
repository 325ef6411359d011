import { distance } from '../geometry/segment.ts';
import Flatbush from 'flatbush';
import type { Point, Venue } from '../venue.ts';
import { bearing, turnAngle } from './headings.ts';
import { type Landmark, landmarksOf } from './landmarks.ts';
import { sightOn } from './sight.ts';

/** Rule of the house, after ArcGIS Indoors and hospital signs: a landmark farther from the decision helps nobody. Metres. */
export const landmarkReach = 8;

/** What is seen from where: asked for every step, prepared once a venue. */
export interface SeenLandmarks {
  /** The best landmark within reach of a point, for one who comes there with a heading; `avoid`: ids not to be named. */
  best(from: Lookout): Landmark | null;
}

export interface Lookout {
  readonly levelId: string;
  readonly point: Point;
  /** Degrees; null: no direction is behind. */
  readonly heading: number | null;
  readonly avoid: ReadonlySet<string>;
}

const prepared = new WeakMap<Venue, SeenLandmarks>();

/** The landmarks of a venue as walkers see them. */
export function seenLandmarks(venue: Venue): SeenLandmarks {
  const known = prepared.get(venue);
  if (known !== undefined) return known;
  const made = prepare(venue);
  prepared.set(venue, made);
  return made;
}

interface Floor {
  readonly best: (from: Lookout) => Landmark | null;
}

function prepare(venue: Venue): SeenLandmarks {
  const byLevel = landmarksOf(venue);
  const floors = new Map<string, Floor>();
  return {
    best(from) {
      const floor = floors.get(from.levelId) ?? floorOf(venue, from.levelId, byLevel.get(from.levelId) ?? []);
      floors.set(from.levelId, floor);
      return floor.best(from);
    },
  };
}

function floorOf(venue: Venue, levelId: string, landmarks: readonly Landmark[]): Floor {
  const spots = landmarks.flatMap((landmark) => landmark.points.map((point) => ({ landmark, point })));
  if (spots.length === 0) return { best: () => null };
  const near = new Flatbush(spots.length);
  for (const { point } of spots) near.add(point[0], point[1], point[0], point[1]);
  near.finish();
  const sees = sightOn(venue, levelId);
  return {
    best({ point, heading, avoid }) {
      const ranked = near
        .neighbors(point[0], point[1], Infinity, landmarkReach)
        .flatMap((index) => spots[index] ?? [])
        .filter(({ landmark }) => !avoid.has(landmark.id))
        .map((spot) => ({ ...spot, salience: salience(spot, point, heading) }))
        .sort((a, b) => b.salience - a.salience);
      const seen = ranked.find((spot) => sees(point, spot.point, spot.landmark.unitId));
      return seen?.landmark ?? null;
    },
  };
}

/** Weight of the category, less for what is farther, and much less for what lies behind the walker. */
function salience(spot: { readonly landmark: Landmark; readonly point: Point }, from: Point, heading: number | null) {
  const metres = distance(from, spot.point);
  const behind =
    heading !== null && metres > 1 && Math.abs(turnAngle(heading, bearing(from, spot.point))) > 115 ? 0.4 : 1;
  return spot.landmark.weight * behind * (1 - metres / (4 * landmarkReach));
}
