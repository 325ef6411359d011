import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { StepLine } from './step-line.ts';
import type { AppointmentStep } from './writes.ts';

const now = Date.parse('2026-11-23T01:00:00Z');

function hospitalWith(appointments: readonly string[]): DatabaseSync {
  const database = openDatabase(':memory:');
  database.exec(`INSERT INTO patient (id, active, background, resource) VALUES ('p', 1, 1, '{}')`);
  const insert = database.prepare(
    `INSERT INTO appointment (id, patient, clinic, role, start_at, end_at, status, version)
     VALUES (?, 'p', 'CARD', 'r', ?, ?, 'booked', 1)`,
  );
  for (const id of appointments) insert.run(id, now, now + 1);
  return database;
}

const takeNumber = (appointmentId: string, seeNo: () => number): AppointmentStep => ({
  key: `key-${appointmentId}`,
  operation: 'appointment.issueTicket',
  appointmentId,
  areaId: null,
  now,
  nextSeeNo: seeNo,
});

test('numbers taken in the same moment follow each other, and a step that breaks takes no other with it', async () => {
  const database = hospitalWith(['a', 'b', 'c']);
  const line = new StepLine(database);
  const nextSeeNo = (): number =>
    Number(database.prepare('SELECT count(see_no) AS taken FROM appointment').get()?.['taken']) + 1;
  const broken = (): number => {
    throw new Error('the numbers are gone');
  };
  const answers = await Promise.allSettled([
    line.take(takeNumber('a', nextSeeNo)),
    line.take(takeNumber('b', broken)),
    line.take(takeNumber('c', nextSeeNo)),
    line.take(takeNumber('nobody', nextSeeNo)),
  ]);
  expect(answers).toMatchObject([
    { value: { ok: true, value: { row: { seeNo: 1 } } } },
    { reason: { message: 'the numbers are gone' } },
    { value: { ok: true, value: { row: { seeNo: 2 } } } },
    { value: { ok: false, reason: 'not-found' } },
  ]);
  const written = database.prepare('SELECT key FROM write ORDER BY key').all();
  expect(written.map(({ key }) => key)).toEqual(['key-a', 'key-c']);
});

test('steps at a hospital that has closed fail instead of hanging', async () => {
  const database = hospitalWith(['a']);
  const taking = new StepLine(database).take(takeNumber('a', () => 1));
  database.close();
  await expect(taking).rejects.toThrow();
});
