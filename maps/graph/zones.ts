import type { Point, Polygon, Unit } from '../venue.ts';
import type { Box } from '../geometry/ring.ts';
import type { EdgeKind } from './walk-graph.ts';

/**
 * A stretch of floor that is moved in without passing a door: open ground (a union of units that touch), or one room or
 * shaft with walls around it.
 */
export interface Zone {
  readonly index: number;
  readonly ordinal: number;
  readonly shape: 'open' | 'room';
  readonly units: readonly Unit[];
  /** One polygon of open ground; all polygons of a room. Fixtures are taken out of open ground. */
  readonly polygons: readonly Polygon[];
  readonly box: Box;
  readonly kind: EdgeKind;
  /** Behind a restriction: never a public way. */
  readonly staffOnly: boolean;
}

/** A door, or the border of a unit that stands for a door which the source does not give. */
export interface Door {
  /** Its node's id. */
  readonly id: string;
  /** The opening, or the unit whose border it is. */
  readonly feature: string;
  readonly levelId: string;
  readonly point: Point;
  /** What it leads between, at most two; one for a door to the street. */
  readonly zones: readonly Zone[];
  /** Of a door within one open ground: where one stands on its two sides. */
  readonly sides?: readonly [Point, Point];
  /** False where nobody is led through: emergency exits and doors of services. */
  readonly usable: boolean;
  readonly isOpening: boolean;
}
