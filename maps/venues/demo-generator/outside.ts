import { amenity } from './comforts.ts';
import { opening, unit, type Piece } from './pieces.ts';
import { box, corners, type Place } from './plane.ts';

/* Before the main door: forecourt, three steps or a ramp of 1 : 12, the porch. */

const entrance = { category: 'pedestrian.principal', type: 'sliding', material: 'glass', automatic: true } as const;

export function outside(): readonly Piece[] {
  return [
    unit({ key: 'porch', category: 'walkway', name: { zh: '门廊', en: 'Porch' }, outer: corners(box(38, -4, 66, 0)) }),
    unit({
      key: 'entrance-steps',
      category: 'steps',
      name: { zh: '大门台阶', en: 'Entrance steps' },
      outer: corners(box(40, -5.2, 58, -4)),
    }),
    unit({
      key: 'entrance-ramp',
      category: 'ramp',
      name: { zh: '大门坡道', en: 'Entrance ramp' },
      accessibility: ['wheelchair'],
      outer: corners(box(61, -9.4, 63.4, -4)),
    }),
    unit({ key: 'bed-west', category: 'vegetation', outer: corners(box(30, -5.2, 40, -4)) }),
    unit({ key: 'bed-middle', category: 'vegetation', outer: corners(box(58, -9.4, 61, -4)) }),
    unit({ key: 'bed-east', category: 'vegetation', outer: corners(box(63.4, -9.4, 74, -4)) }),
    unit({
      key: 'forecourt',
      category: 'walkway',
      name: { zh: '门诊广场', en: 'Forecourt' },
      outer: forecourt,
      displayPoint: [49, -10],
    }),
    opening(
      'entrance-middle',
      [
        [48.5, 0],
        [51.5, 0],
      ],
      { ...entrance, name: { zh: '门诊大门', en: 'Main entrance' } },
    ),
    opening(
      'entrance-west',
      [
        [44, 0],
        [46, 0],
      ],
      entrance,
    ),
    opening(
      'entrance-east',
      [
        [54, 0],
        [56, 0],
      ],
      entrance,
    ),
    opening(
      'emergency-entrance',
      [
        [0, 8.3],
        [0, 10.7],
      ],
      { ...entrance, name: { zh: '急诊入口', en: 'Emergency entrance' } },
    ),
    opening(
      'east-entrance',
      [
        [100, 22.8],
        [100, 25.2],
      ],
      { ...entrance, name: { zh: '门诊东门', en: 'East entrance' } },
    ),
    amenity({ key: 'taxi', category: 'taxi', at: [34, -14], name: { zh: '出租车上客处', en: 'Taxis' } }),
    amenity({ key: 'bus', category: 'bus', at: [70, -14], name: { zh: '公交车站', en: 'Bus stop' } }),
  ];
}

const forecourt: readonly Place[] = [
  [26, -16],
  [78, -16],
  [78, -9.4],
  [58, -9.4],
  [58, -5.2],
  [26, -5.2],
];
