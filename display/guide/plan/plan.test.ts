import type { GuideLevel, GuidePlan, GuideStep, GuideWay } from '@lobby/hub/contract';
import { expect, test } from 'vitest';
import { walkOf } from '../walk/walk.ts';
import { aboveFloor, matrixOf, onPaper } from './heads-up.ts';
import { overlap } from '../boxes.ts';
import { boxAt, placeSigns } from './place-signs.ts';
import { arrowsAlong } from './ribbon.ts';
import { cornersOf, sheetOfFloor, sheetsOf } from './sheet.ts';
import { signsOf, takenBy, type Drawing, type Sign } from './signs.ts';
import { linesOf } from './texts.ts';

const ground: GuideLevel = { id: 'g', ordinal: 0, sign: both('1'), name: { zh: '一楼', en: 'Floor 1' } };
const third: GuideLevel = { id: 't', ordinal: 2, sign: both('3'), name: { zh: '三楼', en: 'Floor 3' } };
const lift = { zh: '乘 3 号电梯上到 3 楼', en: 'Take Lift 3 up to floor 3' };

const way: GuideWay = {
  version: '1',
  profile: 'default',
  from: { id: 'k', name: both('K01'), detail: null, level: ground },
  to: { id: 'occupant-of-room-9', name: { zh: '9 诊室', en: 'Room 9' }, detail: null, level: third },
  heading: 0,
  summary: { words: both(''), minutes: 1, metres: 40, turns: 0, lifts: 1, flights: 0 },
  steps: [
    step({ kind: 'start', at: 0 }),
    step({ kind: 'connector', at: 1, connector: 'lift', level: third, words: lift }),
    step({ kind: 'arrive', at: 3 }),
  ],
  path: [
    { level: 'g', x: 20, y: 2, via: null },
    { level: 'g', x: 20, y: 30, via: 'walk' },
    { level: 't', x: 20, y: 30, via: 'lift' },
    { level: 't', x: 37, y: 5, via: 'walk' },
  ],
  phone: null,
};

const plan: GuidePlan = { version: '1', levels: [floor(ground), floor(third)], attribution: null };
const sheets = sheetsOf(way, plan);
const paper = { width: 800, height: 900 };

function both(text: string): { zh: string; en: string } {
  return { zh: text, en: text };
}

function step(of: Partial<GuideStep> & Pick<GuideStep, 'kind' | 'at'>): GuideStep {
  return { words: both(''), metres: 10, turn: null, connector: null, level: null, ...of };
}

/** Ten rooms of 4 m in a row, open ground behind them, a tree. */
function floor(level: GuideLevel): GuidePlan['levels'][number] {
  const square = (x: number, y: number): [number, number][] => [
    [x, y],
    [x + 4, y],
    [x + 4, y + 4],
    [x, y + 4],
  ];
  const rooms = Array.from({ length: 10 }, (_, index) => {
    const [x, y] = [index * 4, 3];
    const name = { zh: `${index} 诊室`, en: `Room ${index}` };
    const labelAt: [number, number] = [x + 2, y + 2];
    return { id: `room-${index}`, look: 'room' as const, name, labelAt, polygons: [[square(x, y)]] };
  });
  const marks = [
    { id: 'pine', category: 'landmark', name: { zh: '迎客松', en: 'Pine' }, at: [22, 28] as [number, number] },
  ];
  const outline: [number, number][] = [
    [0, 0],
    [40, 0],
    [40, 36],
    [0, 36],
  ];
  return { level, storeyHeight: 4, outline: [[outline]], units: rooms, marks, kiosks: [] };
}

function drawingOf(index: number, languages: Drawing['languages'] = ['zh', 'en']): Drawing {
  const sheet = sheets[index];
  if (sheet === undefined) throw new Error('no such floor on the way');
  const matrix = matrixOf(aboveFloor(cornersOf(sheet.floor), paper, { heading: 0, least: 20 }), paper);
  return { sheet, matrix, paper, em: 22, languages, goal: way.to.name };
}

function placed(drawing: Drawing): readonly { readonly sign: Sign; readonly at: readonly [number, number] }[] {
  const signs = signsOf(drawing);
  const places = placeSigns(signs, paper, takenBy(drawing));
  return signs.flatMap((sign) => {
    const at = places.get(sign.id);
    return at === undefined ? [] : [{ sign, at }];
  });
}

test('a way over two floors is two sheets: where one stands, and where one is led to', () => {
  expect(sheets.map(({ floor: { level }, isStart, leaves }) => [level.id, isStart, leaves?.connector])).toEqual([
    ['g', true, 'lift'],
    ['t', false, undefined],
  ]);
});

test('the room in which the way ends is lit, whatever the destination is called in the map', () => {
  expect(sheets.map(({ goal }) => goal?.id)).toEqual([undefined, 'room-9']);
});

test('a way that ends in a hall lights the hall, on the plan as in the building, and is named where it ends', () => {
  const hall = {
    id: 'hall',
    look: 'way' as const,
    name: both('Hall'),
    labelAt: [2, 34] as [number, number],
    polygons: plan.levels[1]?.outline[0] === undefined ? [] : [plan.levels[1].outline[0]],
  };
  const levels = plan.levels.map((each) => ({ ...each, units: [...each.units, hall] }));
  const [path, around] = [
    [...way.path.slice(0, -1), { level: 't', x: 30, y: 30, via: 'walk' as const }],
    { ...plan, levels },
  ];
  const desk = { ...way, path };
  const last = sheetsOf(desk, around).at(-1);
  expect([last?.goal?.id, walkOf(desk, around).goal?.id]).toEqual(['hall', 'hall']);
  const drawing = { ...drawingOf(1), ...(last && { sheet: last }) };
  const point = signsOf(drawing).find(({ kind }) => kind === 'goal')?.point;
  expect(point).toEqual(onPaper(drawing.matrix, [30, 30]));
});

test('what is told of a floor that nobody is led over stands on its room or near it, and for all other names', () => {
  const sheet = sheetOfFloor(plan, 2);
  if (sheet === undefined) throw new Error('no floor');
  const rooms = sheet.floor.units.filter(({ look }) => look === 'room').slice(0, 4);
  const told = new Map(
    rooms.map(({ id }, index) => [
      id,
      { words: { zh: `心内科 ${index}`, en: `Cardiology ${index}` }, least: String(index) },
    ]),
  );
  const drawing: Drawing = { ...drawingOf(1), sheet, goal: null, told };
  const signs = placed(drawing);
  const texts = signs.flatMap(({ sign }) => (sign.kind === 'busy' ? [sign.lines[0]?.text] : []));
  expect(texts.toSorted()).toEqual(['心内科 0', '心内科 1', '心内科 2', '心内科 3']);
  expect(signs.filter(({ sign }) => !['busy', 'icon'].includes(sign.kind))).toEqual([]);
  const boxes = signs.map(({ sign, at }) => boxAt(at, sign));
  expect(boxes.flatMap((box, one) => boxes.slice(one + 1).filter((other) => overlap(box, other)))).toEqual([]);
});

test('of a name that is too long for the paper the number alone stands there', () => {
  const sheet = sheetOfFloor(plan, 2);
  const [room, other] = sheet?.floor.units ?? [];
  if (sheet === undefined || room === undefined || other === undefined) throw new Error('no rooms');
  const narrow = { width: 200, height: 600 };
  const matrix = matrixOf(aboveFloor(cornersOf(sheet.floor), narrow, { heading: 0, least: 20 }), narrow);
  const told = new Map([
    [room.id, { words: both('Nephrology, rheumatology and haematology 9'), least: '9' }],
    [other.id, { words: both('Surgery 3'), least: '3' }],
  ]);
  const drawing: Drawing = { ...drawingOf(1), sheet, matrix, paper: narrow, languages: ['en'], goal: null, told };
  const signs = signsOf(drawing);
  const places = placeSigns(signs, narrow, []);
  const texts = signs.flatMap(({ id, lines }) => (places.has(id) ? [lines.map(({ text }) => text).join(' ')] : []));
  expect(texts.toSorted()).toEqual(['9', 'Surgery 3']);
});

test('where one is, the lift with its floor and the destination always find a place', () => {
  const kinds = [0, 1].map((index) => placed(drawingOf(index)).map(({ sign }) => sign.kind));
  expect(kinds[0]).toEqual(expect.arrayContaining(['here', 'change', 'told']));
  expect(kinds[1]).toEqual(expect.arrayContaining(['goal']));
});

test('the lift on the plan carries the floor as it is signed, and says what the step says', () => {
  const change = placed(drawingOf(0)).find(({ sign }) => sign.kind === 'change');
  expect(change?.sign.to).toEqual({ sign: '3', isUp: true });
  expect(
    change?.sign.lines
      .filter(({ lang }) => lang === 'zh-CN')
      .map(({ text }) => text)
      .join(' '),
  ).toBe(lift.zh);
  expect(
    change?.sign.lines
      .filter(({ lang }) => lang === 'en')
      .map(({ text }) => text)
      .join(' '),
  ).toBe(lift.en);
});

test('no two signs lie over each other, none over the way, and none is cut by the rim', () => {
  for (const index of [0, 1]) {
    const drawing = drawingOf(index);
    const boxes = placed(drawing).map(({ sign, at }) => boxAt(at, sign));
    const over = boxes.flatMap((box, one) => boxes.slice(one + 1).filter((other) => overlap(box, other)));
    expect(over).toEqual([]);
    expect(boxes.filter((box) => takenBy(drawing).some((taken) => overlap(box, taken)))).toEqual([]);
    expect(boxes.every(({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= 800 && bottom <= 900)).toBe(
      true,
    );
  }
});

test('what has to be read lies over the way where there is no other room, and never over another sign', () => {
  const small = { width: 160, height: 60 };
  const everything = [{ left: 0, top: 0, right: 160, bottom: 60 }];
  const wish = { width: 100, height: 40, priority: 98, places: [[80, 30] as const] };
  expect(placeSigns([{ ...wish, id: 'name' }], small, everything).size).toBe(0);
  const needed = { ...wish, isNeeded: true };
  expect([
    ...placeSigns(
      [
        { ...needed, id: 'lift' },
        { ...needed, id: 'room', priority: 97 },
      ],
      small,
      everything,
    ),
  ]).toEqual([['lift', [80, 30]]]);
});

test('a name that is longer than its room stays away rather than across the walls', () => {
  const names = (em: number): number =>
    signsOf({ ...drawingOf(0, ['zh']), em }).filter(({ kind }) => kind === 'name').length;
  expect(names(16)).toBe(10);
  expect(names(60)).toBe(0);
});

test('names are broken where there is a space and never within a word of Hanzi', () => {
  const name = { zh: '心血管内科 3 诊室', en: 'Cardiology room 3' };
  expect(linesOf(name, ['zh'], 6).map(({ text }) => text)).toEqual(['心血管内科', '3 诊室']);
  expect(linesOf({ zh: '心血管内科', en: '' }, ['zh'], 2).map(({ text }) => text)).toEqual(['心血管内科']);
});

test('arrow heads point along the way, and short pieces have none', () => {
  const arrows = arrowsAlong(
    [
      [0, 100],
      [0, 0],
      [10, 0],
      [100, 0],
    ],
    50,
  );
  expect(new Set(arrows.map(({ turn }) => turn))).toEqual(new Set([0, 90]));
  expect(arrows.every(({ at: [left] }) => left === 0 || left > 10)).toBe(true);
});

test('the arrow of the reader is on the paper where the way begins', () => {
  const { sheet, matrix } = drawingOf(0);
  const [left, top] = onPaper(matrix, sheet.line[0] ?? [NaN, NaN]);
  expect(left).toBeCloseTo(400, 0);
  expect(top).toBeGreaterThan(450);
});
