import { expect, test } from 'vitest';
import { goTo, minutesOfWait, repeated, stateOf } from './wording.ts';

test('a patient is sent to a room in both languages', () => {
  expect(goTo({ zh: '3 诊室', en: 'Room 3' })).toEqual({ zh: '请到 3 诊室', en: 'Please go to Room 3' });
});

test('only a recall says which one it is', () => {
  expect(repeated(1)).toBeUndefined();
  expect(repeated(2)?.zh).toBe('第 2 次叫号');
});

test('a room that calls nobody says why, and an open one says nothing', () => {
  const meal = { zh: '用餐', en: 'Meal break' };
  expect(stateOf({ state: 'open', stateReason: meal })).toBeUndefined();
  expect(stateOf({ state: 'paused', stateReason: meal })).toEqual({
    zh: '暂停叫号，用餐',
    en: 'Back soon, Meal break',
  });
  expect(stateOf({ state: 'stopped', stateReason: null })?.zh).toBe('今日停诊');
});

test('a wait is told as a range, and one that is not known is not told', () => {
  expect(minutesOfWait({ fromMinutes: 20, toMinutes: 35 })).toEqual({ zh: '约 20–35 分', en: '20–35 min' });
  expect(minutesOfWait({ fromMinutes: 0, toMinutes: 25 })).toEqual({ zh: '25 分以内', en: 'within 25 min' });
  expect(minutesOfWait({ fromMinutes: 5, toMinutes: 5 })?.zh).toBe('约 5 分');
  expect(minutesOfWait(null)).toBeUndefined();
});
