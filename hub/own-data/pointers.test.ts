import { expect, test } from 'vitest';
import { keysOf, pointerOf } from './pointers.ts';

test.each([
  ['Patient/12', ['Patient/12']],
  ['Patient/12/_history/3', ['Patient/12']],
  ['https://fhir.example/r4/Patient/12', ['Patient/12']],
  ['URN:UUID:0C3A', ['urn:uuid:0c3a']],
  ['#p1', ['Appointment/a#p1']],
  ['#', []],
  ['', []],
  ['x'.repeat(400), []],
])('%s is found under %j', (address, keys) => {
  expect(keysOf(address, 'Appointment/a')).toEqual(keys);
});

test('a reference may be nothing but an identifier, a search, or what it is displayed as', () => {
  const to = (raw: object) =>
    pointerOf({ reference: undefined, type: undefined, identifier: undefined, display: undefined, ...raw }, 'A/1');
  expect(to({ type: 'Patient', identifier: { use: undefined, system: 's', value: '7' } })).toMatchObject({
    keys: [],
    type: 'Patient',
    identifier: { system: 's', value: '7' },
  });
  expect(to({ reference: 'Practitioner?identifier=http%3A%2F%2Fnpi%7C99' })).toMatchObject({
    keys: [],
    type: 'Practitioner',
    identifier: { system: 'http://npi', value: '99' },
  });
  expect(to({ reference: 'Practitioner?identifier=%E0%A4%A' })).toMatchObject({ identifier: { value: '%E0%A4%A' } });
  expect(to({ display: 'Dr. Adam Careful' })).toMatchObject({ display: { zh: 'Adam Careful', en: 'Adam Careful' } });
  expect(to({})).toBeUndefined();
});
