import type { Point, Venue } from '../venue.ts';

/** How one moves along an edge. `steps` stay on their level; lift, escalator, stairs and ramp between levels belong to a connector. */
export const edgeKinds = ['walk', 'door', 'steps', 'ramp', 'movingwalkway', 'lift', 'escalator', 'stairs'] as const;
export type EdgeKind = (typeof edgeKinds)[number];

/** Who walks. */
export const profiles = ['default', 'step-free', 'elder', 'bed'] as const;
export type Profile = (typeof profiles)[number];

/**
 * The walkable graph of a venue: nodes and directed edges in compressed rows (CSR). Edges of node n are
 * `firstEdge[n] … firstEdge[n + 1] - 1`. The same for every profile and closure; what may be walked and how long it takes
 * is in `Weights`.
 */
export interface WalkGraph {
  readonly venue: Venue;
  readonly nodeIds: readonly string[];
  /** Feature that a node belongs to: a unit, opening, kiosk, amenity, anchor, connector's stop or network node. */
  readonly nodeFeatures: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Index into `venue.levels`. */
  readonly level: Uint16Array;
  readonly firstEdge: Uint32Array;
  readonly to: Uint32Array;
  readonly metres: Float64Array;
  /** Index into `edgeKinds`. */
  readonly kind: Uint8Array;
  /** Index into `venue.connectors`; -1: none. */
  readonly connector: Int32Array;
  /** Feature ids whose closing or restriction bars an edge: the opening, the unit that it runs through, the connector. */
  readonly edgeFeatures: readonly (readonly string[])[];
  /** Nodes at which a place can be begun from or arrived at, by feature id: unit, occupant, amenity, anchor, kiosk, opening, network node. */
  readonly nodesOfFeature: ReadonlyMap<string, readonly number[]>;
}

/** Seconds an edge under a profile and closures; Infinity: not to be walked. */
export interface Weights {
  readonly profile: Profile;
  readonly closed: ReadonlySet<string>;
  readonly seconds: Float64Array;
}

/** A point of a route. */
export interface Waypoint {
  /** Id of the level. */
  readonly level: string;
  readonly point: Point;
}
