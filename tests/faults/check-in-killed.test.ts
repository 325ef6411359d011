import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { checkInSteps } from '@lobby/hub/visits/check-in.ts';
import type { OpenHub } from '@lobby/hub/open.ts';
import { describe, expect, test } from 'vitest';
import { demoCard } from '../support/demo-card.ts';
import { checkInWithCard, openTestHub, testDatabases, testPlace, type TestPlace } from '../support/test-hub.ts';

/** Four minutes after the hub was killed. */
const afterwards = '2026-11-23T01:19:00.000Z';

async function checkInUntilKilledAt(place: TestPlace, step: string): Promise<NodeJS.Signals | null> {
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../support/check-in-and-die.ts', import.meta.url)),
      place.folder,
      place.databaseUrl ?? '',
      step,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal;
}

async function atHospital(hub: OpenHub): Promise<string | undefined> {
  const context = { terminalId: null, operatorId: null, traceId: 'test', locale: 'zh-CN' } as const;
  const identifier = { system: 'urn:oid:2.16.156.10011.1.3', value: demoCard('zhang-jianming').number };
  const found = await hub.hospital.patient.find([identifier], context);
  const patientId = (found.ok ? found.value[0]?.id : undefined) ?? '';
  const day = { from: '2026-11-22T22:00:00.000Z', to: '2026-11-23T22:00:00.000Z' };
  const listed = await hub.hospital.appointment.list({ patientId, ...day }, context);
  return listed.ok ? listed.value[0]?.appointment.status : undefined;
}

const happened = { labels: ['A001'], hospital: 'arrived', events: 1, open: 0 };
const didNot = { labels: [], hospital: 'booked', events: 0, open: 0 };

/** What each step leaves behind: before the number is taken nothing has happened, after it there is only forward. */
const expected = {
  asked: didNot,
  'intent-committed': didNot,
  'ticket-issued': happened,
  arrived: happened,
  'number-taken': happened,
  'outcome-committed': happened,
} as const satisfies Record<(typeof checkInSteps)[number], unknown>;

describe.each(testDatabases)('the hub on %s is killed in the middle of a check-in', (kind) => {
  test.each(checkInSteps)('at "%s": afterwards it happened or it did not', async (step) => {
    const place = await testPlace(kind);
    expect(await checkInUntilKilledAt(place, step)).toBe('SIGKILL');

    const { hub, tables, troubles } = await openTestHub(place, { at: afterwards });
    const found = {
      labels: (await tables.selectFrom('ticket').select('label').execute()).map((ticket) => ticket.label),
      hospital: await atHospital(hub),
      events: (await tables.selectFrom('event').select('type').where('type', '=', 'ticket.checked-in').execute())
        .length,
      open: (await tables.selectFrom('check_in_intent').select('id').where('state', '=', 'open').execute()).length,
    };
    expect(found).toEqual(expected[step]);

    const again = await checkInWithCard(hub, 'zhang-jianming');
    expect(again).toMatchObject({ ok: true, already: expected[step] === happened, ticket: { label: 'A001' } });
    const tickets = await tables.selectFrom('ticket').select(['label', 'number']).execute();
    expect(tickets.map((ticket) => ({ ...ticket }))).toEqual([{ label: 'A001', number: 1 }]);
    expect(await atHospital(hub)).toBe('arrived');
    expect(troubles).toEqual([]);
  });
});
