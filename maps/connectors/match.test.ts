import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchOneToOne, type Fit } from './match.ts';

const worthOf = (fits: readonly Fit[]): number => fits.reduce((sum, { worth }) => sum + worth, 0);

/** Every choice of pairs, tried out. */
function best(fits: readonly Fit[]): { readonly count: number; readonly worth: number } {
  const [first, ...rest] = fits;
  if (first === undefined) return { count: 0, worth: 0 };
  const without = best(rest);
  const others = best(rest.filter(({ row, column }) => row !== first.row && column !== first.column));
  const taken = { count: others.count + 1, worth: others.worth + first.worth };
  return taken.count > without.count || (taken.count === without.count && taken.worth > without.worth)
    ? taken
    : without;
}

test('shafts are matched one to one, as many as can be and of these the best fit', () => {
  const pair = fc.record({ row: fc.nat(3), column: fc.nat(3), worth: fc.integer({ min: 1, max: 10 }) });
  fc.assert(
    fc.property(fc.uniqueArray(pair, { selector: ({ row, column }) => `${row} ${column}`, maxLength: 9 }), (fits) => {
      const matched = matchOneToOne(fits, 4);
      expect(new Set(matched.map(({ row }) => row)).size).toBe(matched.length);
      expect(new Set(matched.map(({ column }) => column)).size).toBe(matched.length);
      expect({ count: matched.length, worth: worthOf(matched) }).toEqual(best(fits));
    }),
  );
});
