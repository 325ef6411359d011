import { unit, type Piece } from './pieces.ts';
import { box, corners } from './plane.ts';
import { roomIn, strip, type RoomSpec } from './strip.ts';

/* The wing that goes north from the eastern end of the house and then turns west (E 区). */

export interface EastWing {
  /** West of its corridor; its southern end is at corridor D. */
  readonly west: readonly RoomSpec[];
  readonly east: readonly RoomSpec[];
  /** Where it has turned: south and north of its second corridor. */
  readonly turned: {
    readonly south: readonly RoomSpec[];
    readonly north: readonly RoomSpec[];
    readonly corner: RoomSpec;
  };
}

/** The whole wing; where rooms to the west give way to a hall, `from` says how far north they begin. */
export function eastWing({ west, east, turned }: EastWing, from = 40): readonly Piece[] {
  return [
    unit({
      key: 'corridor-e',
      category: 'walkway',
      displayPoint: [89.6, 55],
      outer: [
        [88, 40],
        [91.2, 40],
        [91.2, 70],
        [64, 70],
        [64, 66.8],
        [88, 66.8],
      ],
    }),
    ...strip({ key: 'e-west', within: box(81, from, 88, 60), doors: 'east', rooms: west }),
    ...strip({ key: 'e-east', within: box(91.2, 40, 98, 61), doors: 'west', rooms: east }),
    ...strip({ key: 'e-turned-south', within: box(64, 60, 88, 66.8), doors: 'north', rooms: turned.south }),
    ...strip({ key: 'e-turned-north', within: box(64, 70, 91.2, 76.8), doors: 'south', rooms: turned.north }),
    ...roomIn({ key: 'e-corner', of: box(91.2, 66, 98, 76.8), door: 'west', room: turned.corner, along: 0.2 }),
  ];
}

/** On floor 4 the wing ends before it turns: over the rest is a roof. */
export function shortEastWing({ west, east }: Pick<EastWing, 'west' | 'east'>): readonly Piece[] {
  return [
    unit({ key: 'corridor-e', category: 'walkway', outer: corners(box(88, 40, 91.2, 66)) }),
    ...strip({ key: 'e-west', within: box(81, 40, 88, 66), doors: 'east', rooms: west }),
    ...strip({ key: 'e-east', within: box(91.2, 40, 98, 61), doors: 'west', rooms: east }),
  ];
}
