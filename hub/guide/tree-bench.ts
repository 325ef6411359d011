import type { Profile, WalkGraph, Weights } from '@lobby/maps/graph/walk-graph.ts';
import type { TreesMade } from '@lobby/maps/route/make-trees.ts';
import type { RouteTree } from '@lobby/maps/route/route-tree.ts';
import { openBench, type TreesBench } from '@lobby/maps/route/trees-bench.ts';
import { devicesOf, treeName } from './serving.ts';

/** All ways from terminals and screens, with what is closed. */
export interface ReadyWays {
  readonly closed: ReadonlySet<string>;
  readonly weights: ReadonlyMap<Profile, Weights>;
  readonly trees: ReadonlyMap<string, RouteTree>;
}

/** The thread in which the ways of one graph are made ready; it stays, so that the next closure finds it warm. */
export class TreeBench {
  readonly #devices: readonly string[];
  readonly #bench: TreesBench;
  #made: TreesMade | undefined;

  constructor(graph: WalkGraph) {
    this.#devices = devicesOf(graph.venue).map(({ id }) => id);
    this.#bench = openBench({ graph, terminals: this.#devices }, (made) => (this.#made = made));
  }

  /** Undefined: the thread was closed or died. */
  async make(closed: ReadonlySet<string>): Promise<ReadyWays | undefined> {
    const done = await this.#bench.make({ closed: [...closed] });
    return done && this.#made !== undefined ? waysOf(this.#made, this.#devices) : undefined;
  }

  close(): Promise<void> {
    return this.#bench.close();
  }
}

function waysOf({ closed, profiles }: TreesMade, devices: readonly string[]): ReadyWays {
  const shut = new Set(closed);
  const weights = new Map(profiles.map(({ profile, seconds }) => [profile, { profile, closed: shut, seconds }]));
  const trees = profiles.flatMap(({ profile, seconds, trees: ofProfile }) =>
    ofProfile.map((tree, place) => {
      const weighed = weights.get(profile) ?? { profile, closed: shut, seconds };
      return [treeName(devices[place] ?? '', profile), { weights: weighed, ...tree }] as const;
    }),
  );
  return { closed: shut, weights, trees: new Map(trees) };
}
