import { union, type Geom } from 'polyclip-ts';
import type { Piece, UnitPiece } from './pieces.ts';
import { tidy, type Place } from './plane.ts';

type Rings = readonly (readonly Place[])[];

/** All the ground that a floor's units cover: what IMDF wants as the level's geometry. Outer ring first in each. */
export function outlineOf(pieces: readonly Piece[]): readonly Rings[] {
  const [first, ...rest] = unitsOf(pieces).map(shapeOf);
  if (first === undefined) return [];
  return union(first, ...rest).map((polygon) =>
    polygon.map((ring) => ring.slice(0, -1).map(([x, y]): Place => [tidy(x), tidy(y)])),
  );
}

export function unitsOf(pieces: readonly Piece[]): readonly UnitPiece[] {
  return pieces.filter((piece) => piece.piece === 'unit');
}

export function shapeOf({ outer, holes }: UnitPiece): Geom {
  return [[...outer], ...holes.map((hole) => [...hole])].map((ring) => ring.map(([x, y]): [number, number] => [x, y]));
}
