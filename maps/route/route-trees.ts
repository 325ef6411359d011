import type { Profile, Weights } from '../graph/walk-graph.ts';
import { makeTrees, type TreesMade, type TreesSetting } from './make-trees.ts';
import type { RouteTree } from './route-tree.ts';
import { openBench } from './trees-bench.ts';

/** Ready trees of all terminals under all profiles. */
export interface RouteTrees {
  /** What is closed in the trees that are given now. */
  readonly closed: () => ReadonlySet<string>;
  /** Undefined: no terminal of this id. */
  readonly tree: (terminal: string, profile: Profile) => RouteTree | undefined;
  /**
   * Makes all trees anew beside the main thread. While some are being made the last call alone waits, and whoever was
   * overtaken is answered with it. `stopped`: closed meanwhile, or the thread died; the trees are as they were.
   */
  readonly rebuild: (closed: ReadonlySet<string>) => Promise<'ready' | 'stopped'>;
  readonly close: () => Promise<void>;
}

/** The first trees are made at once, on the thread that asks. */
export function makeRouteTrees({
  graph,
  terminals,
  closed,
}: TreesSetting & { readonly closed: ReadonlySet<string> }): RouteTrees {
  const setting: TreesSetting = { graph, terminals };
  let standing = standingOf(setting, makeTrees(setting, { closed: [...closed] }));
  const bench = openBench(setting, (made) => {
    standing = standingOf(setting, made);
  });
  return {
    closed: () => standing.closed,
    tree: (terminal, profile) => standing.trees.get(treeKey(terminal, profile)),
    rebuild: async (shut) => ((await bench.make({ closed: [...shut] })) ? 'ready' : 'stopped'),
    close: bench.close,
  };
}

interface Standing {
  readonly closed: ReadonlySet<string>;
  readonly trees: ReadonlyMap<string, RouteTree>;
}

const treeKey = (terminal: string, profile: Profile): string => `${profile} ${terminal}`;

function standingOf({ terminals }: TreesSetting, { closed, profiles }: TreesMade): Standing {
  const shut = new Set(closed);
  const trees = profiles.flatMap(({ profile, seconds, trees }) => {
    const weights: Weights = { profile, closed: shut, seconds };
    return trees.map((tree, n) => [treeKey(terminals[n] ?? '', profile), { weights, ...tree }] as const);
  });
  return { closed: shut, trees: new Map(trees) };
}
