import { describe, expect, test } from 'vitest';
import type { Site } from '@lobby/config';
import type { PresentedCredential, StaffRole, VisitProof } from '@lobby/hub/contract';
import type { OpenHub } from '@lobby/hub/open.ts';
import { identificationRecords } from '@lobby/hub/visits/identification-records.ts';
import { siteWithEachRole, staffOfEachRole } from '../support/staff-of-each-role.ts';
import { newKey, openTestHub, testDatabases, testPlace } from '../support/test-hub.ts';

const number: PresentedCredential = { kind: 'typed-number', number: '0000100231', name: null };
const nobody: PresentedCredential = { ...number, number: '9999999999' };

function vouch(hub: OpenHub, proof: VisitProof, credential = number, terminalId = 'K01') {
  return hub.visits.open(terminalId, { key: newKey(), credential, proof });
}

const byBadge = (badge: string): VisitProof => ({ by: 'badge', badge });
const byPassword = (workNo: string, password = `demo-${workNo}`): VisitProof => ({ by: 'password', workNo, password });

function siteApprovedBy(approvedBy: StaffRole[]): Site {
  const site = siteWithEachRole();
  return { ...site, identification: { ...site.identification, approvedBy } };
}

/** The same badge with its last letter changed. */
function forged(badge: string): string {
  return badge.slice(0, -1) + (badge.endsWith('A') ? 'B' : 'A');
}

describe.each(testDatabases)('a member of staff vouches for a patient at a terminal, on %s', (kind) => {
  const hubWith = async (...approvedBy: StaffRole[]) =>
    openTestHub(await testPlace(kind), { site: siteApprovedBy(approvedBy) });
  const recordsOf = ({ tables }: Awaited<ReturnType<typeof hubWith>>, businessDate = '2026-11-23') =>
    identificationRecords(tables, { businessDate, limit: 20 });
  const badgeOf = (hub: OpenHub) => hub.staff.issueBadge({ name: '韩冬', by: staffOfEachRole.operator });

  test('by the badge of the day; who, where and for which file is written down, and no secret', async () => {
    const test = await hubWith('volunteer');
    const { hub, tables } = test;
    const badge = await badgeOf(hub);
    const opened = await vouch(hub, byBadge(badge.code), number, 'K02');
    expect(opened).toMatchObject({ ok: true, maskedName: '张*明' });
    expect(await recordsOf(test)).toEqual([
      {
        id: expect.any(String),
        at: '2026-11-23T01:15:00.000Z',
        businessDate: '2026-11-23',
        terminalId: 'K02',
        visitId: opened.ok ? opened.visitId : '',
        what: 'vouched',
        patientId: 'demo-zhang-jianming',
        staff: { staffId: badge.id, role: 'volunteer' },
        actedBy: null,
      },
    ]);
    const stored = JSON.stringify(await tables.selectFrom('identification_record').selectAll().execute());
    for (const secret of [badge.code, badge.code.split('.')[1] ?? '?', number.number, '韩冬'])
      expect(stored).not.toContain(secret);
  });

  test('by work number and password', async () => {
    const test = await hubWith('nurse');
    expect(await vouch(test.hub, byPassword('3001'))).toMatchObject({ ok: true, maskedName: '张*明' });
    expect(await recordsOf(test)).toMatchObject([
      { what: 'vouched', patientId: 'demo-zhang-jianming', staff: { staffId: '3001', role: 'nurse' } },
    ]);
  });

  test('only in a role that the site lets vouch, and in none where it lets nobody; an operator may do what all may', async () => {
    const test = await hubWith('nurse');
    const { hub } = test;
    const badge = await badgeOf(hub);
    const notAllowed = { ok: false, reason: 'staff-not-allowed' };
    expect(await vouch(hub, byBadge(badge.code))).toEqual(notAllowed);
    expect(await vouch(hub, byPassword('1001'))).toEqual(notAllowed);
    expect(await vouch(hub, byPassword('7001'))).toEqual(notAllowed);
    expect(await recordsOf(test)).toEqual([]);
    expect(await vouch(hub, byPassword('9001'))).toMatchObject({ ok: true });
    const closed = await hubWith();
    expect(await vouch(closed.hub, byPassword('9001'))).toEqual(notAllowed);
  });

  test('by no badge that is forged, of yesterday, withdrawn, or no badge at all', async () => {
    const test = await hubWith('volunteer');
    const { hub, clock } = test;
    const [badge, withdrawn] = [await badgeOf(hub), await badgeOf(hub)];
    const notRecognised = { ok: false, reason: 'staff-not-recognised' };
    await hub.staff.withdrawBadge(withdrawn.id);
    for (const wrong of [forged(badge.code), withdrawn.code, 'LOBBY:B:', 'LOBBY:T:0199aaaa', 'x'.repeat(600), '🪪'])
      expect(await vouch(hub, byBadge(wrong))).toEqual(notRecognised);
    expect(await vouch(hub, byBadge(badge.code))).toMatchObject({ ok: true });
    clock.advance(24 * 3_600_000);
    expect(await vouch(hub, byBadge(badge.code))).toEqual(notRecognised);
    expect(await recordsOf(test, '2026-11-24')).toEqual([]);
    expect(await recordsOf(test)).toHaveLength(1);
  });

  test('by no badge whose secret was guessed at, at whichever terminals, and by another one all the while', async () => {
    const { hub, clock } = await hubWith('volunteer');
    const [badge, other] = [await badgeOf(hub), await badgeOf(hub)];
    for (const terminal of ['K01', 'K02', 'K03', 'K01', 'K02'])
      expect(await vouch(hub, byBadge(forged(badge.code)), number, terminal)).toMatchObject({
        reason: 'staff-not-recognised',
      });
    expect(await vouch(hub, byBadge(badge.code), number, 'K03')).toEqual({ ok: false, reason: 'staff-locked' });
    expect(await vouch(hub, byBadge(other.code))).toMatchObject({ ok: true });
    clock.advance(5 * 60_000);
    expect(await vouch(hub, byBadge(badge.code))).toMatchObject({ ok: true });
  });

  test('by no password that was guessed at, known work number or not', async () => {
    const test = await hubWith('nurse');
    for (const workNo of ['3001', '4444']) {
      for (let tries = 0; tries < 5; tries += 1)
        expect(await vouch(test.hub, byPassword(workNo, 'wrong'))).toEqual({
          ok: false,
          reason: 'staff-not-recognised',
        });
      expect(await vouch(test.hub, byPassword(workNo), number, 'K02')).toEqual({ ok: false, reason: 'staff-locked' });
    }
    expect(await recordsOf(test)).toEqual([]);
  });

  test('for a number that nobody has, and nothing is written down of it', async () => {
    const test = await hubWith('volunteer');
    const badge = await badgeOf(test.hub);
    expect(await vouch(test.hub, byBadge(badge.code), nobody)).toEqual({ ok: false, reason: 'patient-unknown' });
    expect(await recordsOf(test)).toEqual([]);
  });

  test('for whose number was guessed at too often: staff look at the person, not at the number', async () => {
    const { hub } = await hubWith('nurse');
    const wrong = { by: 'birth-date', birthDate: '1950-01-01' } as const;
    for (const terminal of ['K01', 'K02', 'K03', 'K01']) await vouch(hub, wrong, number, terminal);
    expect(await vouch(hub, { by: 'birth-date', birthDate: '1954-03-18' }, number, 'K04')).toMatchObject({
      reason: 'too-many-tries',
    });
    expect(await vouch(hub, byPassword('3001'))).toMatchObject({ ok: true });
  });

  test('and nobody acts as the bearer of what was only vouched for', async () => {
    const { hub } = await hubWith('nurse');
    const opened = await vouch(hub, byPassword('3001'));
    if (!opened.ok) throw new Error(opened.reason);
    const access = { terminalId: 'K01', visitId: opened.visitId, secret: opened.secret };
    const wish = { key: newKey(), wristband: 'ZY26030217' };
    expect(await hub.visits.actForInpatient(access, wish)).toMatchObject({ reason: 'not-offered' });
  });

  test('once, however often the agent asks with the same key', async () => {
    const test = await hubWith('volunteer');
    const badge = await badgeOf(test.hub);
    const request = { key: newKey(), credential: number, proof: byBadge(badge.code) };
    const [first, second] = [await test.hub.visits.open('K01', request), await test.hub.visits.open('K01', request)];
    expect(first.ok && second.ok && first.visitId === second.visitId).toBe(true);
    expect(await recordsOf(test)).toHaveLength(1);
  });
});
