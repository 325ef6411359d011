import type { BoardClinic, GuidePlan } from '@lobby/hub/contract';
import { expect, test } from 'vitest';
import { busyFloors, floorNumbers } from './busy-floors.ts';

const words = (zh: string, en = zh) => ({ zh, en });
const clinic = (queueId: string, area: string, level: number, waiting: number): BoardClinic => ({
  queueId,
  name: words(queueId),
  area: words(area, `${queueId} waiting area`),
  level,
  serving: [],
  waiting,
  expected: null,
  state: 'open',
});

test('each floor tells how many wait in each of its areas, the uppermost first', () => {
  const floors = busyFloors([
    clinic('心内科', '心内科候诊区', 3, 4),
    clinic('取药', '门诊药房', 1, 0),
    clinic('起搏器', '心内科候诊区', 3, 3),
    clinic('神经科', '神经科候诊区', 3, 9),
  ]);
  expect(floors.map(({ level, areas }) => [level, areas.map(({ name, waiting }) => `${name.zh} ${waiting}`)])).toEqual([
    [3, ['心内科 7', '神经科 9']],
    [1, ['门诊药房 0']],
  ]);
  expect(floors[0]?.areas[1]?.name.en).toBe('神经科');
});

test('the building carries the numbers of its floors as they are signed', () => {
  const level = { id: 'L3', ordinal: 2, sign: words('3'), name: words('三楼') };
  const outline: [number, number][][][] = [
    [
      [
        [0, 0],
        [10, 0],
        [10, 6],
        [0, 6],
      ],
    ],
  ];
  const plan: GuidePlan = {
    version: 'v',
    attribution: null,
    levels: [{ level, storeyHeight: 4, outline, units: [], marks: [], kiosks: [] }],
  };
  expect(floorNumbers(plan, 10)).toMatchObject([{ words: words('3'), spot: { x: 5, y: 3, z: 20 } }]);
});
