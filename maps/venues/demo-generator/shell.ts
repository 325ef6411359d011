import { connectorsOn, escalators } from './connectors.ts';
import { opening, openFront, unit, type Bilingual, type Piece } from './pieces.ts';
import { box, corners, inWall, type Box, type Place, type Side } from './plane.ts';
import { plant, staff } from './rooms.ts';
import { strip, type RoomSpec } from './strip.ts';

/* What every floor of the outpatient block has in the same place: streets, core, stairs, toilets, the staff's back. */

/** Four wings about the middle: A south-west, B north-west, C south-east, D north-east. */
export type Wing = 'A' | 'B' | 'C' | 'D';

/** The three rows of a wing: at its outer wall, on its own corridor, and on the street in the middle of the house. */
export type Row = 'outer' | 'inner' | 'street';

/** Where a wing's rows lie and in which wall their doors are. */
export const rows: Readonly<Record<Wing, Readonly<Record<Row, { within: Box; doors: 'north' | 'south' }>>>> = {
  A: {
    outer: { within: box(6, 3, 33, 8), doors: 'north' },
    inner: { within: box(2.4, 11, 23, 16.5), doors: 'south' },
    street: { within: box(2.4, 16.5, 23, 22), doors: 'north' },
  },
  B: {
    outer: { within: box(6, 40, 33, 45), doors: 'south' },
    inner: { within: box(2.4, 31.5, 23, 37), doors: 'north' },
    street: { within: box(2.4, 26, 23, 31.5), doors: 'south' },
  },
  C: {
    outer: { within: box(67, 3, 94, 8), doors: 'north' },
    inner: { within: box(77, 11, 97.6, 16.5), doors: 'south' },
    street: { within: box(77, 16.5, 97.6, 22), doors: 'north' },
  },
  D: {
    outer: { within: box(67, 40, 81, 45), doors: 'south' },
    inner: { within: box(77, 31.5, 97.6, 37), doors: 'north' },
    street: { within: box(77, 26, 97.6, 31.5), doors: 'south' },
  },
};

/** The waiting hall of each wing, open to the gallery and to its corridor. */
export const halls: Readonly<Record<Wing, Box>> = {
  A: box(23, 11, 33, 22),
  B: box(23, 26, 33, 37),
  C: box(67, 11, 77, 22),
  D: box(67, 26, 77, 37),
};

/** The corridors of the wings; floors above the lower one have them in the same place. */
export function corridors(): readonly Piece[] {
  const ways: readonly (readonly [string, Box])[] = [
    ['corridor-a', box(0, 8, 33, 11)],
    ['street-west', box(0, 22, 33, 26)],
    ['corridor-b', box(0, 37, 33, 40)],
    ['corridor-c', box(67, 8, 100, 11)],
    ['street-east', box(67, 22, 100, 26)],
    ['corridor-d', box(67, 37, 100, 40)],
    ['end-a', box(0, 11, 2.4, 22)],
    ['end-b', box(0, 26, 2.4, 37)],
    ['end-c', box(97.6, 11, 100, 22)],
    ['end-d', box(97.6, 26, 100, 37)],
    ['link', box(33, 37, 67, 40)],
  ];
  return ways.map(([key, of]) => unit({ key, category: 'walkway', outer: corners(of) }));
}

/** The rows of a wing. */
export function wing(name: Wing, rooms: Readonly<Partial<Record<Row, readonly RoomSpec[]>>>): readonly Piece[] {
  const places = rows[name];
  return (Object.keys(places) as Row[]).flatMap((row) =>
    strip({ key: `${name.toLowerCase()}-${row}`, ...places[row], rooms: rooms[row] ?? [] }),
  );
}

/**
 * A waiting hall, open to the corridor of its wing and to the gallery. `area`: of the site; `walkThrough`: one reaches
 * counters through it.
 */
export function hall(name: Wing, of: Hall): readonly Piece[] {
  const key = `hall-${name.toLowerCase()}`;
  const { area, walkThrough = false, mouths = [toCorridor[name], toGallery[name]] } = of;
  const category = walkThrough ? 'lobby' : 'waitingroom';
  const hospital = area === undefined ? null : { area };
  return [
    unit({ key, category, name: of.name, outer: corners(halls[name]), hospital }),
    ...mouths.map((side) => opening(`${key}-${side}`, mouth(name, side), openFront(4))),
  ];
}

interface Hall {
  readonly name: Bilingual;
  readonly area?: string;
  readonly walkThrough?: boolean;
  readonly mouths?: readonly Side[];
}

const toCorridor = { A: 'south', B: 'north', C: 'south', D: 'north' } as const;
const toGallery = { A: 'east', B: 'east', C: 'west', D: 'west' } as const;

/** The northern half of B and D lies against the toilets and the store of the core: their mouth is in the southern. */
function mouth(name: Wing, side: Side): readonly [Place, Place] {
  const along = side === toGallery[name] && (name === 'B' || name === 'D') ? 0.27 : 0.5;
  return inWall({ of: halls[name], side, width: 4, along });
}

/** The ring about the atrium, and the void itself. */
export function galleryAbout(ordinal: number): readonly Piece[] {
  const holes = [atrium, ...escalatorRings(ordinal)];
  return [
    unit({ key: 'gallery', category: 'walkway', outer: bay, holes, displayPoint: [50, 6.5] }),
    unit({ key: 'atrium', category: 'opentobelow', outer: atrium }),
  ];
}

/** What escalators take of the floor; two beside each other are one hole. */
export function escalatorRings(ordinal: number): readonly (readonly Place[])[] {
  const boxes = escalators.filter(({ from, to }) => from === ordinal || to === ordinal).map(({ of }) => of);
  const pairs = Map.groupBy(boxes, ({ west }) => west > 50);
  return [...pairs.values()].map((pair) =>
    corners(
      box(
        Math.min(...pair.map(({ west }) => west)),
        Math.min(...pair.map(({ south }) => south)),
        Math.max(...pair.map(({ east }) => east)),
        Math.max(...pair.map(({ north }) => north)),
      ),
    ),
  );
}

/** The middle of the house, with its bay over the entrance. */
export const bay: readonly Place[] = [
  [33, 3],
  [38, 0],
  [62, 0],
  [67, 3],
  [67, 32],
  [33, 32],
];

/** The void over the lobby. */
export const atrium: readonly Place[] = [
  [47, 11],
  [53, 11],
  [57, 15],
  [57, 25],
  [53, 29],
  [47, 29],
  [43, 25],
  [43, 15],
];

/** Lift hall, toilets, the staff's back and everything that joins floors. */
export function core(ordinal: number, back: readonly RoomSpec[]): readonly Piece[] {
  const liftHall = unit({
    key: 'lift-hall',
    category: 'walkway',
    name: { zh: '电梯厅', en: 'Lift hall' },
    outer: corners(box(47, 32, 53, 37)),
  });
  return [liftHall, ...toilets(), ...eastOfLifts(), ...staffZone(back), ...connectorsOn(ordinal)];
}

function toilets(): readonly Piece[] {
  const rest = (zh: string, en: string, category: string): RoomSpec => ({
    name: { zh, en },
    category,
    // A strip to be felt leads to them; wheelchairs have a toilet of their own beside them.
    accessibility: ['tactilepaving'],
    door: { width: 1, type: 'open', material: 'unspecified' },
  });
  return strip({
    key: 'toilets',
    within: box(33, 32, 44.4, 37),
    doors: 'south',
    rooms: [
      { ...rest('男卫生间', "Men's toilet", 'restroom.male'), weight: 3.6 },
      { ...rest('女卫生间', "Women's toilet", 'restroom.female'), weight: 3.8 },
      {
        ...rest('无障碍卫生间', 'Accessible toilet', 'restroom.unisex.wheelchair'),
        accessibility: ['wheelchair'],
        door: { width: 1, type: 'sliding', automatic: true },
        weight: 2.4,
      },
      { ...rest('开水间', 'Drinking water', 'room'), weight: 1.6 },
    ],
  });
}

function eastOfLifts(): readonly Piece[] {
  const nursing: RoomSpec = { name: { zh: '母婴室', en: "Mothers' room" }, category: 'mothersroom', weight: 3 };
  const cleaner = staff('保洁间', "Cleaners' room", { category: 'storage', weight: 2 });
  return strip({ key: 'core-east', within: box(59, 32, 67, 37), doors: 'south', rooms: [nursing, cleaner, plant(3)] });
}

/** Behind a badge reader: a corridor, rooms on both sides, the staff lift. */
function staffZone(back: readonly RoomSpec[]): readonly Piece[] {
  const half = Math.ceil(back.length / 2);
  const corridor = unit({
    key: 'staff-corridor',
    category: 'walkway',
    name: { zh: '职工通道', en: 'Staff only' },
    restriction: 'employeesonly',
    displayPoint: [54, 45.6],
    outer: [
      [42, 44.4],
      [64, 44.4],
      [64, 40],
      [67, 40],
      [67, 46.8],
      [42, 46.8],
    ],
  });
  const pipes = unit({
    key: 'plant-north',
    category: 'nonpublic',
    restriction: 'restricted',
    displayPoint: [36, 47],
    outer: [
      [33, 43.2],
      [38.2, 43.2],
      [38.2, 44.4],
      [42, 44.4],
      [42, 51],
      [33, 51],
    ],
  });
  return [corridor, pipes, ...staffDoors(), ...staffRooms(back.slice(0, half), back.slice(half))];
}

function staffDoors(): readonly Piece[] {
  const badge = { accessControl: ['badgereader'], material: 'metal', width: 1.6 } as const;
  const key = { ...badge, accessControl: ['keyaccess'] } as const;
  return [
    opening(
      'staff-corridor-door',
      [
        [64.7, 40],
        [66.3, 40],
      ],
      badge,
    ),
    opening(
      'plant-north-door',
      [
        [42, 45],
        [42, 46.2],
      ],
      key,
    ),
  ];
}

function staffRooms(south: readonly RoomSpec[], north: readonly RoomSpec[]): readonly Piece[] {
  return [
    ...strip({ key: 'staff-south', within: box(42, 40, 64, 44.4), doors: 'north', rooms: south }),
    ...strip({ key: 'staff-north', within: box(44.6, 46.8, 67, 51), doors: 'south', rooms: north }),
  ];
}
