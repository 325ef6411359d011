import { z } from 'zod';
import type { Position } from '../geometry/plane.ts';

/** A geometry of GeoJSON whose numbers are numbers; nothing is known of where they lie. */
export type Shape =
  | { readonly kind: 'none' }
  | { readonly kind: 'point'; readonly at: Position }
  | { readonly kind: 'line'; readonly points: readonly Position[] }
  | { readonly kind: 'polygons'; readonly polygons: readonly (readonly (readonly Position[])[])[] };

export type ShapeReply =
  | { readonly ok: true; readonly shape: Shape; readonly unclosed: boolean }
  | { readonly ok: false; readonly sentence: string };

const position = z.tuple([z.number(), z.number()], z.unknown()).transform(([lon, lat]): Position => ({ lon, lat }));
const ring = z.array(position);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.literal('LineString'), coordinates: ring }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
]);

export function readShape(raw: unknown): ShapeReply {
  if (raw === null || raw === undefined) return { ok: true, shape: { kind: 'none' }, unclosed: false };
  const read = geometry.safeParse(raw);
  if (!read.success)
    return { ok: false, sentence: 'Its geometry is not of a known kind, or some coordinate is no number' };
  const shape = shapeOf(read.data);
  const unclosed =
    shape.kind === 'polygons' && shape.polygons.some((rings) => rings.some((points) => !isClosed(points)));
  return { ok: true, shape, unclosed };
}

export function positionsOf(shape: Shape): readonly Position[] {
  if (shape.kind === 'none') return [];
  if (shape.kind === 'point') return [shape.at];
  return shape.kind === 'line' ? shape.points : shape.polygons.flat(2);
}

export function swapped(shape: Shape): Shape {
  const swap = ({ lon, lat }: Position): Position => ({ lon: lat, lat: lon });
  if (shape.kind === 'none') return shape;
  if (shape.kind === 'point') return { ...shape, at: swap(shape.at) };
  if (shape.kind === 'line') return { ...shape, points: shape.points.map(swap) };
  return { ...shape, polygons: shape.polygons.map((rings) => rings.map((points) => points.map(swap))) };
}

function shapeOf(read: z.infer<typeof geometry>): Shape {
  switch (read.type) {
    case 'Point':
      return { kind: 'point', at: read.coordinates };
    case 'LineString':
      return { kind: 'line', points: read.coordinates };
    case 'MultiLineString':
      return { kind: 'line', points: read.coordinates.flat() };
    case 'Polygon':
      return { kind: 'polygons', polygons: [read.coordinates] };
    case 'MultiPolygon':
      return { kind: 'polygons', polygons: read.coordinates };
  }
}

function isClosed(points: readonly Position[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return first?.lon === last?.lon && first?.lat === last?.lat;
}
