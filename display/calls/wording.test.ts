import { expect, test } from 'vitest';
import { goTo, repeated } from './wording.ts';

test('a patient is sent to a room in both languages', () => {
  expect(goTo({ zh: '3 诊室', en: 'Room 3' })).toEqual({ zh: '请到 3 诊室', en: 'Please go to Room 3' });
});

test('only a recall says which one it is', () => {
  expect(repeated(1)).toBeUndefined();
  expect(repeated(2)?.zh).toBe('第 2 次叫号');
});
