import { expect, it } from 'vitest';
import { describeRoute } from './describe-route.ts';
import { buildingGraph as graph, routeAlong } from './sample-building.ts';

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
