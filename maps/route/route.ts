import type { EdgeKind, Profile } from '../graph/walk-graph.ts';

/** A way between two places, on a graph and under a profile. */
export interface Route {
  readonly profile: Profile;
  /** Indices of graph nodes from the first to the last. */
  readonly nodes: readonly number[];
  /** Indices of graph edges; one fewer than nodes. */
  readonly edges: readonly number[];
  /** Sum of the edges, in seconds. */
  readonly seconds: number;
  /** What the elder profile adds for turns and changes of floor; 0 in the others. Not in `seconds`. */
  readonly extraSeconds: number;
  /** On the flat. */
  readonly metres: number;
}

/** Why there is no route. */
export const routeReasons = [
  'from-unknown',
  'to-unknown',
  'same-place',
  'to-restricted',
  'from-restricted',
  'island',
  'closed',
  'profile',
] as const;
export type RouteReason = (typeof routeReasons)[number];

export type RouteReply =
  | { readonly ok: true; readonly route: Route }
  | {
      readonly ok: false;
      readonly reason: RouteReason;
      /** Profiles under which there is a way, with the same closures. */
      readonly profilesWithAWay: readonly Profile[];
    };

/** As the command line and the plan show a path. Metres on the venue's plane. */
export interface PathPoint {
  /** Id of the level. */
  readonly level: string;
  readonly x: number;
  readonly y: number;
  /** How one came here; null at the start. */
  readonly via: EdgeKind | null;
}
