import { amenity, comforts } from '../comforts.ts';
import { department } from '../departments.ts';
import type { Floor } from '../floor.ts';
import { landmark, pictures } from '../landmarks.ts';
import { openFront, opening, unit, type Piece } from '../pieces.ts';
import { box, corners, type Box } from '../plane.ts';
import { bedRoom, counter, plant, room, staff } from '../rooms.ts';
import { core, hall, wing } from '../shell.ts';
import { roomIn, strip } from '../strip.ts';

/** Car park, canteen, radiotherapy behind thick walls. */
export const basement: Floor = {
  ordinal: -1,
  sign: 'B1',
  name: { zh: '地下一层', en: 'Basement 1' },
  storeyHeight: 4.8,
  pieces: [
    ...ways(),
    ...core(-1, staffRooms()),
    ...canteen(),
    ...stores(),
    ...radiotherapy(),
    ...carPark(),
    ...comforts(),
    ...pictures({
      'gallery-street-west': ['蓝色灯箱', 'Blue light box'],
      'gallery-street-east': ['橙色灯箱', 'Orange light box'],
      'link-west': ['白色灯箱', 'White light box'],
      'link-east': ['紫色灯箱', 'Purple light box'],
      'end-street-west': ['绿色灯箱', 'Green light box'],
      'end-b': ['黄色灯箱', 'Yellow light box'],
      'end-street-east': ['红色灯箱', 'Red light box'],
    }),
    landmark('aquarium', [50, 18.8], { zh: '水族箱', en: 'Aquarium' }, 1),
  ],
};

function ways(): readonly Piece[] {
  const walkways: readonly (readonly [string, Box])[] = [
    ['street-west', box(0, 22, 33, 26)],
    ['street-east', box(67, 22, 100, 26)],
    ['corridor-b', box(0, 37, 33, 40)],
    ['end-a', box(0, 3, 2.4, 22)],
    ['end-b', box(0, 26, 2.4, 37)],
    ['link', box(33, 37, 67, 40)],
  ];
  const name = { zh: '地下大厅', en: 'Basement hall' };
  return [
    unit({ key: 'basement-hall', category: 'lobby', name, outer: corners(box(33, 18, 67, 32)) }),
    ...walkways.map(([key, of]) => unit({ key, category: 'walkway', outer: corners(of) })),
  ];
}

function canteen(): readonly Piece[] {
  const eating = { zh: '职工食堂和病友餐厅', en: 'Canteen' };
  return [
    unit({ key: 'canteen', category: 'foodservice', name: eating, outer: corners(box(33, 3, 67, 18)) }),
    opening(
      'canteen-west',
      [
        [38, 18],
        [42, 18],
      ],
      openFront(4),
    ),
    opening(
      'canteen-east',
      [
        [58, 18],
        [62, 18],
      ],
      openFront(4),
    ),
    ...roomIn({
      key: 'kitchen',
      of: box(14, 3, 33, 16.5),
      door: 'east',
      room: staff('厨房', 'Kitchen', { category: 'kitchen' }),
    }),
    department({ zh: '食堂', en: 'Canteen', category: 'restaurant', unit: 'canteen', hours: 'Mo-Su 06:30-19:00' }),
    amenity({
      key: 'atm',
      category: 'atm',
      at: [34, 19],
      name: { zh: '自动取款机', en: 'Cash machine' },
      accessible: true,
    }),
  ];
}

function stores(): readonly Piece[] {
  return [
    ...roomIn({
      key: 'central-store',
      of: box(2.4, 3, 14, 16.5),
      door: 'west',
      room: staff('中心库房', 'Central store', { category: 'storage' }),
    }),
    ...strip({
      key: 'a-street',
      within: box(2.4, 16.5, 33, 22),
      doors: 'north',
      rooms: [
        staff('药库', 'Pharmacy store', { category: 'storage' }),
        staff('被服库', 'Linen store', { category: 'storage' }),
        staff('器械维修室', 'Equipment repair'),
        room('轮椅平车清洗处', 'Wheelchair washing'),
        room('失物招领处', 'Lost property'),
        plant(0.8),
      ],
    }),
  ];
}

function radiotherapy(): readonly Piece[] {
  const vault = { weight: 1.6 } as const;
  return [
    ...wing('B', {
      outer: [
        bedRoom('加速器一室', 'Linear accelerator 1', vault),
        bedRoom('加速器二室', 'Linear accelerator 2', vault),
        bedRoom('后装治疗室', 'Brachytherapy'),
        staff('放疗控制室', 'Radiotherapy control'),
      ],
      inner: [
        counter({ zh: '放疗登记处', en: 'Radiotherapy reception', width: 2 }),
        bedRoom('模拟定位 CT 室', 'Simulator CT', { weight: 1.4 }),
        room('模具室', 'Mould room'),
        room('放疗诊室', 'Radiotherapy consulting', { category: 'office' }),
      ],
      street: [
        staff('物理计划室', 'Treatment planning'),
        staff('放疗医生办公室', "Radiotherapy doctors' office"),
        room('放疗更衣室', 'Changing room, radiotherapy'),
        room('放疗家属等候室', 'Radiotherapy family waiting', { category: 'lounge' }),
      ],
    }),
    ...roomIn({ key: 'ventilation', of: box(0, 40, 6, 45), door: 'south', room: plant() }),
    ...hall('B', { name: { zh: '放疗候诊区', en: 'Radiotherapy waiting area' } }),
    department({ zh: '放疗科', en: 'Radiotherapy', category: 'radiology', unit: 'b-inner-1' }),
  ];
}

function carPark(): readonly Piece[] {
  const drive = { category: 'automobile', type: 'open', material: 'unspecified', stepFree: false } as const;
  const parking = (zh: string, en: string) => ({ category: 'parking', name: { zh, en } });
  return [
    unit({ key: 'parking-c', ...parking('停车场 C 区', 'Car park C'), outer: corners(box(67, 3, 100, 22)) }),
    unit({ key: 'parking-d', ...parking('停车场 D 区', 'Car park D'), outer: corners(box(67, 26, 100, 45)) }),
    opening(
      'parking-c-door',
      [
        [80, 22],
        [84, 22],
      ],
      openFront(4),
    ),
    opening(
      'parking-d-door',
      [
        [80, 26],
        [84, 26],
      ],
      openFront(4),
    ),
    opening(
      'drive-in',
      [
        [100, 10],
        [100, 15],
      ],
      { ...drive, name: { zh: '停车场入口', en: 'Car park entry' } },
    ),
    opening(
      'drive-out',
      [
        [100, 33],
        [100, 38],
      ],
      { ...drive, name: { zh: '停车场出口', en: 'Car park exit' } },
    ),
    amenity({
      key: 'parking-pay',
      category: 'cashier',
      at: [68.2, 25.4],
      name: { zh: '停车缴费机', en: 'Parking payment' },
      accessible: true,
    }),
  ];
}

function staffRooms(): readonly ReturnType<typeof staff>[] {
  return [
    staff('配电室', 'Power distribution', { category: 'storage' }),
    staff('水泵房', 'Pumps', { category: 'storage', weight: 1.3 }),
    staff('司机休息室', "Drivers' lounge", { category: 'privatelounge' }),
    staff('空调机房', 'Air conditioning', { category: 'storage' }),
    staff('废物暂存间', 'Waste', { category: 'storage' }),
    staff('氧气汇流排间', 'Oxygen supply', { category: 'storage' }),
    plant(0.6),
  ];
}
