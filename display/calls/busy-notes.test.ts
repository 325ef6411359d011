import type { BoardClinic, GuidePlan } from '@lobby/hub/contract';
import { expect, test } from 'vitest';
import { busyNotes } from './busy-notes.ts';

const words = (zh: string) => ({ zh, en: zh });
const clinic = (queueId: string, area: string, waiting: number): BoardClinic => ({
  queueId,
  name: words(queueId),
  area: words(area),
  level: 3,
  serving: [],
  waiting,
  expected: null,
  state: 'open',
});
const third = { id: 'L3', ordinal: 2, sign: words('3'), name: words('三楼') };
const plan: GuidePlan = {
  version: 'v',
  attribution: null,
  levels: [
    {
      level: third,
      storeyHeight: 4,
      outline: [],
      units: [{ id: 'u', look: 'way', name: words('心内科候诊区'), labelAt: [12, 7], polygons: [] }],
      marks: [],
      kiosks: [],
    },
  ],
};

test('an area tells on its own floor how many wait in all its clinics', () => {
  const [note] = busyNotes([clinic('心内科', '心内科候诊区', 4), clinic('起搏器', '心内科候诊区', 3)], plan, 10);
  expect(note?.words.zh).toBe('心内科 等候 7 人');
  expect(note?.spot).toEqual({ x: 12, y: 7, z: 20 });
});

test('where nobody waits, that is what is said', () => {
  expect(busyNotes([clinic('心内科', '心内科候诊区', 0)], plan, 10)[0]?.words).toEqual({
    zh: '心内科 不用等',
    en: '心内科候诊区 · no wait',
  });
});

test('an area that the map does not have is not told', () => {
  expect(busyNotes([clinic('眼科', '眼科候诊区', 2)], plan, 10)).toEqual([]);
});
