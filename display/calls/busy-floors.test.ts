import type { BoardClinic } from '@lobby/hub/contract';
import { expect, test } from 'vitest';
import { busyFloors } from './busy-floors.ts';

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
