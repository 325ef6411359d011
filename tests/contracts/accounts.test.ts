import type { AccountWish } from '@lobby/hub/contract';
import type { OpenHub } from '@lobby/hub/open.ts';
import { describe, expect, test } from 'vitest';
import { siteWithEachRole } from '../support/staff-of-each-role.ts';
import { openTestHub, testDatabases, testPlace } from '../support/test-hub.ts';

const hour = 3_600_000;
const own = 'three-blue-cups';
const newNurse: AccountWish = {
  action: 'add',
  workNo: '3107',
  name: { zh: '顾念', en: 'Gu Nian' },
  title: null,
  role: 'nurse',
};

async function act(hub: OpenHub, wish: AccountWish): Promise<string> {
  const reply = await hub.accounts.act('9001', wish);
  if (!reply.ok) throw new Error(`${wish.action} was refused: ${reply.reason}`);
  return reply.oneTimePassword ?? '';
}

/** A nurse with a password of her own. */
async function settledNurse(hub: OpenHub): Promise<void> {
  const password = await act(hub, newNurse);
  const changed = await hub.accounts.changePassword({ workNo: '3107', password, newPassword: own });
  if (!changed.ok) throw new Error(changed.reason);
}

const stateOf = async (hub: OpenHub, workNo: string) =>
  (await hub.accounts.list()).find((account) => account.workNo === workNo)?.state;

describe.each(testDatabases)('staff accounts on %s', (kind) => {
  const open = async () => openTestHub(await testPlace(kind), { site: siteWithEachRole() });

  test('begin with a one-time password that lets nobody in, and is changed into one of their own', async () => {
    const { hub, tables } = await open();
    const password = await act(hub, newNurse);
    expect(password).toMatch(/^[2-9a-hjkmnp-z]{4}-[2-9a-hjkmnp-z]{4}-[2-9a-hjkmnp-z]{2}$/);
    expect(await stateOf(hub, '3107')).toBe('one-time-password');
    const needed = { ok: false, reason: 'new-password-needed' };
    expect(await hub.staff.login('3107', password)).toEqual(needed);
    expect(await hub.desks.login('D-card-3', '3107', password)).toEqual(needed);
    expect(await hub.staff.vouch({ workNo: '3107', password }, ['nurse'])).toMatchObject({ ok: false });
    const change = (newPassword: string) => hub.accounts.changePassword({ workNo: '3107', password, newPassword });
    expect(await change('short')).toEqual({ ok: false, reason: 'password-short' });
    expect(await change('3107-3107')).toEqual({ ok: false, reason: 'password-easy' });
    expect(await change(password)).toEqual({ ok: false, reason: 'password-same' });
    expect(await change(own)).toEqual({ ok: true });
    expect(await hub.staff.login('3107', password)).toEqual({ ok: false, reason: 'wrong-number-or-password' });
    expect(await hub.staff.login('3107', own)).toMatchObject({ ok: true });
    expect(await stateOf(hub, '3107')).toBe('good');
    const stored = JSON.stringify([
      await tables.selectFrom('staff').selectAll().execute(),
      await tables.selectFrom('event').selectAll().execute(),
      await tables.selectFrom('write_key').selectAll().execute(),
    ]);
    for (const secret of [password, own]) expect(stored).not.toContain(secret);
    expect(JSON.stringify(await tables.selectFrom('event').selectAll().execute())).not.toMatch(/3107|顾念/);
  });

  test('whose one-time password nobody used for three days need another one', async () => {
    const { hub, clock } = await open();
    const password = await act(hub, newNurse);
    clock.advance(72 * hour);
    const change = { workNo: '3107', password, newPassword: own };
    expect(await hub.accounts.changePassword(change)).toEqual({ ok: false, reason: 'wrong-number-or-password' });
    expect(await stateOf(hub, '3107')).toBe('one-time-password-ran-out');
    const another = await act(hub, { action: 'reset-password', workNo: '3107' });
    expect(await hub.accounts.changePassword({ ...change, password: another })).toEqual({ ok: true });
  });

  test('whose password two people change at once get one new password, and the other is told', async () => {
    const { hub } = await open();
    await settledNurse(hub);
    const chosen = ['four-green-hats', 'five-white-pens'];
    const change = (newPassword: string) => hub.accounts.changePassword({ workNo: '3107', password: own, newPassword });
    const replies = await Promise.all(chosen.map(change));
    const logins = await Promise.all(chosen.map((password) => hub.staff.login('3107', password)));
    expect(replies.toSorted((one, other) => Number(one.ok) - Number(other.ok))).toEqual([
      { ok: false, reason: 'wrong-number-or-password' },
      { ok: true },
    ]);
    expect(logins.map(({ ok }) => ok)).toEqual(replies.map(({ ok }) => ok));
  });

  test('that are disabled are out at once, and answered as if they had never been', async () => {
    const { hub } = await open();
    await settledNurse(hub);
    const [away, seated] = [await hub.staff.login('3107', own), await hub.desks.login('D-card-3', '3107', own)];
    await act(hub, { action: 'disable', workNo: '3107' });
    expect(await hub.staff.who(away.token)).toBeUndefined();
    expect(await hub.desks.loggedIn('D-card-3', seated.token)).toBeUndefined();
    expect(await hub.staff.login('3107', own)).toEqual(await hub.staff.login('8888', own));
    await act(hub, { action: 'enable', workNo: '3107' });
    expect(await hub.staff.login('3107', own)).toMatchObject({ ok: true });
  });

  test('are out when their password is reset or their role changes, and come back with what was changed', async () => {
    const { hub } = await open();
    await settledNurse(hub);
    const first = await hub.staff.login('3107', own);
    await act(hub, { action: 'role', workNo: '3107', role: 'volunteer' });
    expect(await hub.staff.who(first.token)).toBeUndefined();
    const second = await hub.staff.login('3107', own);
    expect(await hub.staff.who(second.token)).toMatchObject({ role: 'volunteer' });
    await act(hub, { action: 'reset-password', workNo: '3107' });
    expect(await hub.staff.who(second.token)).toBeUndefined();
    expect(await hub.staff.login('3107', own)).toEqual({ ok: false, reason: 'wrong-number-or-password' });
  });

  test('that are locked are unlocked by an operator', async () => {
    const { hub } = await open();
    await settledNurse(hub);
    for (let n = 0; n < 6; n += 1) await hub.staff.login('3107', 'wrong');
    expect(await hub.staff.login('3107', own)).toEqual({ ok: false, reason: 'locked' });
    expect((await hub.accounts.list()).find(({ workNo }) => workNo === '3107')?.lockedUntil).not.toBeNull();
    await act(hub, { action: 'unlock', workNo: '3107' });
    expect(await hub.staff.login('3107', own)).toMatchObject({ ok: true });
  });

  test('guesses of an old password are counted when it is to be changed, too', async () => {
    const { hub } = await open();
    await settledNurse(hub);
    const guess = { workNo: '3107', password: 'wrong', newPassword: 'another-good-one' };
    for (let n = 0; n < 5; n += 1)
      expect(await hub.accounts.changePassword(guess)).toEqual({ ok: false, reason: 'wrong-number-or-password' });
    expect(await hub.accounts.changePassword(guess)).toEqual({ ok: false, reason: 'locked' });
    expect(await hub.staff.login('3107', own)).toEqual({ ok: false, reason: 'locked' });
  });

  test('stay when the demo goes; a demo’s own are its settings’, and nobody locks themselves out', async () => {
    const place = await testPlace(kind);
    const { hub } = await openTestHub(place, { site: siteWithEachRole() });
    await settledNurse(hub);
    const refused = (wish: AccountWish) => hub.accounts.act('9001', wish);
    expect(await refused({ ...newNurse, workNo: '1001' })).toEqual({ ok: false, reason: 'account-exists' });
    expect(await refused({ action: 'disable', workNo: '8888' })).toEqual({ ok: false, reason: 'account-unknown' });
    expect(await refused({ action: 'reset-password', workNo: '1001' })).toEqual({ ok: false, reason: 'demo-account' });
    expect(await refused({ action: 'disable', workNo: '9001' })).toEqual({ ok: false, reason: 'own-account' });
    const demo = { workNo: '1001', password: 'demo-1001', newPassword: own };
    expect(await hub.accounts.changePassword(demo)).toEqual({ ok: false, reason: 'password-of-demo' });
    await hub.close();
    const { hub: later } = await openTestHub(place, { site: { ...hub.site, demo: undefined } });
    expect((await later.accounts.list()).map(({ workNo }) => workNo)).toEqual(['3107']);
    expect(await later.staff.login('3107', own)).toMatchObject({ ok: true });
  });

  test('two operators who add the same number at once make one account', async () => {
    const { hub } = await open();
    const both = await Promise.all([hub.accounts.act('9001', newNurse), hub.accounts.act('token', newNurse)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both).toContainEqual({ ok: false, reason: 'account-exists' });
  });

  test('badges of today are listed with who gave them and when they were used', async () => {
    const { hub } = await open();
    const { id, code } = await hub.staff.issueBadge({ name: '韩冬', by: '3001' });
    await hub.staff.loginByBadge(code);
    await hub.staff.loginByBadge(code);
    await hub.staff.issueBadge({ name: null, by: '9001' });
    await hub.staff.withdrawBadge(id);
    const at = expect.any(String);
    expect(await hub.staff.badgesOfToday()).toMatchObject([
      { id, number: 1, name: { zh: '韩冬' }, issuedBy: '3001', withdrawnAt: at, lastUsedAt: at },
      { number: 2, name: { zh: '志愿者 2 号' }, issuedBy: '9001', withdrawnAt: null, lastUsedAt: null },
    ]);
  });
});
