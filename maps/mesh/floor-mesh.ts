import earcut from 'earcut';
import { isInside } from '../geometry/polygon.ts';
import { clockwise, counterClockwise } from '../geometry/ring.ts';
import type { DrawnFloor, DrawnPolygon, Look } from './drawn-floor.ts';
import { plateUnit } from './mesh-file.ts';
import { simplifyRing } from './simplify-ring.ts';

/**
 * One floor as one mesh: metres, x east, y north, z up from the floor. `unitOf`: which of `unitIds` a vertex belongs to, so
 * that a colour is changed by one entry of a small table instead of by new vertices; `plateUnit` is the slab.
 */
export interface FloorMesh {
  readonly unitIds: readonly string[];
  readonly positions: Float32Array;
  /** Of unit length, times 127. */
  readonly normals: Int8Array;
  readonly unitOf: Uint16Array;
  readonly indices: Uint32Array;
  /** How many of the indices, the first ones, are the slab: a floor out of focus draws no more. */
  readonly plateIndices: number;
  /** Ends of the edges of what stands on the floor, in pairs; the slab's own edges, the first `plateLines`, come first. */
  readonly lines: Float32Array;
  readonly plateLines: number;
}

/** How high a thing is drawn above its floor, in metres: low blocks, so that nothing hides the way. Undefined: not drawn. */
const heights: Readonly<Record<Look, number | undefined>> = {
  way: 0.03,
  room: 2,
  restroom: 2,
  staff: 2,
  closed: 2,
  stairs: 0.6,
  lift: 2.6,
  escalator: 0.6,
  void: undefined,
};
const slab = 0.5;
/** Corners closer to the straight line than this are not worth a triangle. Metres. */
const tolerance = 0.12;
const mostCorners = 48;

/** The mesh of a floor. A polygon that encloses nothing is left out. */
export function compileFloor(floor: DrawnFloor): FloorMesh {
  const builder = new MeshBuilder();
  const voids = floor.units.filter(({ look }) => look === 'void').flatMap(({ polygons }) => polygons);
  for (const outline of floor.outline)
    builder.block(withHoles(outline, voids), { from: -slab, to: 0, unit: plateUnit });
  const [plateIndices, plateLines] = [builder.indices.length, builder.lines.length / 3];
  const units = floor.units.filter(({ look }) => heights[look] !== undefined);
  for (const [index, { look, polygons }] of units.entries())
    for (const polygon of polygons) builder.block(polygon, { from: 0, to: heights[look] ?? 0, unit: index });
  return { ...builder.finish(), unitIds: units.map(({ id }) => id), plateIndices, plateLines };
}

/** Where one looks down to the floor below, the slab has a hole, if it lies wholly inside. */
function withHoles(outline: DrawnPolygon, voids: readonly DrawnPolygon[]): DrawnPolygon {
  const [outer = [], ...holes] = outline;
  const inside = voids.flatMap(([ring = []]) =>
    ring.every((point) => isInside(point, { outer, holes: [] })) ? [ring] : [],
  );
  return [outer, ...holes, ...inside];
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly unit: number;
}

class MeshBuilder {
  readonly positions: number[] = [];
  readonly normals: number[] = [];
  readonly unitOf: number[] = [];
  readonly indices: number[] = [];
  readonly lines: number[] = [];

  /** A top, and walls around it. */
  block(polygon: DrawnPolygon, block: Block): void {
    // So every wall looks outwards.
    const rings = polygon.map((ring, index) => {
      const simple = simplifyRing(ring, tolerance, mostCorners);
      return index === 0 ? counterClockwise(simple) : clockwise(simple);
    });
    if ((rings[0]?.length ?? 0) < 3) return;
    const kept = rings.filter((ring) => ring.length >= 3);
    this.#top(kept, block);
    for (const ring of kept) this.#walls(ring, block);
  }

  #top(rings: DrawnPolygon, { to, unit }: Block): void {
    const first = this.unitOf.length;
    const flat = rings.flat();
    const holes = rings.slice(1).map((_, index) => rings.slice(0, index + 1).flat().length);
    for (const [x, y] of flat) this.#vertex([x, y, to], [0, 0, 127], unit);
    for (const corner of earcut(flat.flat(), holes)) this.indices.push(first + corner);
  }

  #walls(ring: DrawnPolygon[number], { from, to, unit }: Block): void {
    for (const [index, a] of ring.entries()) {
      const b = ring[(index + 1) % ring.length] ?? a;
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      const normal = [(127 * (b[1] - a[1])) / length, (-127 * (b[0] - a[0])) / length, 0] as const;
      const first = this.unitOf.length;
      for (const [x, y] of [a, b]) for (const z of [from, to]) this.#vertex([x, y, z], normal, unit);
      this.indices.push(first, first + 2, first + 1, first + 1, first + 2, first + 3);
      this.lines.push(a[0], a[1], to, b[0], b[1], to);
    }
  }

  #vertex(at: readonly [number, number, number], normal: readonly [number, number, number], unit: number): void {
    this.positions.push(...at);
    this.normals.push(...normal.map(Math.round));
    this.unitOf.push(unit);
  }

  finish(): Pick<FloorMesh, 'positions' | 'normals' | 'unitOf' | 'indices' | 'lines'> {
    return {
      positions: Float32Array.from(this.positions),
      normals: Int8Array.from(this.normals),
      unitOf: Uint16Array.from(this.unitOf),
      indices: Uint32Array.from(this.indices),
      lines: Float32Array.from(this.lines),
    };
  }
}
