import { checkScript, type HospitalScript } from '@lobby/hub/hospital/sandbox/script.ts';
import type { VisitAccess } from '@lobby/hub/hub.ts';
import type { OpenHub } from '@lobby/hub/open.ts';
import { describe, expect, test } from 'vitest';
import { demoSite, newKey, openTestHub, presentCard, testDatabases, testPlace, until } from '../support/test-hub.ts';

/** A site that waits a fifth of a second for its hospital. */
const { hospitalSystem } = demoSite();
const breaker = { ...hospitalSystem.breaker, restSeconds: 0.2 };
const site = { ...demoSite(), hospitalSystem: { ...hospitalSystem, writeSeconds: 0.2, readSeconds: 0.2, breaker } };

function scriptOf(content: unknown): HospitalScript {
  const checked = checkScript(content);
  if (!checked.ok) throw new Error(checked.problems.join('\n'));
  return checked.script;
}

const neverAnswered = scriptOf({ operations: { '*': { timeoutsAfterCommit: 1 } } });
const notEvenAsked = scriptOf({
  operations: { '*': { timeoutsAfterCommit: 1 } },
  outages: [{ operations: ['transaction.query'], answers: 'nothing' }],
});

async function readyVisit(hub: OpenHub): Promise<{ access: VisitAccess; stepId: string }> {
  const access = await presentCard(hub, 'zhang-jianming');
  const agenda = await hub.visits.agenda(access);
  const stepId = agenda.ok ? agenda.agenda.next?.stepId : undefined;
  if (stepId === undefined) throw new Error('nothing to do');
  return { access, stepId };
}

describe.each(testDatabases)('a hospital that does what it is asked and never says so, on %s', (kind) => {
  test('is asked what became of it, and the patient has one ticket', async () => {
    const { hub, sandbox, tables } = await openTestHub(await testPlace(kind), { site });
    const { access, stepId } = await readyVisit(hub);
    sandbox.follow(neverAnswered);
    const reply = await hub.visits.checkIn(access, { key: newKey(), stepId });
    expect(reply).toMatchObject({ ok: true, already: false, ticket: { label: 'A001' } });
    expect(await tables.selectFrom('ticket').select('id').execute()).toHaveLength(1);
  });

  test('is asked again when it can be, ten minutes later: one ticket, and nobody had to come back', async () => {
    const { hub, sandbox, tables, clock } = await openTestHub(await testPlace(kind), { site });
    const { access, stepId } = await readyVisit(hub);
    sandbox.follow(notEvenAsked);
    expect(await hub.visits.checkIn(access, { key: newKey(), stepId })).toMatchObject({ reason: 'outcome-unknown' });
    await hub.visits.end(access, 'idle');
    for (let minute = 0; minute < 3; minute += 1) {
      clock.advance(3 * 60_000);
      await hub.tidy();
    }
    expect(await tables.selectFrom('ticket').select('id').execute()).toEqual([]);
    sandbox.follow(undefined);
    await until(() => hub.hospitalSystem.status.state !== 'away', 'the hospital is found to be back');
    clock.advance(60_000);
    await hub.tidy();
    const tickets = await tables.selectFrom('ticket').select(['label', 'state']).execute();
    expect(tickets.map((ticket) => ({ ...ticket }))).toEqual([{ label: 'A001', state: 'waiting' }]);
    const again = await presentCard(hub, 'zhang-jianming', 'K02');
    expect(await hub.visits.agenda(again)).toMatchObject({ agenda: { next: { ticket: { label: 'A001' } } } });
  });

  test('and that answers from earlier: the number taken a moment ago is not taken again', async () => {
    const { hub, sandbox, tables } = await openTestHub(await testPlace(kind), { site });
    const { access, stepId } = await readyVisit(hub);
    expect(await hub.visits.checkIn(access, { key: newKey(), stepId })).toMatchObject({ ok: true });
    sandbox.follow(scriptOf({ operations: { 'appointment.list': { stale: 1, staleSeconds: 60 } } }));
    const again = await presentCard(hub, 'zhang-jianming', 'K02');
    expect(await hub.visits.agenda(again)).toMatchObject({ agenda: { next: { state: 'checked-in' } } });
    expect(await hub.visits.checkIn(again, { key: newKey(), stepId })).toMatchObject({ ok: true, already: true });
    expect(await tables.selectFrom('ticket').select('id').execute()).toHaveLength(1);
  });

  test('a hub that is started again asks as well', async () => {
    const place = await testPlace(kind);
    const before = await openTestHub(place, { site });
    const { access, stepId } = await readyVisit(before.hub);
    before.sandbox.follow(notEvenAsked);
    await before.hub.visits.checkIn(access, { key: newKey(), stepId });
    await before.hub.close();
    const { hub, tables, clock } = await openTestHub(place, { site });
    clock.advance(3 * 60_000);
    await hub.tidy();
    expect(await tables.selectFrom('ticket').select('label').execute()).toHaveLength(1);
  });
});
