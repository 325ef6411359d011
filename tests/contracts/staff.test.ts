import { badgeText, newBadgeCode } from '@lobby/hub/fleet/badge.ts';
import type { OpenHub } from '@lobby/hub/open.ts';
import { KeyReused } from '@lobby/hub/store/store.ts';
import { describe, expect, test } from 'vitest';
import { demoCard } from '../support/demo-card.ts';
import { newKey } from '../support/demo-hub.ts';
import { staffOfEachRole, siteWithEachRole } from '../support/staff-of-each-role.ts';
import { openTestHub, testDatabases, testPlace } from '../support/test-hub.ts';

const minute = 60_000;
const hour = 60 * minute;

async function logIn(hub: OpenHub, workNo: string): Promise<string> {
  const reply = await hub.staff.login(workNo, `demo-${workNo}`);
  if (reply.token === undefined) throw new Error(`${workNo} could not log in`);
  return reply.token;
}

async function scan(hub: OpenHub, badge: string): Promise<string> {
  const reply = await hub.staff.loginByBadge(badge);
  if (!reply.ok) throw new Error(`the badge was refused: ${reply.reason}`);
  return reply.token;
}

/** The same badge with its last letter changed. */
function forged(badge: string): string {
  return badge.slice(0, -1) + (badge.endsWith('A') ? 'B' : 'A');
}

describe.each(testDatabases)('staff away from a desk on %s', (kind) => {
  const open = async () => openTestHub(await testPlace(kind), { site: siteWithEachRole() });

  test('whoever logs out is heard of once and without a name, so that what they follow ends', async () => {
    const { hub, tables } = await open();
    const token = await logIn(hub, '7001');
    for (const over of [token, token, 'made-up']) await hub.staff.logout(over);
    const events = await tables.selectFrom('event').selectAll().where('type', '=', 'staff.changed').execute();
    expect(events.map(({ body }) => body)).toEqual([JSON.stringify({ action: 'logout' })]);
  });

  test('each is known by number, role and name for twelve hours, or until logging out', async () => {
    const { hub, clock, tables } = await open();
    const tokens: string[] = [];
    for (const [role, workNo] of Object.entries(staffOfEachRole)) {
      const token = await logIn(hub, workNo);
      expect(await hub.staff.who(token)).toMatchObject({ staffId: workNo, role, name: { zh: expect.any(String) } });
      tokens.push(token);
    }
    const [first = '', second = ''] = tokens;
    await hub.staff.logout(first);
    expect(await hub.staff.who(first)).toBeUndefined();
    clock.advance(12 * hour - 1);
    expect(await hub.staff.who(second)).toBeDefined();
    clock.advance(1);
    expect(await hub.staff.who(second)).toBeUndefined();
    expect(await hub.staff.who(undefined)).toBeUndefined();
    expect(await hub.staff.who('made-up')).toBeUndefined();
    const stored = JSON.stringify(await tables.selectFrom('staff_login').selectAll().execute());
    for (const token of tokens) expect(stored).not.toContain(token);
  });

  test('wrong passwords are counted together, at a desk, on a board and beside a patient', async () => {
    const { hub, clock } = await open();
    for (const workNo of ['1001', '4444']) {
      await hub.desks.login('D-card-3', workNo, 'wrong');
      await hub.desks.login('D-card-3', workNo, 'wrong');
      await hub.staff.login(workNo, 'wrong');
      await hub.staff.login(workNo, 'wrong');
      expect(await hub.staff.vouch({ workNo, password: 'wrong' }, ['doctor'])).toEqual({
        ok: false,
        reason: 'wrong-number-or-password',
      });
      expect(await hub.staff.login(workNo, `demo-${workNo}`)).toEqual({ ok: false, reason: 'locked' });
      expect(await hub.desks.login('D-card-3', workNo, `demo-${workNo}`)).toEqual({ ok: false, reason: 'locked' });
    }
    clock.advance(5 * minute);
    expect(await hub.staff.login('1001', 'demo-1001')).toMatchObject({ ok: true });
  });

  test('a volunteer and nobody else is refused at a consulting room’s desk', async () => {
    const { hub } = await open();
    const outcomes = [];
    for (const [role, workNo] of Object.entries(staffOfEachRole)) {
      const reply = await hub.desks.login('D-card-3', workNo, `demo-${workNo}`);
      outcomes.push([role, reply.ok ? 'in' : reply.reason]);
    }
    expect(Object.fromEntries(outcomes)).toEqual({
      doctor: 'in',
      nurse: 'in',
      cashier: 'in',
      volunteer: 'role-not-allowed',
      operator: 'in',
    });
  });

  test('who vouches is not logged in, and needs one of the roles; an operator may do what all may', async () => {
    const { hub, tables } = await open();
    const vouch = (workNo: string) => hub.staff.vouch({ workNo, password: `demo-${workNo}` }, ['nurse', 'volunteer']);
    expect(await vouch('3001')).toMatchObject({ ok: true, person: { staffId: '3001', role: 'nurse' } });
    expect(await vouch('9001')).toMatchObject({ ok: true, person: { role: 'operator' } });
    expect(await vouch('1001')).toEqual({ ok: false, reason: 'role-not-allowed' });
    const { id, code } = await hub.staff.issueBadge({ name: null, by: '9001' });
    expect(await hub.staff.vouch({ badge: code }, ['volunteer'])).toMatchObject({ ok: true, person: { staffId: id } });
    expect(await hub.staff.vouch({ badge: code }, ['nurse'])).toEqual({ ok: false, reason: 'role-not-allowed' });
    expect(await tables.selectFrom('staff_login').selectAll().execute()).toEqual([]);
  });
});

describe.each(testDatabases)('a one-day badge on %s', (kind) => {
  const open = async () => openTestHub(await testPlace(kind), { site: siteWithEachRole() });

  test('lets a volunteer in, by name or as a number, and is stored as a hash', async () => {
    const { hub, tables } = await open();
    const [first, second] = await Promise.all([
      hub.staff.issueBadge({ name: null, by: '9001' }),
      hub.staff.issueBadge({ name: '韩冬', by: '3001' }),
    ]);
    expect([first.number, second.number].sort()).toEqual([1, 2]);
    expect(await hub.staff.who(await scan(hub, first.code))).toEqual({
      staffId: first.id,
      role: 'volunteer',
      name: { zh: `志愿者 ${first.number} 号`, en: `Volunteer ${first.number}` },
    });
    const named = await hub.staff.who(await scan(hub, second.code.toLowerCase()));
    expect(named?.name).toEqual({ zh: '韩冬', en: '韩冬' });
    const stored = JSON.stringify(await tables.selectFrom('badge').selectAll().execute());
    for (const { code } of [first, second]) expect(stored).not.toContain(code.split('.')[1]);
  });

  test('is one and the same for a double tap, and what the hub keeps of it makes no second one', async () => {
    const { hub, tables } = await open();
    const wish = { name: '韩冬', by: '9001', key: newKey() };
    const [first, second] = await Promise.all([hub.staff.issueBadge(wish), hub.staff.issueBadge(wish)]);
    expect(second).toEqual(first);
    expect(await hub.staff.badgesOfToday()).toHaveLength(1);
    await scan(hub, first.code);
    expect((await hub.staff.issueBadge({ ...wish, key: newKey() })).code).not.toBe(first.code);
    await expect(hub.staff.issueBadge({ ...wish, name: '别人' })).rejects.toThrow(KeyReused);
    const kept = JSON.stringify(await tables.selectFrom('write_key').selectAll().execute());
    expect(kept).toContain(first.id);
    for (const secret of [first.code.split('.')[1] ?? '', wish.key]) expect(kept).not.toContain(secret);
  });

  test('that is forged, unknown, withdrawn or yesterday’s, is refused with the same words and counted', async () => {
    const { hub, clock, tables } = await open();
    const { id, code } = await hub.staff.issueBadge({ name: null, by: '9001' });
    const old = await hub.staff.issueBadge({ name: null, by: '9001' });
    const refused = { ok: false, reason: 'badge-invalid' };
    expect(await hub.staff.loginByBadge(forged(code))).toEqual(refused);
    expect(await hub.staff.loginByBadge('LOBBY:B:22222222.22222222222222222222')).toEqual(refused);
    expect(await hub.staff.loginByBadge('x'.repeat(4096))).toEqual(refused);
    const token = await scan(hub, code);
    expect([await hub.staff.withdrawBadge(id), await hub.staff.withdrawBadge(id)]).toEqual([true, false]);
    expect(await hub.staff.loginByBadge(code)).toEqual(refused);
    expect(await hub.staff.who(token)).toBeUndefined();
    const tomorrow = await scan(hub, old.code);
    clock.advance(24 * hour);
    expect(await hub.staff.loginByBadge(old.code)).toEqual(refused);
    expect(await hub.staff.who(tomorrow)).toBeUndefined();
    const counted = await tables.selectFrom('login_attempt').select('wrong').orderBy('work_no').execute();
    expect(counted.map(({ wrong }) => wrong)).toContain(1);
  });

  test('that is forged opens no visit for a patient whose number was typed', async () => {
    const { hub } = await open();
    const { code } = await hub.staff.issueBadge({ name: null, by: '9001' });
    const reply = await hub.visits.open('K01', {
      key: newKey(),
      credential: { kind: 'typed-number', number: demoCard('zhang-jianming').number, name: null },
      proof: { by: 'badge', badge: forged(code) },
    });
    expect(reply).toEqual({ ok: false, reason: 'staff-not-recognised' });
  });

  test('whose secret is guessed is locked, and only that one; a work number like its id does not lock it', async () => {
    const { hub, clock } = await open();
    const { id, code } = await hub.staff.issueBadge({ name: null, by: '9001' });
    const other = await hub.staff.issueBadge({ name: null, by: '9001' });
    for (let n = 0; n < 6; n += 1) await hub.staff.login(`one-day-badge:${id}`, 'wrong');
    expect(await hub.staff.loginByBadge(code)).toMatchObject({ ok: true });
    const guesses = await Promise.all(Array.from({ length: 20 }, () => hub.staff.loginByBadge(forged(code))));
    expect(guesses.filter((guess) => !guess.ok && guess.reason === 'badge-invalid')).toHaveLength(5);
    expect(await hub.staff.loginByBadge(code)).toEqual({ ok: false, reason: 'locked' });
    expect(await hub.staff.loginByBadge(other.code)).toMatchObject({ ok: true });
    clock.advance(5 * minute);
    expect(await hub.staff.loginByBadge(code)).toMatchObject({ ok: true });
  });

  test('is not found by trying one after another: the place of the guesses is locked for a minute, others are not', async () => {
    const { hub, clock } = await open();
    const { code } = await hub.staff.issueBadge({ name: null, by: '9001' });
    const guess = () => hub.staff.loginByBadge(badgeText(newBadgeCode()), '10.0.0.9');
    for (let n = 0; n < 20; n += 1) expect(await guess()).toEqual({ ok: false, reason: 'badge-invalid' });
    expect(await guess()).toEqual({ ok: false, reason: 'locked' });
    expect(await hub.staff.loginByBadge(code, '10.0.0.9')).toEqual({ ok: false, reason: 'locked' });
    expect(await hub.staff.loginByBadge(code, '10.0.0.8')).toMatchObject({ ok: true });
    clock.advance(minute);
    expect(await hub.staff.loginByBadge(code, '10.0.0.9')).toMatchObject({ ok: true });
    for (let n = 0; n < 19; n += 1) expect(await guess()).toEqual({ ok: false, reason: 'badge-invalid' });
  });

  test('holds through the night session of its day, and no longer', async () => {
    const { hub, clock } = await open();
    clock.set('2026-11-23T15:50:00.000Z');
    const { code, businessDate } = await hub.staff.issueBadge({ name: null, by: '9001' });
    expect(businessDate).toBe('2026-11-23');
    clock.set('2026-11-23T21:59:00.000Z');
    const token = await scan(hub, code);
    clock.set('2026-11-23T22:00:00.000Z');
    expect(await hub.staff.who(token)).toBeUndefined();
  });
});

describe.each(testDatabases)('accounts on %s', (kind) => {
  test('of an operator outlive the demo, those of the demo do not, nor do their logins', async () => {
    const place = await testPlace(kind);
    const first = await openTestHub(place, { site: siteWithEachRole() });
    const token = await logIn(first.hub, '9001');
    await first.tables.updateTable('staff').set({ source: 'operator' }).where('work_no', '=', '7001').execute();
    await first.hub.close();
    const { hub } = await openTestHub(place, { site: { ...first.hub.site, demo: undefined } });
    expect(await hub.staff.who(token)).toBeUndefined();
    expect(await hub.staff.login('9001', 'demo-9001')).toMatchObject({ ok: false });
    expect(await hub.staff.login('7001', 'demo-7001')).toMatchObject({ ok: true });
  });
});
