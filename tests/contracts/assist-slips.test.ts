import { describe, expect, test } from 'vitest';
import type { StaffPerson } from '@lobby/hub/contract';
import { clinicTimeOf } from '@lobby/hub/business-date.ts';
import { joinQueue } from '@lobby/hub/queue/join.ts';
import { Lines } from '@lobby/hub/queue/lines.ts';
import { SitePlan } from '@lobby/hub/queue/site-plan.ts';
import { Store } from '@lobby/hub/store/store.ts';
import {
  checkInWithCard,
  newKey,
  openTestHub,
  sitDown,
  testDatabases,
  testPlace,
  type TestHub,
} from '../support/test-hub.ts';

const lin: StaffPerson = { staffId: 'badge-7', role: 'volunteer', name: null };

async function ticketOf(hub: TestHub['hub'], card: string): Promise<{ ticketId: string; label: string }> {
  const reply = await checkInWithCard(hub, card);
  if (!reply.ok) throw new Error(`${card}: ${reply.reason}`);
  return reply.ticket;
}

const scan = (hub: TestHub['hub'], ticketId: string) => hub.assist.whereNext(lin, `LOBBY:T:${ticketId}`);

/** Gives the patient of a ticket another one, in another queue. */
async function alsoWaits(
  { tables, hub, clock }: TestHub,
  kind: 'sqlite' | 'postgres',
  { ticketId, queueId }: { readonly ticketId: string; readonly queueId: string },
): Promise<void> {
  const { patient_id: patientId } = await tables
    .selectFrom('ticket')
    .select('patient_id')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
  const store = new Store({ kind, database: tables }, clock, () => undefined);
  const place = new SitePlan(hub.site).queue(queueId);
  if (place === undefined) throw new Error(`no queue ${queueId}`);
  const patient = { patientId, maskedName: '张*明', surname: '张', sex: 'male', birthYear: 1960 } as const;
  const at = new Date(clock.now()).toISOString();
  const slot = { slotStart: at, slotEnd: at, at, kind: 'appointment', lane: 'normal', practitioner: null } as const;
  await store.change(async (transaction) => {
    const asked = {
      place,
      ...clinicTimeOf(hub.site, clock.now()),
      patient,
      actedBy: null,
      appointmentId: `also-${queueId}`,
      ...slot,
    };
    const joined = await joinQueue(transaction, new Lines(hub.site, clock), asked);
    return { reply: undefined, events: joined.events };
  });
}

describe.each(testDatabases)('a guide slip at the board on %s', (kind) => {
  test('says where to wait, then the room, then that it is over; never who', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const { ticketId, label } = await ticketOf(hub, 'zhang-jianming');
    const waiting = await scan(hub, ticketId);
    expect(waiting).toMatchObject({
      ok: true,
      next: { label, state: 'waiting', place: { zh: '心内科候诊区' }, queue: { en: 'Cardiology' }, level: 3, ahead: 0 },
    });
    expect(JSON.stringify(waiting)).not.toMatch(/张|明|name|patient/i);
    const token = await sitDown(hub, 'D-card-3', '1001');
    const press = async (action: 'next' | 'missed' | 'finish') => {
      const version = (await hub.desks.view('D-card-3'))?.serving?.version ?? 0;
      const wish = action === 'next' ? { action } : { action, ticketId, version };
      await hub.desks.act('D-card-3', token, { key: newKey(), ...wish });
    };
    await press('next');
    expect(await scan(hub, ticketId)).toMatchObject({ next: { state: 'called', place: { zh: '3 诊室' } } });
    await press('missed');
    expect(await scan(hub, ticketId)).toMatchObject({ scanned: { state: 'missed' }, next: { state: 'missed' } });
    await checkInWithCard(hub, 'zhang-jianming');
    await press('next');
    await press('finish');
    expect(await scan(hub, ticketId)).toMatchObject({ ok: true, scanned: { state: 'finished' }, next: null });
  });

  test('leads to what comes after when its own step is over, and first to where the person is called now', async () => {
    const opened = await openTestHub(await testPlace(kind));
    const { hub } = opened;
    const { ticketId } = await ticketOf(hub, 'zhang-jianming');
    await alsoWaits(opened, kind, { ticketId, queueId: 'ophthalmology' });
    expect(await scan(hub, ticketId)).toMatchObject({ next: { queue: { zh: '心血管内科' }, state: 'waiting' } });
    const token = await sitDown(hub, 'D-card-3', '1001');
    const called = await hub.desks.act('D-card-3', token, { key: newKey(), action: 'next' });
    const version = called.view?.serving?.version ?? 0;
    const eye = await opened.tables.selectFrom('ticket').select('id').where('queue_id', '=', 'ophthalmology').execute();
    expect(await scan(hub, eye[0]?.id ?? '')).toMatchObject({
      scanned: { queue: { zh: '眼科' } },
      next: { queue: { zh: '心血管内科' }, state: 'called', place: { zh: '3 诊室' } },
    });
    await hub.desks.act('D-card-3', token, { key: newKey(), action: 'finish', ticketId, version });
    expect(await scan(hub, ticketId)).toMatchObject({
      scanned: { state: 'finished' },
      next: { queue: { zh: '眼科' }, state: 'waiting', level: 4 },
    });
  });

  test('of another day, of another kind, or forged is answered honestly', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind));
    const { ticketId } = await ticketOf(hub, 'zhang-jianming');
    expect(await hub.assist.whereNext(lin, '30301120261123011500000001')).toMatchObject({ reason: 'not-a-slip' });
    expect(await hub.assist.whereNext(lin, `\u0000${'你'.repeat(4000)}`)).toMatchObject({ reason: 'not-a-slip' });
    const forged = ticketId.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await scan(hub, forged)).toMatchObject({ reason: 'no-such-ticket', day: null });
    clock.advance(24 * 3_600_000);
    expect(await scan(hub, ticketId)).toEqual({ ok: false, reason: 'other-day', day: '2026-11-23' });
  });

  test('may not be guessed: after thirty scans in a minute a login has to wait', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind));
    const { ticketId } = await ticketOf(hub, 'zhang-jianming');
    const reasons = await Promise.all(Array.from({ length: 31 }, () => hub.assist.whereNext(lin, 'guess')));
    expect(reasons.filter((reply) => !reply.ok && reply.reason === 'too-many-scans')).toHaveLength(1);
    expect(await scan(hub, ticketId)).toMatchObject({ reason: 'too-many-scans' });
    expect(await hub.assist.whereNext({ ...lin, staffId: 'badge-8' }, `LOBBY:T:${ticketId}`)).toMatchObject({
      ok: true,
    });
    clock.advance(60_000);
    expect(await scan(hub, ticketId)).toMatchObject({ ok: true });
  });
});
