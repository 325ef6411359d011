import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hospital, load } from './test-hospital.ts';

const key = fc.constantFrom(
  'Patient/1',
  'Patient/2',
  'Practitioner/1',
  'Location/1',
  'Slot/1',
  'Schedule/1',
  '#x',
  'urn:x',
);
const reference = fc.record({ reference: key, display: fc.option(fc.string(), { nil: undefined }) });
const time = fc.constantFrom(
  '2024-05-03T09:00:00Z',
  '2024-05-03',
  '-271821-04-20',
  '9999-12-31T23:59:59-12:00',
  '0001-01-01',
);
const anything = fc.oneof(
  fc.record({
    resourceType: fc.constant('Patient'),
    id: fc.constantFrom('1', '2'),
    identifier: fc.array(fc.record({ value: fc.string() })),
    link: fc.array(fc.record({ type: fc.constantFrom('replaces', 'replaced-by'), other: reference })),
  }),
  fc.record({ resourceType: fc.constant('Slot'), id: fc.constant('1'), schedule: reference, start: time, end: time }),
  fc.record({ resourceType: fc.constant('Schedule'), id: fc.constant('1'), actor: fc.array(reference) }),
  fc.record({
    resourceType: fc.constant('Practitioner'),
    id: fc.constant('1'),
    name: fc.array(fc.record({ text: fc.string() })),
  }),
  fc.record({
    resourceType: fc.constant('Appointment'),
    id: fc.constantFrom('a', 'b', 'c'),
    status: fc.constantFrom('booked', 'arrived', 'cancelled', 'noshow', 'entered-in-error'),
    start: fc.option(time, { nil: undefined }),
    end: fc.option(time, { nil: undefined }),
    slot: fc.array(reference, { maxLength: 2 }),
    participant: fc.array(fc.record({ actor: reference }), { maxLength: 4 }),
  }),
);

test('whatever refers to whatever, a load ends with a report, and what it counts is there', async () => {
  const { sandbox } = await hospital();
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { maxLength: 12 }), fc.boolean(), async (resources, shift) => {
      const { now, clinics } = await load(sandbox, resources, shift, true);
      const stored = sandbox.ownData.directory().clinics;
      expect(clinics.map(({ clinic }) => clinic)).toEqual(stored.map(({ id }) => id));
      expect(clinics.reduce((sum, { today }) => sum + today, 0)).toBe(now.today);
    }),
    { numRuns: 150 },
  );
});
