import { profiles, type Profile, type WalkGraph } from '../graph/walk-graph.ts';
import { weigh } from '../graph/weigh.ts';
import { treeFrom, type RouteTree } from './route-tree.ts';

export interface TreesSetting {
  readonly graph: WalkGraph;
  /** Feature ids of the places that ways begin at. */
  readonly terminals: readonly string[];
}

export interface TreesJob {
  readonly closed: readonly string[];
}

/** The trees of each profile, in the order of the terminals. */
export interface TreesMade {
  readonly closed: readonly string[];
  readonly profiles: readonly {
    readonly profile: Profile;
    /** What its edges take. */
    readonly seconds: Float64Array;
    readonly trees: readonly Omit<RouteTree, 'weights'>[];
  }[];
}

/** Four profiles for every terminal, with what is closed. */
export function makeTrees({ graph, terminals }: TreesSetting, { closed }: TreesJob): TreesMade {
  const shut = new Set(closed);
  return {
    closed,
    profiles: profiles.map((profile) => {
      const weights = weigh(graph, profile, shut);
      const trees = terminals.map((terminal) => {
        const { seconds, edgeTo, nodeTo } = treeFrom(graph, weights, graph.nodesOfFeature.get(terminal) ?? []);
        return { seconds, edgeTo, nodeTo };
      });
      return { profile, seconds: weights.seconds, trees };
    }),
  };
}
