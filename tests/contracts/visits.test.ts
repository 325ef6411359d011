import { describe, expect, test } from 'vitest';
import { KeyReused } from '@lobby/hub/store/store.ts';
import type { AgendaReply } from '@lobby/hub/contract';
import type { VisitAccess } from '@lobby/hub/hub.ts';
import type { OpenHub } from '@lobby/hub/open.ts';
import { openVisitById, putPatient } from '@lobby/hub/visits/storage.ts';
import { demoCard } from '../support/demo-card.ts';
import {
  checkInWithCard,
  demoSite,
  newKey,
  openTestHub,
  presentCard,
  testDatabases,
  testPlace,
} from '../support/test-hub.ts';

async function nextStep(
  hub: OpenHub,
  access: VisitAccess,
): Promise<NonNullable<Extract<AgendaReply, { ok: true }>['agenda']['next']>> {
  const reply = await hub.visits.agenda(access);
  const next = reply.ok ? reply.agenda.next : null;
  if (next === null) throw new Error('nothing is left to do');
  return next;
}

async function appointmentStatus(
  hub: OpenHub,
  access: VisitAccess,
  appointmentId: string,
): Promise<string | undefined> {
  const context = { terminalId: access.terminalId, operatorId: null, traceId: 'test', locale: 'zh-CN' } as const;
  const [file] = await foundFiles(hub);
  const day = { from: '2026-11-22T00:00:00.000Z', to: '2026-11-25T00:00:00.000Z' };
  const listed = await hub.hospital.appointment.list({ patientId: file ?? '', ...day }, context);
  return listed.ok
    ? listed.value.find(({ appointment }) => appointment.id === appointmentId)?.appointment.status
    : undefined;
}

async function foundFiles(hub: OpenHub): Promise<string[]> {
  const context = { terminalId: 'K01', operatorId: null, traceId: 'test', locale: 'zh-CN' } as const;
  const { number } = demoCard('zhang-jianming');
  const found = await hub.hospital.patient.find([{ system: 'urn:oid:2.16.156.10011.1.3', value: number }], context);
  return found.ok ? found.value.flatMap((patient) => patient.id ?? []) : [];
}

describe.each(testDatabases)('visits on %s', (kind) => {
  test('a card opens a visit, and what is to be done now comes first', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const opened = await hub.visits.open('K01', { key: newKey(), credential: demoCard('wang-xiuying') });
    expect(opened).toMatchObject({ ok: true, maskedName: '王*英', choices: [] });
    if (!opened.ok) return;
    const access = { terminalId: 'K01', visitId: opened.visitId, secret: opened.secret };
    const agenda = await hub.visits.agenda(access);
    expect(agenda).toMatchObject({
      ok: true,
      agenda: {
        maskedName: '王*英',
        next: { state: 'ready', clinic: { zh: '心血管内科' }, late: false, ticket: null, waiting: 0, level: 3 },
        rest: [{ clinic: { zh: '内分泌科' } }],
      },
    });
  });

  test('checking in takes the number, tells the hospital, and puts the patient into the queue', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind));
    const access = await presentCard(hub, 'zhang-jianming');
    const { stepId } = await nextStep(hub, access);
    const reply = await hub.visits.checkIn(access, { key: newKey(), stepId });
    expect(reply).toMatchObject({
      ok: true,
      already: false,
      ticket: { label: 'A001', state: 'waiting', ahead: 0, lane: 'normal', practitioner: { zh: '李文' } },
    });
    expect(await appointmentStatus(hub, access, stepId)).toBe('arrived');
    const intents = await tables.selectFrom('check_in_intent').select(['state', 'plan']).execute();
    expect(intents.map((row) => ({ ...row }))).toEqual([{ state: 'done', plan: '{}' }]);
    expect(await nextStep(hub, access)).toMatchObject({ state: 'checked-in', ticket: { label: 'A001' } });
  });

  test('a double tap gets the same answer, and the same patient at another terminal gets the same ticket', async () => {
    const site = demoSite();
    const [first] = site.terminals;
    if (first === undefined) throw new Error('the demo has a terminal');
    const twoTerminals = { ...site, terminals: [first, { ...first, id: 'K02' }] };
    const { hub, tables } = await openTestHub(await testPlace(kind), { site: twoTerminals });
    const [one, other] = [await presentCard(hub, 'zhang-jianming'), await presentCard(hub, 'zhang-jianming', 'K02')];
    const { stepId } = await nextStep(hub, one);
    await nextStep(hub, other);
    const key = newKey();
    const replies = await Promise.all([
      hub.visits.checkIn(one, { key, stepId }),
      hub.visits.checkIn(one, { key, stepId }),
      hub.visits.checkIn(other, { key: newKey(), stepId }),
    ]);
    expect(replies.map((reply) => reply.ok && reply.ticket.label)).toEqual(['A001', 'A001', 'A001']);
    expect(replies[0]).toEqual(replies[1]);
    expect(replies.filter((reply) => reply.ok && !reply.already).length).toBeGreaterThanOrEqual(1);
    const later = await hub.visits.checkIn(other, { key: newKey(), stepId });
    expect(later).toMatchObject({ ok: true, already: true, ticket: { label: 'A001' } });
    expect(await tables.selectFrom('ticket').select('id').execute()).toHaveLength(1);
    const repeated = await hub.visits.checkIn(one, { key, stepId });
    expect(repeated).toEqual(replies[0]);
    await expect(hub.visits.checkIn(one, { key, stepId: 'another' })).rejects.toThrow(KeyReused);
  });

  test.each([
    ['sun-xiaofeng', 'too-early'],
    ['wu-guoqiang', 'too-late'],
  ] as const)('%s is %s and is told so', async (card, state) => {
    const { hub, tables } = await openTestHub(await testPlace(kind));
    const access = await presentCard(hub, card);
    const step = await nextStep(hub, access);
    expect(step.state).toBe(state);
    const reply = await hub.visits.checkIn(access, { key: newKey(), stepId: step.stepId });
    expect(reply).toEqual({ ok: false, reason: state, opensAt: state === 'too-early' ? step.opensAt : null });
    expect(await tables.selectFrom('check_in_intent').selectAll().execute()).toEqual([]);
  });

  test('who comes at five in the night for the morning hears when check-in opens', async () => {
    const { hub } = await openTestHub(await testPlace(kind), { at: '2026-03-02T04:45:00+08:00' });
    expect(await nextStep(hub, await presentCard(hub, 'sun-xiaofeng'))).toMatchObject({ state: 'too-early' });
  });

  test('a late patient waits in the late lane', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const access = await presentCard(hub, 'zhao-lihua');
    expect(await nextStep(hub, access)).toMatchObject({ state: 'ready', late: true });
    expect(await checkInWithCard(hub, 'zhao-lihua')).toMatchObject({ ok: true, ticket: { lane: 'late' } });
  });

  test('nothing is left for a patient whose appointment was cancelled, or who has none', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    for (const card of ['qian-yulan', 'zheng-xiaoyan']) {
      const agenda = await hub.visits.agenda(await presentCard(hub, card));
      expect(agenda).toMatchObject({ ok: true, agenda: { next: null, rest: [] } });
    }
  });

  test('a card that is in no file, and one whose file bears another name, open no visit', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const open = (card: string) => hub.visits.open('K01', { key: newKey(), credential: demoCard(card) });
    expect(await open('feng-yiming')).toEqual({ ok: false, reason: 'patient-unknown', mayAct: true });
    expect(await open('lin-zhiyuan')).toEqual({ ok: false, reason: 'name-differs' });
  });

  test('a mother chooses whose visit it is', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const opened = await hub.visits.open('K01', { key: newKey(), credential: demoCard('huang-meiling') });
    if (!opened.ok) throw new Error(opened.reason);
    const access = { terminalId: 'K01', visitId: opened.visitId, secret: opened.secret };
    expect(opened.choices.map(({ maskedName }) => maskedName).sort()).toEqual(['何*桐', '黄*玲']);
    expect(await hub.visits.agenda(access)).toEqual({ ok: false, reason: 'visit-ended' });
    const child = opened.choices.find(({ maskedName }) => maskedName === '何*桐');
    expect(child?.birthYear).toBe(2019);
    expect(await hub.visits.choosePatient(access, '77')).toEqual({ ok: false, reason: 'choice-unknown' });
    expect(await hub.visits.choosePatient(access, child?.choice ?? '')).toEqual({ ok: true, maskedName: '何*桐' });
    expect(await nextStep(hub, access)).toMatchObject({ state: 'ready', clinic: { zh: '儿内科' } });
  });

  test('a choice that arrives when the visit has just ended leaves nothing of the patient behind', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind));
    const access = await presentCard(hub, 'zhang-jianming');
    const open = await openVisitById(tables, access.visitId);
    await hub.visits.end(access, 'card-removed');
    if (open === undefined || open.patient === null)
      throw new Error('the card of one person opens a visit of that person');
    expect(await putPatient(tables, access.visitId, { patient: open.patient, acting: null })).toBe(false);
    expect(await tables.selectFrom('visit').select(['patient', 'choices', 'secret_hash']).execute()).toMatchObject([
      { patient: null, choices: '[]', secret_hash: '' },
    ]);
  });

  test('a visit answers its own terminal with its own secret, and nobody else', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const access = await presentCard(hub, 'zhang-jianming');
    const { stepId } = await nextStep(hub, access);
    for (const wrong of [{ terminalId: 'K02' }, { secret: 'x'.repeat(43) }, { secret: '' }, { visitId: 'none' }]) {
      const stranger = { ...access, ...wrong };
      expect(await hub.visits.agenda(stranger)).toEqual({ ok: false, reason: 'visit-ended' });
      expect(await hub.visits.checkIn(stranger, { key: newKey(), stepId })).toMatchObject({ reason: 'visit-ended' });
      await hub.visits.end(stranger, 'cancelled');
    }
    expect(await hub.visits.agenda(access)).toMatchObject({ ok: true });
  });

  test.each(['finished', 'next card', 'ten minutes'] as const)('a visit is over after: %s', async (how) => {
    const { hub, clock, tables } = await openTestHub(await testPlace(kind));
    const access = await presentCard(hub, 'zhang-jianming');
    if (how === 'finished') await hub.visits.end(access, 'finished');
    if (how === 'next card') await presentCard(hub, 'wang-xiuying');
    if (how === 'ten minutes') clock.advance(10 * 60_000);
    expect(await hub.visits.agenda(access)).toEqual({ ok: false, reason: 'visit-ended' });
    expect(await hub.visits.slip(access, 'any', { language: 'zh', profile: 'default' })).toEqual({
      ok: false,
      reason: 'visit-ended',
    });
    const row = await tables.selectFrom('visit').selectAll().where('id', '=', access.visitId).executeTakeFirst();
    expect(row).toMatchObject({ patient: null, choices: '[]', secret_hash: '' });
  });

  test('a visit that is used goes on, and one that is forgotten is ended by the hub itself', async () => {
    const { hub, clock, tables } = await openTestHub(await testPlace(kind));
    const access = await presentCard(hub, 'zhang-jianming');
    clock.advance(9 * 60_000);
    expect(await hub.visits.agenda(access)).toMatchObject({ ok: true });
    clock.advance(9 * 60_000);
    expect(await hub.visits.agenda(access)).toMatchObject({ ok: true });
    clock.advance(11 * 60_000);
    await hub.tidy();
    const row = await tables.selectFrom('visit').selectAll().where('id', '=', access.visitId).executeTakeFirst();
    expect(row).toMatchObject({ why: 'idle', patient: null });
  });

  test('an agent that asks again with its key gets the same visit, under a new secret', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind));
    const request = { key: newKey(), credential: demoCard('zhang-jianming') };
    const [first, again] = [await hub.visits.open('K01', request), await hub.visits.open('K01', request)];
    if (!first.ok || !again.ok) throw new Error('no visit');
    expect(again.visitId).toBe(first.visitId);
    expect(again.secret).not.toBe(first.secret);
    const access = { terminalId: 'K01', visitId: again.visitId, secret: again.secret };
    expect(await hub.visits.agenda(access)).toMatchObject({ ok: true });
    const rows = await tables.selectFrom('visit').select('secret_hash').execute();
    expect(rows[0]?.secret_hash).not.toContain(again.secret);
    const other = { key: request.key, credential: demoCard('wang-xiuying') };
    await expect(hub.visits.open('K01', other)).rejects.toThrow(KeyReused);
  });

  test('a terminal checks in for its own areas only', async () => {
    const site = demoSite();
    const [terminal] = site.terminals;
    if (terminal === undefined) throw new Error('the demo has a terminal');
    const limited = { ...site, terminals: [{ ...terminal, areas: ['paediatrics-1f'] }] };
    const { hub } = await openTestHub(await testPlace(kind), { site: limited });
    expect(await checkInWithCard(hub, 'zhang-jianming')).toEqual({ ok: false, reason: 'not-here', opensAt: null });
  });

  test('a step of somebody else is no step of this visit', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const { stepId } = await nextStep(hub, await presentCard(hub, 'wang-xiuying'));
    const access = await presentCard(hub, 'zhang-jianming');
    expect(await hub.visits.checkIn(access, { key: newKey(), stepId })).toMatchObject({
      reason: 'no-such-appointment',
    });
  });

  test('the ticket on paper is in the language of the visit and of this visit only', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const access = await presentCard(hub, 'zhang-jianming');
    const reply = await hub.visits.checkIn(access, { key: newKey(), stepId: (await nextStep(hub, access)).stepId });
    const ticketId = reply.ok ? reply.ticket.ticketId : '';
    const zh = await hub.visits.slip(access, ticketId, { language: 'zh', profile: 'default' });
    expect(zh).toMatchObject({
      ok: true,
      slip: {
        title: '绍城医院',
        big: 'A001',
        heading: '心血管内科 · 心内科候诊区',
        subheading: 'Cardiology · Cardiology waiting area · 3F',
        qr: `LOBBY:T:${ticketId}`,
        note: '过号请在自助机重新签到\n服务电话 0575-0000000',
      },
    });
    expect(zh.ok && zh.slip.lines).toEqual([
      { label: '姓名', value: '张*明' },
      { label: '预约', value: expect.stringMatching(/^\d\d:\d\d–\d\d:\d\d 李文医生$/) },
      { label: '签到', value: '11月23日 09:15' },
      { label: '前面 0 人', value: '10 分钟以内' },
    ]);
    const en = await hub.visits.slip(access, ticketId, { language: 'en', profile: 'default' });
    expect(en.ok && en.slip.lines).toContainEqual({ label: 'Checked in', value: '23 Nov, 09:15' });
    const stranger = await presentCard(hub, 'wang-xiuying');
    expect(await hub.visits.slip(stranger, ticketId, { language: 'zh', profile: 'default' })).toEqual({
      ok: false,
      reason: 'no-such-ticket',
    });
  });

  test('nothing that is stored says a full name or the number of a card', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind));
    const cards = ['zhang-jianming', 'ouyang-jing', 'li-yu', 'zhou-nan', 'ma-ming', 'claire-martin'];
    for (const card of cards) expect(await checkInWithCard(hub, card)).toMatchObject({ ok: true });
    const rows = await Promise.all(
      (['ticket', 'visit', 'event', 'write_key', 'check_in_intent', 'call'] as const).map((table) =>
        tables.selectFrom(table).selectAll().execute(),
      ),
    );
    const stored = JSON.stringify(rows);
    for (const card of cards) {
      const { number, name } = demoCard(card);
      expect(stored).not.toContain(number);
      expect(stored).not.toContain(name);
    }
    expect(stored).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});
