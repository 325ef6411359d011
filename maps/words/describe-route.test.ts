import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Venue } from '../venue.ts';
import { describeRoute } from './describe-route.ts';
import { countHanzi, countWords } from './phrases.ts';
import { building, buildingGraph as graph, routeAlong } from './sample-building.ts';

const toWaiting = [
  'terminal',
  'corner',
  'lift-1-door',
  'lift-1',
  'lift-3',
  'lift-3-door',
  'gallery-west',
  'waiting-door',
  'waiting',
];

const toEyes = [
  ...'pharmacy pharmacy-door corner lift-1-door lift-1 lift-3 lift-3-door gallery-east'.split(' '),
  'room-312-door',
  'room-312',
];

const saidIn = (language: 'zh' | 'en', route: readonly string[], heading: number | null) =>
  describeRoute({ graph, route: routeAlong(...route), heading }).steps.map((step) => step[language]);

it('a patient at the terminal is sent to cardiology in the words of a nurse', () => {
  expect(saidIn('zh', toWaiting, 0)).toEqual([
    '面向屏幕，向右转身，走到药房',
    '到药房左转，走到 3 号电梯',
    '乘 3 号电梯上到 3 楼',
    '出电梯右转，经过护士站',
    '心内科候诊区在右边，看大屏叫号',
  ]);
  expect(saidIn('en', toWaiting, 0)).toEqual([
    'Facing the screen, turn right to the Pharmacy',
    'At the Pharmacy, turn left to Lift 3',
    'Take Lift 3 up to floor 3',
    'Out of the lift, turn right past the Nurses’ station',
    'The Cardiology waiting area is on your right; watch the screen',
  ]);
});

it('the way back begins at the door of the room and needs no terminal', () => {
  expect(saidIn('zh', toWaiting.toReversed(), null)).toEqual([
    '从心内科候诊区出来，左转，走到 3 号电梯',
    '乘 3 号电梯下到 1 楼',
    '出电梯直走到药房',
    '到药房右转',
    '大厅 1 号机就在前面',
  ]);
});

it('on a long corridor the walker is told on the way that it is still right', () => {
  const steps = saidIn('zh', toEyes, null);
  expect(steps.slice(3)).toEqual([
    '出电梯左转，往影像科方向走',
    '经过影像科，继续直走',
    '继续直走约 30 米',
    '眼科诊室在左边，门牌号 3-12',
  ]);
});

it('the first line says how long it takes, how far it is and what is ridden', () => {
  const { summary } = describeRoute({ graph, route: routeAlong(...toWaiting), heading: 0 });
  expect(summary.zh).toBe('约 2 分钟 · 80 米 · 转 2 次弯 · 乘电梯 1 次');
  expect(summary.en).toBe('About 2 min · 80 m · 2 turns · 1 lift ride');
});

const said = (venue: Venue, route: readonly string[], heading: number | null) =>
  describeRoute({ graph: { ...graph, venue }, route: routeAlong(...route), heading }).steps;

it('where there is nothing to see, the line on the floor is followed, and where there is none, metres are said', () => {
  const bare: Venue = { ...building, occupants: [] };
  expect(
    said(bare, toWaiting, 0)
      .slice(0, 2)
      .map(({ zh }) => zh),
  ).toEqual(['面向屏幕，向右转身，走约 25 米', '左转，走到 3 号电梯']);
  const line: Venue['details'][number]['line'] = [
    [10, 3],
    [30, 3],
    [30, 20],
  ];
  const lined: Venue = {
    ...bare,
    details: [{ id: 'line', levelId: 'ground', line, guide: { colour: { zh: '红色', en: 'red' } } }],
  };
  const [, turn] = said(lined, toWaiting, 0);
  expect([turn?.zh, turn?.en]).toEqual(['沿红色导向线左转，走到 3 号电梯', 'On the red line turn left to Lift 3']);
});

it('a floor is called as it is signed, whatever its ordinal', () => {
  const levels = building.levels.map((level) => ({ ...level, shortName: { zh: '8', en: '8' } }));
  expect(said({ ...building, levels }, toWaiting, 0)[2]).toMatchObject({
    kind: 'connector',
    direction: 'up',
    zh: '乘 3 号电梯上到 8 楼',
    en: 'Take Lift 3 up to floor 8',
    sign: { zh: '8', en: '8' },
  });
});

it('a terminal whose heading nobody gave sends people to what they can see', () => {
  expect(said(building, toWaiting, null)[0]).toMatchObject({ zh: '从大厅 1 号机出发，走到药房' });
});

it('however things are called, no step is longer than one look', () => {
  const word = fc.constantFrom(
    '心',
    '血管',
    '国家区域医疗中心',
    'Multi',
    'disciplinary ',
    'of the ',
    '3',
    '<b>',
    ' ',
    '（',
    '🙂',
  );
  const name = fc.array(word, { maxLength: 14 }).map((words) => ({ zh: words.join(''), en: words.join(' ') }));
  fc.assert(
    fc.property(name, name, name, name, (room, shop, lift, place) => {
      const venue: Venue = {
        ...building,
        units: building.units.map((unit) => ({ ...unit, name: room })),
        occupants: building.occupants.map((occupant) => ({ ...occupant, name: shop })),
        connectors: building.connectors.map((connector) => ({ ...connector, name: lift })),
        amenities: building.amenities.map((amenity) => ({ ...amenity, name: place })),
      };
      for (const [route, heading] of [
        [toWaiting, 0] as const,
        [toEyes, null] as const,
        [toWaiting.toReversed(), null] as const,
      ]) {
        for (const { zh, en } of said(venue, route, heading)) {
          expect(countHanzi(zh)).toBeLessThanOrEqual(18);
          expect(countWords(en)).toBeLessThanOrEqual(12);
        }
      }
    }),
    { numRuns: 200 },
  );
});
