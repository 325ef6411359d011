import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readDocument } from '@lobby/config';
import { patientsOf } from './day-plan.ts';
import { readDay } from './read-day.ts';

const folder = fileURLToPath(new URL('../../../config/days/', import.meta.url));

test.each(readdirSync(folder))('the day %s that ships can be played', (file) => {
  const document = readDocument(`${folder}${file}`);
  expect(document.ok && readDay(document.value)).toMatchObject({ ok: true });
});

test('a whole hospital that ships has ten thousand patients in forty queues', () => {
  const document = readDocument(`${folder}forty-clinics.yaml`);
  const read = readDay(document.ok ? document.value : undefined);
  if (!read.ok) throw new Error(read.sentence);
  expect([patientsOf(read.day), read.day.queues.length]).toEqual([10_000, 40]);
});

test('a queue of which nothing is said has appointments, walk-ins and one desk', () => {
  const read = readDay({ queues: [{ id: 'card' }] });
  if (!read.ok) throw new Error(read.sentence);
  expect(patientsOf(read.day)).toBe(40);
  expect(read.day.desks).toHaveLength(1);
});

test('a queue that says who comes has nobody else, and what holds for every queue holds where it says nothing', () => {
  const read = readDay({
    everyQueue: { appointments: { perSlot: 3, noShow: 0.1 }, missed: { share: 0.1 } },
    queues: [
      { id: 'one', appointments: { perSlot: 5 } },
      { id: 'two', missed: { comesBack: 1 } },
      { id: 'three', appointments: { slots: [] }, walkIns: { '08:30': 6, '09:00': 7 } },
    ],
  });
  if (!read.ok) throw new Error(read.sentence);
  const [one, two, three] = read.day.queues;
  expect(one?.appointments).toMatchObject({ noShow: 0.1, slots: Array(8).fill({ patients: 5 }) });
  expect(one?.walkIns).toEqual([]);
  expect(two?.missed).toMatchObject({ share: 0.1, comesBack: 1 });
  expect(three?.walkIns.map(({ from, until, patients }) => [(until - from) / 60_000, patients])).toEqual([
    [30, 6],
    [60, 7],
  ]);
});

const queues = [{ id: 'card' }];
test.each<[string, unknown, string, RegExp]>([
  ['a copy has the id of another queue', { queues: [{ id: 'a', copies: 2 }, { id: 'a-1' }] }, 'queues', /"a-1"/],
  [
    'two desks have one id',
    { queues: [{ id: 'a', desks: [{ id: 'd' }, { id: 'd' }] }] },
    'desks',
    /"d" is there twice/,
  ],
  ['is empty', undefined, 'queues', /expected a list of queues/],
  ['has no queue', { queues: [] }, 'queues', /at least one queue/],
  ['has a setting that there is not', { queues, doctors: 3 }, '', /no setting "doctors" here; there are: name, from/],
  ['has a share above one', { queues: [{ id: 'card', tests: { share: 30 } }] }, 'queues[0].tests.share', /from 0 to 1/],
  ['has a time that there is not', { queues, from: '8 am' }, 'from', /such as 07:30/],
  ['ends before it starts', { queues, from: '13:00', until: '12:00' }, 'until', /later than "from"/],
  ['has half a patient', { queues: [{ id: 'card', walkIns: { '08:00': 0.5 } }] }, 'queues[0].walkIns.08:00', /whole/],
  ['names a queue twice', { queues: [...queues, ...queues] }, 'queues[1].id', /used twice/],
  [
    'has more than all in classes',
    { queues: [{ id: 'card', classes: { a: 0.6, b: 0.6 } }] },
    'queues[0].classes',
    /1 together/,
  ],
  ['has a desk of no queue', { queues, desks: [{ queues: ['skin'] }] }, 'desks[0].queues', /there are: card/],
  ['has nobody who comes', { queues: [{ id: 'card', walkIns: {} }] }, 'queues', /nobody comes/],
  ['has nobody who serves', { queues: [{ id: 'card', desks: 0 }] }, 'desks', /nobody serves/],
  ['has too many', { queues: [{ id: 'card', copies: 200, walkIns: { '08:00': 5000 } }] }, 'queues', /at most 50000/],
  ['takes no time that can be', { queues: [{ id: 'card', service: 'long' }] }, 'queues[0].service', /{ median: 6/],
])('a day that %s is answered with the key and what is allowed there', (_, day, key, sentence) => {
  const read = readDay(day);
  expect(read).toMatchObject({ ok: false, key });
  expect(read.ok || read.sentence).toMatch(sentence);
});
