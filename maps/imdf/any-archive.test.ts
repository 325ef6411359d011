import { zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openVenueBytes } from '../open-venue.ts';
import { clinic, filesOf, type SampleFeature } from './sample.ts';

const junk = fc.oneof(
  fc.constantFrom(null, '', 'level-1', 'room-1', 'lift-2', 0, -1, 1e308, true, [], {}, [[]], [[[[]]]]),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Replaces something somewhere within. */
function spoil(value: unknown, path: readonly number[], by: unknown): unknown {
  const [next, ...rest] = path;
  if (next === undefined || typeof value !== 'object' || value === null) return by;
  const entries = Object.entries(value);
  if (entries.length === 0) return by;
  const at = next % entries.length;
  const spoilt = entries.map(([key, inner], n) => [key, n === at ? spoil(inner, rest, by) : inner] as const);
  return Array.isArray(value) ? spoilt.map(([, inner]) => inner) : Object.fromEntries(spoilt);
}

test('an archive with anything anywhere is a venue or a sentence', () => {
  const all = clinic();
  const damage = fc.record({
    feature: fc.nat(all.length - 1),
    path: fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }),
    by: junk,
  });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
      const spoilt = damages.reduce<readonly unknown[]>(
        (features, { feature, path, by }) => features.with(feature, spoil(features[feature], path, by)),
        all,
      );
      const reply = openVenueBytes(zipSync(filesOf(spoilt.filter((one) => one !== null) as SampleFeature[])), {});
      expect(reply.ok || reply.message).toBeTruthy();
    }),
    { numRuns: 150 },
  );
}, 60_000);
