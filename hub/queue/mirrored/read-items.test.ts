import { fileURLToPath } from 'node:url';
import { loadSite } from '@lobby/config';
import { expect, test } from 'vitest';
import { SitePlan } from '../site-plan.ts';
import { readItems, readSnapshot, type Reading } from './read-items.ts';

const plan = new SitePlan(loadSite(fileURLToPath(new URL('../../../config/sites/demo', import.meta.url))));
const now = Date.parse('2026-11-23T01:15:00.000Z');
const hospital: Reading = { plan, scope: null, now };
const when = { occurredAt: '2026-11-23T09:10:00+08:00' };
const ticket = { kind: 'ticket', ticket: 'q-1', queue: 'ophthalmology', label: '12', ...when };

const refusalsOf = (item: unknown, reading = hospital) =>
  readItems([item], reading).refused.map(({ reason, message }) => [reason, message.en]);

test('a ticket is read with its queue, its time in UTC, and as little of its patient as is needed', () => {
  const patient = { name: '欧阳建国', sex: 'male', birthYear: 1961, id: 'file-9' };
  const { items, refused } = readItems([{ ...ticket, state: 'waiting', rank: 3, patient }], hospital);
  expect(refused).toEqual([]);
  expect(items).toMatchObject([
    {
      index: 0,
      ticket: 'q-1',
      stamp: 't2026-11-23T01:10:00.000Z',
      areaId: 'senses-4f',
      facts: {
        rest: { state: 'waiting', at: '2026-11-23T01:10:00.000Z' },
        description: {
          queueId: 'ophthalmology',
          rank: 3,
          patient: { maskedName: '欧阳*国', surname: '欧阳', sex: 'male', birthYear: 1961, patientId: 'file-9' },
        },
      },
    },
  ]);
  expect(JSON.stringify(items)).not.toContain('建国');
});

test('a queue may be named by the code of its clinic', () => {
  expect(readItems([{ ...ticket, queue: 'OPHT' }], hospital).items[0]?.facts.description?.queueId).toBe(
    'ophthalmology',
  );
});

test('a name that is no mask is masked, and the surname for the loudspeaker is found', () => {
  const patientOf = (patient: object) =>
    readItems([{ ...ticket, patient }], hospital).items[0]?.facts.description?.patient;
  expect(patientOf({ maskedName: '张建明' })).toMatchObject({ maskedName: '张*明', surname: '张' });
  expect(patientOf({ maskedName: '张○明' })).toMatchObject({ maskedName: '张*明', surname: '张' });
  expect(patientOf({ maskedName: '*明', surname: '张' })).toMatchObject({ maskedName: '*明', surname: '张' });
  expect(patientOf({})).toMatchObject({ maskedName: '', surname: null, sex: 'unknown' });
});

test('a call names a room; its queue is known where the room serves one', () => {
  const call = { kind: 'call', ticket: 'q-1', call: 'c-1', room: 'sens-411', ...when };
  expect(readItems([call], hospital).items[0]?.facts.calls).toMatchObject([
    { id: 'c-1', undone: false, placed: { roomId: 'sens-411', queueId: 'ophthalmology' } },
  ]);
});

test('each bad item is refused with a sentence, and the good ones of the batch are taken', () => {
  const call = { kind: 'call', ticket: 'q-1', call: 'c-1', ...when };
  const { items, refused } = readItems(
    [
      ticket,
      { ...ticket, queue: 'nowhere' },
      { ...call, room: 'sens-999' },
      { ...call, room: 'card-1', queue: 'ophthalmology' },
      { ...ticket, occurredAt: undefined },
      { ...ticket, occurredAt: '2026-11-23T02:00:00.000Z' },
      { ...ticket, occurredAt: '2026-11-20T02:00:00.000Z' },
      { ...ticket, label: '<b>' },
      { ...ticket, state: 'called' },
      null,
      'garbage',
    ],
    hospital,
  );
  expect(items.map(({ index }) => index)).toEqual([0]);
  expect(refused.map(({ index, reason }) => [index, reason])).toEqual([
    [1, 'item-queue-unknown'],
    [2, 'item-room-unknown'],
    [3, 'item-room-elsewhere'],
    [4, 'item-without-time'],
    [5, 'item-from-the-future'],
    [6, 'item-too-old'],
    [7, 'item-bad-shape'],
    [8, 'item-bad-shape'],
    [9, 'item-bad-shape'],
    [10, 'item-bad-shape'],
  ]);
  expect(refused[0]).toMatchObject({ ticket: 'q-1', message: { en: 'There is no queue nowhere.' } });
  expect(refused[6]?.message.en).toBe('label is not in the expected form; this item was not taken.');
});

test('a credential of one area says nothing of another', () => {
  const reading = { ...hospital, scope: 'cardiology-3f' };
  expect(refusalsOf(ticket, reading)).toEqual([
    ['item-not-your-area', 'This credential may not write to area senses-4f.'],
  ]);
});

test('a ticket that stands in a snapshot twice is taken as it stands there first, and the source hears of it', () => {
  const of = { queueId: 'ophthalmology', said: { revision: 812 } };
  const content = ['waiting', 'missed'].map((state) => ({ ticket: 'q-1', label: '12', state }));
  const { items, refused } = readSnapshot(content, of, hospital);
  expect(items).toMatchObject([{ ticket: 'q-1', facts: { rest: { state: 'waiting' } } }]);
  expect(refused).toMatchObject([{ index: 1, ticket: 'q-1', reason: 'item-twice' }]);
  expect(refused[0]?.message.en).toMatch(/^This ticket stands in the snapshot before/);
});

test('the tickets of a snapshot are so at its moment', () => {
  const said = { revision: 812 };
  const content = [{ ticket: 'q-1', label: '12', state: 'waiting', revision: 3 }, { ticket: 'q-2' }];
  const { items, refused } = readSnapshot(content, { queueId: 'ophthalmology', said }, hospital);
  expect(items).toMatchObject([{ ticket: 'q-1', stamp: 'r0000000000000812', facts: { rest: { state: 'waiting' } } }]);
  expect(refused).toMatchObject([{ index: 1, ticket: 'q-2', reason: 'item-bad-shape' }]);
});
