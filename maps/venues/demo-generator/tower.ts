import { openFront, unit, type Bilingual, type Piece } from './pieces.ts';
import { box, corners } from './plane.ts';
import { backRooms, bedRoom, plant, staff } from './rooms.ts';
import { strip, type RoomSpec } from './strip.ts';

/* The inpatient tower (住院楼) west of the outpatient block. */

/** Its corridor and both rows; the southern row is all rooms, the northern begins at the lifts. */
export function tower(rooms: {
  south: readonly RoomSpec[];
  north: readonly RoomSpec[];
  end: RoomSpec;
}): readonly Piece[] {
  return [
    unit({ key: 't-corridor', category: 'walkway', outer: corners(box(-70, 22.6, -20, 25.4)) }),
    ...strip({ key: 't-south', within: box(-70, 16, -20, 22.6), doors: 'north', rooms: rooms.south }),
    ...strip({ key: 't-north', within: box(-66, 25.4, -36, 32), doors: 'south', rooms: rooms.north }),
    ...strip({ key: 't-end', within: box(-24, 25.4, -20, 32), doors: 'south', rooms: [rooms.end] }),
    unit({
      key: 't-plant',
      category: 'nonpublic',
      restriction: 'restricted',
      outer: [
        [-32, 28.6],
        [-29.2, 28.6],
        [-29.2, 28],
        [-24, 28],
        [-24, 32],
        [-32, 32],
      ],
    }),
    ...plantHatch,
  ];
}

const plantHatch: readonly Piece[] = [
  {
    piece: 'opening',
    key: 't-plant-hatch',
    category: 'service',
    name: null,
    line: [
      [-28.6, 32],
      [-27.4, 32],
    ],
    door: { automatic: false, material: 'metal', type: 'swinging' },
    accessControl: ['keyaccess'],
    stepFree: true,
  },
];

/** Toilets of the tower, beside its lifts. */
export const visitorToilet: RoomSpec = {
  name: { zh: '住院楼无障碍卫生间', en: 'Accessible toilet, inpatient building' },
  category: 'restroom.unisex.wheelchair',
  accessibility: ['wheelchair'],
  door: { width: 1, type: 'sliding', automatic: true },
};

/** A ward: beds three by three, its nurses in the middle, its back at the far end. */
export function ward(of: Bilingual): readonly Piece[] {
  const beds = (from: number): RoomSpec => bedRoom(`${from}–${from + 2} 床`, `Beds ${from}–${from + 2}`);
  const back = backRooms(of);
  return tower({
    south: [
      ...[25, 22, 19, 16].map(beds),
      { name: { zh: `${of.zh}护士站`, en: `${of.en} nurses` }, category: 'office', door: openFront(4), weight: 1.4 },
      ...[13, 10, 7, 4, 1].map(beds),
      bedRoom('家属谈话间', 'Family room'),
    ],
    north: [
      back.store,
      back.office,
      back.teaching,
      back.treatment,
      staff('配药室', 'Medicine preparation', { weight: 0.8 }),
      bedRoom('抢救单间', 'Resuscitation room', { restriction: 'restricted' }),
      plant(0.4),
    ],
    end: visitorToilet,
  });
}

/** Between the two houses: the footbridge on floor 3, the covered walk on floor 1. */
export function between(name: Bilingual, category: 'footbridge' | 'walkway'): Piece {
  const accessibility = ['wheelchair'];
  return unit({ key: 'between', category, name, outer: corners(box(-20, 22.6, 0, 25.4)), accessibility });
}
