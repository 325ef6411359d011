import { checkDigitOf } from '@lobby/hub/contract/id-number.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkIdNumber, normaliseIdNumber } from './id-number.ts';

const today = '2026-11-22';
const check = (text: string) => checkIdNumber(text, today);

const born = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-22'), noInvalidDate: true });
const numbers = fc
  .tuple(fc.integer({ min: 110_000, max: 839_999 }), born, fc.integer({ min: 0, max: 999 }))
  .map(([area, date, order]) => {
    const first = `${area}${date.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
    return first + checkDigitOf(first);
  });

describe('a number with its check digit', () => {
  test.each(['11010519491231002X', '440524188001010014'])('%s of the standard is good', (number) => {
    expect(check(number)).toMatchObject({ ok: true, number });
  });

  test('tells birth date and sex', () => {
    expect(check('11010519491231002X')).toEqual({
      ok: true,
      number: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: 'female',
    });
  });

  test('is good in full width, with a small x and with blanks around it', () => {
    expect(normaliseIdNumber(' １１０１０５１９４９１２３１００２ｘ ')).toBe('11010519491231002X');
    expect(check('11010519491231002x')).toMatchObject({ ok: true, number: '11010519491231002X' });
  });

  test('is good for any area, day and order', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(check(number)).toMatchObject({ ok: true, number });
      }),
    );
  });
});

describe('a mistyped number', () => {
  test('is refused whichever single character is wrong', () => {
    fc.assert(
      fc.property(numbers, fc.nat(17), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        const digit = number.charAt(place) === 'X' ? 10 : Number(number.charAt(place));
        const other = String((digit + shift) % 10);
        fc.pre(other !== number.charAt(place));
        expect(check(number.slice(0, place) + other + number.slice(place + 1)).ok).toBe(false);
      }),
    );
  });

  test('is refused when two neighbours are swapped', () => {
    fc.assert(
      fc.property(numbers, fc.nat(15), (number, place) => {
        const [one = '', other = ''] = number.slice(place, place + 2);
        fc.pre(one !== other);
        expect(check(number.slice(0, place) + other + one + number.slice(place + 2)).ok).toBe(false);
      }),
    );
  });
});

test.each([
  ['', 'length'],
  ['110105491231002', 'length'],
  ['11010519491231002Y', 'characters'],
  ['X1010519491231002X', 'characters'],
  ['110105194912310021', 'check-digit'],
])('"%s" is refused for its %s', (number, problem) => {
  expect(check(number)).toEqual({ ok: false, problem });
});

test.each(['20230229', '20231301', '20261123', '00000101'])(
  'nobody is born on %s, whatever the check digit',
  (date) => {
    const first = `110105${date}002`;
    expect(check(first + checkDigitOf(first))).toEqual({ ok: false, problem: 'birth-date' });
  },
);
