import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { leftOne, loadedResource, type LeftOne, type LoadedResource } from '../contract/index.ts';
import { entriesOf } from './entries.ts';
import { readEntry } from './read-entry.ts';
import { largestDocument, readFile } from './read-file.ts';

function fileOf(content: string | Buffer, name = 'export.json'): string {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-own-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function readAll(file: string): Promise<{ taken: LoadedResource[]; left: LeftOne[] }> {
  const [taken, left]: [LoadedResource[], LeftOne[]] = [[], []];
  for await (const one of readFile(file)) {
    if ('reason' in one) left.push(one);
    else taken.push(one);
  }
  return { taken, left };
}

const patient = { resourceType: 'Patient', id: 'p', identifier: [{ value: '12345' }], name: [{ text: '张三' }] };
const told = ({ reference, reason }: LeftOne): string => `${reference} ${reason}`;

test('one resource, a list, a Bundle and a Bundle in a Bundle give the same patient', async () => {
  const bundle = { resourceType: 'Bundle', entry: [{ fullUrl: 'urn:uuid:1', resource: patient }] };
  const nested = { resourceType: 'Bundle', entry: [{ resource: bundle }] };
  for (const content of [patient, [patient], bundle, nested]) {
    const { taken, left } = await readAll(fileOf(`\uFEFF${JSON.stringify(content)}`));
    expect(taken.map(({ identity }) => identity)).toEqual(['Patient/p']);
    expect(left).toEqual([]);
  }
});

test('one resource a line is read line by line, also where the file is not called so; a broken line is told by its number', async () => {
  const lines = `${JSON.stringify(patient)}\r\n\n{"resourceType":"Pat\n${JSON.stringify({ ...patient, id: 'q' })}`;
  for (const name of ['bulk.ndjson', 'bulk.json']) {
    const { taken, left } = await readAll(fileOf(lines, name));
    expect(taken.map(({ identity }) => identity)).toEqual(['Patient/p', 'Patient/q']);
    expect(left.map(told)).toEqual([`${name}:3 unreadable`]);
  }
});

test.each([
  ['a file that is cut off', '{"resourceType":"Patient"', 'unreadable'],
  ['an empty file', '', 'unreadable'],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x01]), 'unreadable'],
  ['XML', '<Patient xmlns="http://hl7.org/fhir"/>', 'unreadable'],
  ['JSON that is no resource', '{"hello":1}', 'not-a-resource'],
  ['null', 'null', 'not-a-resource'],
  ['a resource of another type', '{"resourceType":"Observation","id":"o"}', 'type-not-used'],
  ['lists in lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'too-deep'],
])('%s is left with its reason', async (_, content, reason) => {
  const { taken, left } = await readAll(fileOf(content));
  expect(taken).toEqual([]);
  expect(left.map((one) => one.reason)).toEqual([reason]);
});

test('a document that is too large to hold is left without being read', async () => {
  const file = fileOf('');
  truncateSync(file, largestDocument + 1);
  expect((await readAll(file)).left.map(told)).toEqual(['export.json too-large']);
});

test('what an appointment says of its time decides whether it is taken', () => {
  const appointment = (more: object) => ({
    resource: { resourceType: 'Appointment', id: 'a', status: 'booked', ...more },
    fullUrl: undefined,
    place: 'f#1',
    owner: undefined,
  });
  const reasonOf = (more: object): string | undefined => readEntry(appointment(more)).left[0]?.reason;
  expect(reasonOf({ start: '2024-05-03T09:00:00+02:00' })).toBeUndefined();
  expect(reasonOf({ start: '2024-05-03' })).toBeUndefined();
  expect(reasonOf({ slot: [{ reference: 'Slot/1' }] })).toBeUndefined();
  expect(reasonOf({ start: '2024-05' })).toBe('time-unreadable');
  expect(reasonOf({})).toBe('no-time');
  expect(reasonOf({ start: '2024-05-03', status: 'entered-in-error' })).toBe('entered-in-error');
  expect(reasonOf({ start: '2024-05-03', status: 'waitlist' })).toBe('not-booked');
  expect(reasonOf({ start: '2024-05-03', status: 'maybe' })).toBe('status-unknown');
  const declined = [{ actor: { reference: 'Patient/p' }, status: 'declined' }];
  expect(reasonOf({ start: '2024-05-03', participant: declined })).toBe('not-booked');
});

test('a withdrawn number opens nothing, and a file out of use is left unless another took its place', () => {
  const read = (more: object) =>
    readEntry({ resource: { ...patient, ...more }, fullUrl: undefined, place: 'f#1', owner: undefined });
  const old = read({ identifier: [{ use: 'old', value: '1' }, { value: ' 2 ' }] }).resources[0];
  expect(old?.identifiers).toEqual([{ system: null, value: '2' }]);
  expect(read({ active: false }).left.map(told)).toEqual(['Patient/p inactive']);
  const replaced = read({ active: false, link: [{ type: 'replaced-by', other: { reference: 'Patient/q' } }] });
  expect(replaced.resources[0]).toMatchObject({ replacedBy: [{ keys: ['Patient/q'] }] });
});

test('a resource without an id, an address or a number is told by its place and kept under its content', () => {
  const read = (text: string) =>
    readEntry({
      resource: { resourceType: 'Patient', name: [{ text }] },
      fullUrl: undefined,
      place: 'day.json#7',
      owner: undefined,
    });
  expect(read('x').left).toEqual([{ reference: 'day.json#7', type: 'Patient', reason: 'no-content' }]);
  const withNumber = readEntry({
    resource: { resourceType: 'Patient', identifier: [{ system: 's', value: '110101199003071233' }] },
    fullUrl: undefined,
    place: 'day.json#8',
    owner: undefined,
  }).resources[0];
  expect(withNumber).toMatchObject({ reference: 'day.json#8' });
  expect(withNumber?.identity).not.toContain('1101');
});

test('names that want to be more than names come out plain', () => {
  const names = [{ text: '\u202e=cmd|\u0000 /c\u200b' }, { family: '\\u0000' }, { text: '张'.repeat(500) }, 7, null];
  const { resources, left } = readEntry({
    resource: JSON.parse(
      `{"resourceType":"Patient","id":"p","__proto__":{"polluted":1},"name":${JSON.stringify(names)}}`,
    ),
    fullUrl: undefined,
    place: 'f#1',
    owner: undefined,
  });
  const said = JSON.stringify([resources, left]);
  expect(said).not.toMatch(/[\p{Cc}\p{Cf}]|polluted/u);
  expect(said.length).toBeLessThan(2000);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

const json = fc.jsonValue({ maxDepth: 4 });
const mangled = fc.record(
  {
    resourceType: fc.constantFrom('Patient', 'Appointment', 'Slot', 'Practitioner', 'Location', 'Bundle', 'Nonsense'),
    id: fc.oneof(fc.string(), fc.integer(), json),
    identifier: fc.oneof(json, fc.array(fc.record({ system: json, value: json, use: json }))),
    name: fc.oneof(json, fc.array(fc.record({ text: json, family: json, given: json }))),
    active: json,
    status: fc.oneof(fc.constantFrom('booked', 'arrived', 'entered-in-error'), json),
    start: fc.oneof(fc.constantFrom('2024-02-30', '2024-05-03T25:00:00Z', '9999-12-31T23:59:59+14:00'), json),
    end: json,
    slot: json,
    link: json,
    contained: fc.array(json),
    participant: fc.array(fc.record({ actor: fc.record({ reference: fc.oneof(fc.string(), json) }), status: json })),
    entry: fc.array(fc.record({ fullUrl: json, resource: json })),
    __proto__: json,
  },
  { requiredKeys: ['resourceType'] },
);

test('however an export is mangled, all of it is taken in the shape of the contract or left with a reason', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(mangled, json)), (resources) => {
      const bundle = { resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) };
      for (const entry of entriesOf(JSON.parse(JSON.stringify(bundle)), 'f.json')) {
        const { resources: taken, left } = 'reason' in entry ? { resources: [], left: [entry] } : readEntry(entry);
        expect(taken.length + left.length).toBeGreaterThan(0);
        for (const one of taken) expect(loadedResource.safeParse(one).success).toBe(true);
        for (const one of left) expect(leftOne.safeParse(one).success).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
