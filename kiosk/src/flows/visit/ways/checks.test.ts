import { expect, test } from 'vitest';
import { checkBirthDate, checkFourDigits, checkNumber } from './checks.ts';

const now = Date.parse('2026-11-23T00:52:00Z');

test.each([
  ['330602195403182174', true],
  ['33060419680902048x', true],
  ['330602195403182175', false],
  ['330602195413182174', false],
  ['3306X2195403182174', false],
  ['0000100231', true],
  ['13AB45678', true],
  ['123', false],
  ['', false],
])('the number %s may be one: %s', (text, right) => {
  expect(checkNumber(text).ok).toBe(right);
});

test.each([
  ['19540318', '1954-03-18'],
  ['20240229', '2024-02-29'],
  ['20230229', undefined],
  ['20261124', undefined],
  ['18000101', undefined],
  ['1954031', undefined],
  ['1954131x', undefined],
])('the birth date %s is %s', (text, value) => {
  expect(checkBirthDate(text, now)).toEqual(
    value === undefined ? { ok: false, problem: 'date-wrong' } : { ok: true, value },
  );
});

test('the end of a telephone number has four digits', () => {
  expect(checkFourDigits('0488')).toEqual({ ok: true, value: '0488' });
  expect(checkFourDigits('048')).toEqual({ ok: false, problem: 'four-digits' });
});
