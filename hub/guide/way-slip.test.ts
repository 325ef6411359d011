import { expect, it } from 'vitest';
import type { GuideWay } from '../contract/index.ts';
import { slipOfWay } from './way-slip.ts';

const floor = { id: 'l3', ordinal: 2, sign: { zh: '3', en: '3' }, name: { zh: '三楼', en: 'Floor 3' } };
const place = { id: 'p', name: { zh: '采血处', en: 'Blood draw' }, detail: null, level: floor };
const way: GuideWay = {
  version: 'v',
  profile: 'step-free',
  from: { ...place, id: 'k' },
  to: place,
  heading: 0,
  summary: {
    words: { zh: '约4分钟 · 180米', en: 'About 4 min · 180 m' },
    minutes: 4,
    metres: 180,
    turns: 0,
    lifts: 1,
    flights: 0,
  },
  steps: [
    {
      kind: 'connector',
      words: { zh: '乘3号电梯上到3楼', en: 'Take lift 3 up to floor 3' },
      at: 0,
      metres: 9,
      turn: null,
      connector: 'lift',
      level: floor,
    },
  ],
  path: [],
  phone: 'https://lobby.example/w#abc',
};

it('a way on paper says where to, step by step in large type, and the way back', () => {
  const slip = slipOfWay({ hospital: { zh: '绍城医院', en: 'Shaocheng Hospital' }, way, back: way, language: 'zh' });
  expect(slip).toMatchObject({ title: '绍城医院', heading: '去采血处', qr: way.phone });
  expect(slip.sections).toEqual([
    { title: '怎么走（不走楼梯）', lines: ['约4分钟 · 180米', '1. 乘3号电梯上到3楼'], large: true },
    { title: '回来的路（不走楼梯）', lines: ['约4分钟 · 180米', '1. 乘3号电梯上到3楼'] },
  ]);
});

it('a way on paper has no code where phones cannot reach the hub, and promises none', () => {
  const hospital = { zh: '绍城医院', en: 'Shaocheng Hospital' };
  const slip = slipOfWay({ hospital, way: { ...way, phone: null }, back: undefined, language: 'en' });
  expect(slip.qr).toBeUndefined();
  expect(slip.note).toBe('If you get lost, please ask a volunteer.');
  expect(slip.sections?.map(({ title }) => title)).toEqual(['How to get there (no stairs)']);
});
