import { opening, unit, type Bilingual, type Piece } from './pieces.ts';
import { box, corners, inWall, middle, type Box, type Place, type Side } from './plane.ts';

/** Something that joins floors. Its units have the same key on all of them: that is how the archive relates them. */
interface Shaft {
  readonly key: string;
  readonly name: Bilingual;
  readonly of: Box;
  readonly door: Side;
  /** Ordinals: 0 is floor 1. */
  readonly serves: readonly number[];
}

interface Lift extends Shaft {
  readonly bank: string;
  readonly use: 'public' | 'bed' | 'staff';
  readonly doorWidth: number;
}

const numberedLift = (number: number): Pick<Shaft, 'key' | 'name'> => ({
  key: `lift-${number}`,
  name: { zh: `${number} 号电梯`, en: `Lift ${number}` },
});
const numberedStair = (number: number): Pick<Shaft, 'key' | 'name'> => ({
  key: `stair-${number}`,
  name: { zh: `${number} 号楼梯`, en: `Stairs ${number}` },
});

const everywhere = [-1, 0, 1, 2, 3, 4];
const aboveGround = [0, 1, 2, 3, 4];
const inTower = [0, 1, 2, 3];

/** Two face two across the lift hall. */
const outpatient = { bank: 'outpatient', use: 'public', doorWidth: 1.1, serves: everywhere } as const;
const forBeds = { bank: 'outpatient-beds', use: 'bed', doorWidth: 1.4, serves: everywhere, door: 'south' } as const;
const tower = { bank: 'inpatient', use: 'public', doorWidth: 1.1, serves: inTower, door: 'south' } as const;

export const lifts: readonly Lift[] = [
  { ...numberedLift(1), ...outpatient, of: box(44.4, 32, 47, 34.5), door: 'east' },
  { ...numberedLift(2), ...outpatient, of: box(44.4, 34.5, 47, 37), door: 'east' },
  { ...numberedLift(3), ...outpatient, of: box(53, 32, 55.6, 34.5), door: 'west' },
  { ...numberedLift(4), ...outpatient, of: box(53, 34.5, 55.6, 37), door: 'west' },
  { ...numberedLift(5), ...forBeds, of: box(33, 40, 35.6, 43.2) },
  { ...numberedLift(6), ...forBeds, of: box(35.6, 40, 38.2, 43.2) },
  {
    ...numberedLift(7),
    ...{ bank: 'staff', use: 'staff', doorWidth: 1.1, serves: everywhere, door: 'south' },
    of: box(42, 46.8, 44.6, 49.6),
  },
  { ...numberedLift(8), ...tower, of: box(-26.6, 25.4, -24, 28) },
  { ...numberedLift(9), ...tower, of: box(-29.2, 25.4, -26.6, 28) },
  {
    ...numberedLift(10),
    ...tower,
    bank: 'inpatient-beds',
    use: 'bed',
    doorWidth: 1.4,
    of: box(-32, 25.4, -29.2, 28.6),
  },
];

interface Stair extends Shaft {
  /** The outer wall that has an emergency exit on floor 1. */
  readonly exit?: Side;
}

export const stairs: readonly Stair[] = [
  { ...numberedStair(1), of: box(55.6, 32, 59, 37), door: 'south', serves: everywhere },
  { ...numberedStair(2), of: box(38.2, 40, 42, 44.4), door: 'south', serves: everywhere },
  { ...numberedStair(3), of: box(0, 3, 6, 8), door: 'north', serves: aboveGround, exit: 'south' },
  { ...numberedStair(4), of: box(94, 3, 100, 8), door: 'north', serves: aboveGround, exit: 'south' },
  { ...numberedStair(5), of: box(0, 40, 6, 45), door: 'south', serves: aboveGround, exit: 'north' },
  { ...numberedStair(6), of: box(91.2, 61, 98, 66), door: 'west', serves: [0, 1, 2, 3], exit: 'east' },
  { ...numberedStair(7), of: box(-36, 25.4, -32, 32), door: 'south', serves: inTower, exit: 'north' },
  { ...numberedStair(8), of: box(-70, 25.4, -66, 32), door: 'south', serves: inTower, exit: 'north' },
];

interface Escalator {
  readonly key: string;
  readonly name: Bilingual;
  readonly of: Box;
  readonly from: number;
  readonly to: number;
  /** The end at which one steps on. */
  readonly on: 'north' | 'south';
}

const east = { up: box(59, 13, 60.4, 25), down: box(60.4, 13, 61.8, 25) };
const west = { up: box(39.6, 13, 41, 25), down: box(38.2, 13, 39.6, 25) };

/** Pairs on alternate sides of the atrium, each beginning where the one below ends. */
export const escalators: readonly Escalator[] = [
  escalator({ number: 1, of: east.up, from: 0, to: 1, on: 'south' }),
  escalator({ number: 2, of: east.down, from: 1, to: 0, on: 'north' }),
  escalator({ number: 3, of: west.up, from: 1, to: 2, on: 'north' }),
  escalator({ number: 4, of: west.down, from: 2, to: 1, on: 'south' }),
  escalator({ number: 5, of: east.up, from: 2, to: 3, on: 'south' }),
  escalator({ number: 6, of: east.down, from: 3, to: 2, on: 'north' }),
];

function escalator(of: Omit<Escalator, 'key' | 'name'> & { number: number }): Escalator {
  const { number, ...rest } = of;
  return { ...rest, key: `escalator-${number}`, name: { zh: `${number} 号扶梯`, en: `Escalator ${number}` } };
}

/** Lifts, stairs and escalators as they stand on one floor. */
export function connectorsOn(ordinal: number): readonly Piece[] {
  return [
    ...lifts.filter(({ serves }) => serves.includes(ordinal)).flatMap(liftOn),
    ...stairs.filter(({ serves }) => serves.includes(ordinal)).flatMap((stair) => stairOn(stair, ordinal)),
    ...escalators
      .filter(({ from, to }) => from === ordinal || to === ordinal)
      .flatMap((one) => escalatorOn(one, ordinal)),
  ];
}

function liftOn({ key, name, of, door, bank, use, doorWidth, serves }: Lift): readonly Piece[] {
  const seconds = { entrySeconds: use === 'public' ? 30 : 40, secondsPerFloorUp: 4, secondsPerFloorDown: 4 };
  const staffOnly = use === 'staff';
  const hospital = { bank, use, ...seconds, serves, doorWidth };
  const accessibility = ['wheelchair', 'braille'];
  const restriction = staffOnly ? 'employeesonly' : null;
  return [
    unit({ key, category: 'elevator', name, outer: corners(of), accessibility, restriction, hospital }),
    opening(`${key}-door`, inWall({ of, side: door, width: doorWidth }), {
      type: 'sliding',
      material: 'metal',
      automatic: true,
      accessControl: staffOnly ? ['badgereader'] : null,
    }),
  ];
}

function stairOn({ key, name, of, door, exit }: Stair, ordinal: number): readonly Piece[] {
  const fireDoor = { type: 'swinging', material: 'metal', width: 1.2 };
  // Behind fire doors at the ends of the house: for whoever knows it well, and no shortcut for the rest.
  const hospital = exit === undefined ? null : { entrySeconds: 45 };
  const pieces = [
    unit({ key, category: 'stairs', name, outer: corners(of), hospital }),
    opening(`${key}-door`, inWall({ of, side: door, width: 1.2 }), fireDoor),
  ];
  if (exit === undefined || ordinal !== 0) return pieces;
  const line = inWall({ of, side: exit, width: 1.4 });
  return [...pieces, opening(`${key}-exit`, line, { ...fireDoor, category: 'emergencyexit' })];
}

/** On the floor where one steps on, the end at which one does so is open; where one steps off, the other end. */
function escalatorOn({ key, name, of, from, on }: Escalator, ordinal: number): readonly Piece[] {
  const off = on === 'north' ? 'south' : 'north';
  const end = ordinal === from ? on : off;
  const [x] = middle(of);
  const displayPoint: Place = [x, end === 'north' ? of.north - 0.5 : of.south + 0.5];
  const line = inWall({ of, side: end, width: 1 });
  return [
    unit({ key, category: 'escalator', name, outer: corners(of), displayPoint }),
    opening(`${key}-${end}`, line, { type: 'open', material: 'metal', stepFree: false }),
  ];
}
