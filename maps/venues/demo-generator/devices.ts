import type { Bilingual, KioskPiece } from './pieces.ts';
import { away, type Place } from './plane.ts';

/** Hangs flat on a wall, whose side towards the reader it is seen from. */
interface OnWall {
  readonly id: string;
  readonly name: Bilingual;
  /** Where on the wall. */
  readonly at: Place;
  /** Where its reader looks: at the wall. Degrees clockwise from north. */
  readonly heading: number;
  /** Between the reader and the wall. Metres. */
  readonly distance: number;
}

/** A screen of the site on a wall. Its reader stands before it, nearer to a door's than to a hall's. */
export function screen({ id, name, at, heading, distance }: OnWall): KioskPiece {
  const width = distance < 2 ? 0.5 : 1.2;
  const outer = plate({ centre: away(at, heading + 180, 0.06), heading, width, depth: 0.08 });
  const standing = away(at, heading + 180, distance);
  return { piece: 'kiosk', key: `screen-${id}`, name, outer, standing, heading, device: { kind: 'screen', id } };
}

/** A terminal that stands free: its reader is half a metre before its face. */
export function terminal(of: { id: string; name: Bilingual; at: Place; heading: number }): KioskPiece {
  const { id, name, at, heading } = of;
  const outer = plate({ centre: at, heading, width: 0.7, depth: 0.5 });
  const standing = away(at, heading + 180, 0.8);
  return { piece: 'kiosk', key: `terminal-${id}`, name, outer, standing, heading, device: { kind: 'terminal', id } };
}

function plate(of: { centre: Place; heading: number; width: number; depth: number }): readonly Place[] {
  const corner = (across: number, along: number): Place =>
    away(away(of.centre, of.heading + 90, across), of.heading, along);
  const [w, d] = [of.width / 2, of.depth / 2];
  return [corner(-w, -d), corner(w, -d), corner(w, d), corner(-w, d)];
}
