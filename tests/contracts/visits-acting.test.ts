import { describe, expect, test } from 'vitest';
import type { Site } from '@lobby/config';
import { businessDayOf } from '@lobby/hub/business-date.ts';
import type { AgendaReply, PresentedCredential, VisitProof } from '@lobby/hub/contract';
import type { VisitAccess } from '@lobby/hub/hub.ts';
import type { OpenHub } from '@lobby/hub/open.ts';
import { identificationRecords } from '@lobby/hub/visits/identification-records.ts';
import { demoCard } from '../support/demo-card.ts';
import { demoSite, newKey, openTestHub, presentCard, testDatabases, testPlace } from '../support/test-hub.ts';

function siteWith(rules: Partial<Site['identification']>): Site {
  const site = demoSite();
  return { ...site, identification: { ...site.identification, ...rules } };
}

/** Has never been here; her sister lies in the ward. */
const sister: PresentedCredential = { kind: 'resident-id', number: '330602197106234512', name: '罗云舒' };
const worn: VisitProof = { by: 'wristband', wristband: 'zy26030217 ' };

async function opened(hub: OpenHub, credential: PresentedCredential, proof?: VisitProof) {
  const reply = await hub.visits.open('K01', { key: newKey(), credential, ...(proof && { proof }) });
  if (!reply.ok) throw new Error(reply.reason);
  return { ...reply, access: { terminalId: 'K01', visitId: reply.visitId, secret: reply.secret } };
}

async function agendaOf(hub: OpenHub, access: VisitAccess): Promise<Extract<AgendaReply, { ok: true }>['agenda']> {
  const reply = await hub.visits.agenda(access);
  if (!reply.ok) throw new Error(reply.reason);
  return reply.agenda;
}

/** Checks in for what is next. */
async function checkIn(hub: OpenHub, access: VisitAccess) {
  const { next } = await agendaOf(hub, access);
  return hub.visits.checkIn(access, { key: newKey(), stepId: next?.stepId ?? '' });
}

describe.each(testDatabases)('somebody acts for a patient, on %s', (kind) => {
  const hubWith = async (rules: Partial<Site['identification']> = {}) =>
    openTestHub(await testPlace(kind), { site: siteWith(rules) });
  const recordsOf = async ({ hub, tables }: Awaited<ReturnType<typeof hubWith>>) => {
    expect(businessDayOf(hub.site, '2026-11-23').from).toBeDefined();
    const records = await identificationRecords(tables, { businessDate: '2026-11-23', limit: 10 });
    return records.map(({ what, patientId, actedBy, staff }) => ({ what, patientId, actedBy, staff }));
  };

  test('a mother without an appointment checks in her child who has no card', async () => {
    const test = await hubWith();
    const { hub, tables } = test;
    const { access, choices } = await opened(hub, demoCard('gu-wenjing'));
    expect(choices).toEqual([
      { choice: '1', maskedName: '顾*静', birthYear: 1990, owner: 'bearer' },
      { choice: '2', maskedName: '许*乐', birthYear: 2018, owner: 'ward' },
    ]);
    await hub.visits.choosePatient(access, '2');
    const acting = { relation: 'parent', how: 'named-in-file', mayCheckIn: true };
    expect(await agendaOf(hub, access)).toMatchObject({ maskedName: '许*乐', acting, next: { state: 'ready' } });
    const reply = await checkIn(hub, access);
    expect(reply).toMatchObject({ ok: true, ticket: { byProxy: true } });
    const actedBy = { personId: 'demo-gu-wenjing', relation: 'parent', how: 'named-in-file' };
    expect(await recordsOf(test)).toEqual([{ what: 'acted', patientId: 'demo-xu-yile', actedBy, staff: null }]);
    expect(await hub.visits.identificationsOfToday()).toMatchObject([{ patientId: 'demo-xu-yile', actedBy }]);
    const [ticket] = await tables.selectFrom('ticket').select(['patient_id', 'acted_by']).execute();
    expect(ticket?.patient_id).toBe('demo-xu-yile');
    expect(JSON.parse(ticket?.acted_by ?? 'null')).toEqual(actedBy);
    const desks = await Promise.all(hub.site.desks.map(({ id }) => hub.desks.view(id)));
    const waiting = desks.flatMap((desk) => desk?.waiting ?? []);
    const label = reply.ok ? reply.ticket.label : '';
    expect(waiting.find((one) => one.label === label)).toMatchObject({ who: '许*乐', actedBy: 'parent' });
    const slip = await hub.visits.slip(access, reply.ok ? reply.ticket.ticketId : '', {
      language: 'zh',
      profile: 'default',
    });
    expect(slip.ok && slip.slip.lines).toContainEqual({ label: '姓名', value: '许*乐（代办）' });
    const english = await hub.visits.slip(access, reply.ok ? reply.ticket.ticketId : '', {
      language: 'en',
      profile: 'default',
    });
    expect(english.ok && english.slip.lines).toContainEqual({ label: 'Name', value: '许*乐 (by a relative)' });
  });

  test('a mother who is the patient herself acts for nobody', async () => {
    const test = await hubWith();
    const { access } = await opened(test.hub, demoCard('gu-wenjing'));
    await test.hub.visits.choosePatient(access, '1');
    expect((await agendaOf(test.hub, access)).acting).toBeNull();
    expect(await recordsOf(test)).toEqual([]);
  });

  test('nobody acts as a guardian for who is of age, nor where the site does not want it', async () => {
    const grown = await hubWith({ guardians: { openChildren: true, adultAge: 8 } });
    expect((await opened(grown.hub, demoCard('gu-wenjing'))).choices).toEqual([]);
    const never = await hubWith({ guardians: { openChildren: false, adultAge: 18 } });
    expect((await opened(never.hub, demoCard('gu-wenjing'))).choices).toEqual([]);
  });

  test('a hospital that does not say who belongs to whom keeps nobody from their own visit', async () => {
    const { hub } = await hubWith();
    Object.assign(hub.hospital.patient, { dependants: () => Promise.reject(new Error('cut off')) });
    expect(await opened(hub, demoCard('gu-wenjing'))).toMatchObject({ maskedName: '顾*静', choices: [] });
  });

  test('a child on its mother’s card is checked in by her', async () => {
    const test = await hubWith();
    const { access, choices } = await opened(test.hub, demoCard('huang-meiling'));
    expect(choices.map(({ maskedName, owner }) => [maskedName, owner])).toEqual([
      ['黄*玲', 'bearer'],
      ['何*桐', 'ward'],
    ]);
    await test.hub.visits.choosePatient(access, '2');
    const actedBy = { personId: 'demo-huang-meiling', relation: 'guardian', how: 'shared-credential' };
    expect(await recordsOf(test)).toMatchObject([{ what: 'acted', patientId: 'demo-he-yutong', actedBy }]);
  });

  test('a husband checks in his wife, an inpatient, by the number on her wristband', async () => {
    const test = await hubWith();
    const { hub } = test;
    const { access } = await opened(hub, demoCard('jiang-hao'));
    const reply = await hub.visits.actForInpatient(access, { key: newKey(), wristband: 'zy26030217' });
    expect(reply).toEqual({ ok: true, maskedName: '罗*' });
    expect(await agendaOf(hub, access)).toMatchObject({
      maskedName: '罗*',
      acting: { relation: 'relative', how: 'wristband', mayCheckIn: true },
      next: { clinic: { zh: '康复医学科' } },
    });
    expect(await checkIn(hub, access)).toMatchObject({ ok: true, ticket: { byProxy: true } });
    const actedBy = { personId: 'demo-jiang-hao', relation: 'relative', how: 'wristband' };
    expect(await recordsOf(test)).toMatchObject([{ patientId: 'demo-luo-min', actedBy }]);
  });

  test('a sister who has no file here checks in an inpatient, and the mark of her card says who she was', async () => {
    const test = await hubWith();
    const { hub, tables } = test;
    const refusal = { ok: false, reason: 'patient-unknown', mayAct: true };
    expect(await hub.visits.open('K01', { key: newKey(), credential: sister })).toEqual(refusal);
    const { access, choices } = await opened(hub, sister, worn);
    expect(choices).toEqual([{ choice: '1', maskedName: '罗*', birthYear: expect.any(Number), owner: 'ward' }]);
    expect(await hub.visits.agenda(access)).toMatchObject({ reason: 'visit-ended' });
    await hub.visits.choosePatient(access, '1');
    const acting = { relation: 'relative', how: 'wristband', mayCheckIn: true };
    expect((await agendaOf(hub, access)).acting).toEqual(acting);
    expect(await checkIn(hub, access)).toMatchObject({ ok: true, ticket: { byProxy: true } });
    const card = { kind: 'resident-id', mark: expect.stringMatching(/^[0-9a-f]{32}$/) };
    const actedBy = { personId: null, relation: 'relative', how: 'wristband', card };
    const [first] = await recordsOf(test);
    expect(first).toMatchObject({ what: 'acted', patientId: 'demo-luo-min', actedBy });
    const again = await opened(hub, sister, worn);
    await hub.visits.choosePatient(again.access, '1');
    const stranger = await opened(hub, { ...sister, number: '110101190001010014' }, worn);
    await hub.visits.choosePatient(stranger.access, '1');
    const marks = (await recordsOf(test)).map(({ actedBy: by }) => by?.card?.mark);
    expect(marks.filter((mark) => mark === first?.actedBy?.card?.mark)).toHaveLength(2);
    const rows = ['visit', 'ticket', 'identification_record', 'identification_attempt', 'check_in_intent'] as const;
    const stored = await Promise.all(rows.map((table) => tables.selectFrom(table).selectAll().execute()));
    for (const personal of [sister.number, sister.name ?? '?']) expect(JSON.stringify(stored)).not.toContain(personal);
  });

  test('whoever has no file acts for an inpatient by a document in the hand alone, and where the site wants it', async () => {
    const { hub } = await hubWith();
    const never = await hubWith({ inpatients: { relativesMayAct: false, errands: ['check-in'] } });
    const ask = (of: OpenHub, credential: PresentedCredential, proof?: VisitProof) =>
      of.visits.open('K01', { key: newKey(), credential, ...(proof && { proof }) });
    for (const kind of ['other-code', 'health-code', 'insurance-code'] as const) {
      const code = { kind, number: 'NOBODY1', name: null };
      expect(await ask(hub, code)).toEqual({ ok: false, reason: 'patient-unknown' });
      expect(await ask(hub, code, worn)).toEqual({ ok: false, reason: 'not-accepted' });
    }
    const typed = { ...sister, kind: 'typed-number', name: null } as const;
    expect(await ask(hub, typed, worn)).toEqual({ ok: false, reason: 'not-accepted' });
    const passport = { kind: 'passport', number: 'XX7654321', name: null, typed: true } as const;
    expect(await ask(hub, passport, worn)).toEqual({ ok: false, reason: 'not-accepted' });
    expect(await ask(never.hub, sister)).toEqual({ ok: false, reason: 'patient-unknown' });
    expect(await ask(never.hub, sister, worn)).toEqual({ ok: false, reason: 'not-accepted' });
  });

  test('whoever has no file guesses no wristband for long', async () => {
    const { hub } = await hubWith();
    const guess = (wristband: string) =>
      hub.visits.open('K01', { key: newKey(), credential: sister, proof: { by: 'wristband', wristband } });
    for (let tries = 0; tries < 10; tries += 1)
      expect(await guess(`ZY9${tries}`)).toEqual({ ok: false, reason: 'wristband-unknown' });
    expect(await guess('ZY26030217')).toEqual({ ok: false, reason: 'too-many-tries' });
  });

  test('what the hospital says late of the husband is never taken for what it says of his wife', async () => {
    const { hub } = await hubWith();
    const { list } = hub.hospital.appointment;
    const husbands = Promise.withResolvers<Awaited<ReturnType<typeof list>>>();
    const late: typeof list = (query, context) =>
      query.patientId === 'demo-zhang-jianming' ? husbands.promise : list(query, context);
    Object.assign(hub.hospital.appointment, { list: late });
    const access = await presentCard(hub, 'zhang-jianming');
    await hub.visits.actForInpatient(access, { key: newKey(), wristband: 'ZY26030217' });
    const own = await agendaOf(hub, access);
    const context = { terminalId: 'K01', operatorId: null, traceId: 'test', locale: 'zh-CN' } as const;
    const day = { from: '2026-11-22T00:00:00.000Z', to: '2026-11-25T00:00:00.000Z' };
    const said = await list({ patientId: 'demo-zhang-jianming', ...day }, context);
    husbands.resolve(said);
    await husbands.promise;
    const stepId = said.ok ? (said.value[0]?.appointment.id ?? '') : '';
    expect(own.next?.stepId).not.toBe(stepId);
    const reply = await hub.visits.checkIn(access, { key: newKey(), stepId });
    expect(reply).toMatchObject({ ok: false, reason: 'no-such-appointment' });
  });

  test('a site may let relatives of an inpatient look, and no more', async () => {
    const { hub } = await hubWith({ inpatients: { relativesMayAct: true, errands: [] } });
    const { access } = await opened(hub, demoCard('jiang-hao'));
    await hub.visits.actForInpatient(access, { key: newKey(), wristband: 'ZY26030217' });
    expect((await agendaOf(hub, access)).acting).toMatchObject({ mayCheckIn: false });
    expect(await checkIn(hub, access)).toMatchObject({ ok: false, reason: 'not-by-proxy' });
  });

  test('wristbands nobody wears are refused, and not guessed for long', async () => {
    const { hub } = await hubWith();
    const { access } = await opened(hub, demoCard('jiang-hao'));
    const act = (wristband: string) => hub.visits.actForInpatient(access, { key: newKey(), wristband });
    for (let tries = 0; tries < 10; tries += 1)
      expect(await act(`ZY9${tries}`)).toMatchObject({ reason: 'wristband-unknown' });
    expect(await act('ZY26030217')).toMatchObject({ reason: 'too-many-tries' });
    expect((await agendaOf(hub, access)).maskedName).toBe('蒋*');
  });

  test('a wristband alone, or a number that was only typed, opens no inpatient’s file', async () => {
    const { hub } = await hubWith();
    const request = {
      key: newKey(),
      credential: { kind: 'typed-number', number: '0000100231', name: null },
      proof: { by: 'birth-date', birthDate: '1954-03-18' },
    } as const;
    const typed = await hub.visits.open('K01', request);
    if (!typed.ok) throw new Error(typed.reason);
    const access = { terminalId: 'K01', visitId: typed.visitId, secret: typed.secret };
    const wish = { key: newKey(), wristband: 'ZY26030217' };
    expect(await hub.visits.actForInpatient(access, wish)).toMatchObject({ reason: 'not-offered' });
    const never = await hubWith({ inpatients: { relativesMayAct: false, errands: ['check-in'] } });
    const husband = await opened(never.hub, demoCard('jiang-hao'));
    expect(await never.hub.visits.actForInpatient(husband.access, wish)).toMatchObject({ reason: 'not-offered' });
  });

  test('an old lady with her husband’s card says so, and checks him in', async () => {
    const test = await hubWith();
    const access = await presentCard(test.hub, 'zhang-jianming');
    expect(await test.hub.visits.actForBearer(access)).toEqual({ ok: true });
    expect(await test.hub.visits.actForBearer(access)).toEqual({ ok: true });
    expect((await agendaOf(test.hub, access)).acting).toMatchObject({ how: 'patients-card' });
    expect(await checkIn(test.hub, access)).toMatchObject({ ok: true, ticket: { byProxy: true } });
    const actedBy = { personId: null, relation: 'relative', how: 'patients-card' };
    expect(await recordsOf(test)).toEqual([{ what: 'acted', patientId: 'demo-zhang-jianming', actedBy, staff: null }]);
  });

  test('nothing of who acted stays in a visit that has ended', async () => {
    const { hub, tables } = await hubWith();
    const { access } = await opened(hub, demoCard('gu-wenjing'));
    await hub.visits.choosePatient(access, '2');
    await hub.visits.end(access, 'finished');
    expect(await tables.selectFrom('visit').select(['patient', 'acting', 'choices']).execute()).toEqual([
      { patient: null, acting: null, choices: '[]' },
    ]);
    expect(await hub.visits.actForBearer(access)).toEqual({ ok: false, reason: 'visit-ended' });
  });
});
