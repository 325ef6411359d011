import type { NetworkNode, Point } from '../venue.ts';
import { levelIdOf } from './levels.ts';

/** Nodes of the network by place and floor: GeoJSON has lost that two ways share a node, but not where it is. */
export class Places {
  readonly #nodes = new Map<string, NetworkNode>();

  /** The node there; made under this id where there was none. Floors may be those of landings, 0.5. */
  at(point: Point, floor: number, id: string): NetworkNode {
    const key = keyOf(point, floor);
    const there = this.#nodes.get(key);
    if (there !== undefined) return there;
    const levelId = levelIdOf(floor);
    const node = { id, levelId, point, category: null, name: {}, aliases: [], restriction: null };
    this.#nodes.set(key, node);
    return node;
  }

  has(point: Point, floor: number): boolean {
    return this.#nodes.has(keyOf(point, floor));
  }

  get all(): readonly NetworkNode[] {
    return [...this.#nodes.values()];
  }
}

// Points are on whole millimetres already.
const keyOf = ([x, y]: Point, floor: number): string => `${x.toFixed(3)} ${y.toFixed(3)} ${floor}`;
