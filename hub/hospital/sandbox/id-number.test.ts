import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeIdNumber, isIdNumber } from './id-number.ts';

test('the numbers printed in the standard have the right check character', () => {
  expect(isIdNumber('11010519491231002X')).toBe(true);
  expect(isIdNumber('440524188001010014')).toBe(true);
});

test('a day that the calendar does not have makes no number', () => {
  const number = composeIdNumber({ areaCode: '330602', birthDate: '1993-02-29', sequence: 7 });
  expect(isIdNumber(number)).toBe(false);
});

test('one wrong digit is always found out', () => {
  fc.assert(
    fc.property(fc.nat(998), fc.nat(16), fc.integer({ min: 1, max: 9 }), (sequence, at, by) => {
      const number = composeIdNumber({ areaCode: '330602', birthDate: '1985-03-14', sequence });
      const wrong = number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
      expect(isIdNumber(number)).toBe(true);
      expect(isIdNumber(wrong)).toBe(false);
    }),
  );
});
