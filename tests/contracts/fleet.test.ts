import type { TerminalState } from '@lobby/hub/contract';
import { UnknownDevice } from '@lobby/hub/fleet/enrolment.ts';
import { KeyReused } from '@lobby/hub/store/store.ts';
import { describe, expect, test } from 'vitest';
import { mondayMorning, newKey, openTestHub, sitDown, testDatabases, testPlace, until } from '../support/test-hub.ts';

const minute = 60_000;

describe.each(testDatabases)('devices and logins on %s', (kind) => {
  test('a one-time code becomes the credential of one device, once', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind));
    const code = await hub.fleet.issueCode('screen', 'S-card');
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    const [one, other] = await Promise.all([hub.fleet.enrol(code), hub.fleet.enrol(code.toLowerCase())]);
    const enrolled = one.ok ? one : other;
    expect([one.ok, other.ok].sort()).toEqual([false, true]);
    expect([one, other]).toContainEqual({ ok: false, reason: 'code-used' });
    if (!enrolled.ok) return;
    expect(await hub.fleet.identify(enrolled.credential)).toEqual({ kind: 'screen', deviceId: 'S-card' });
    const stored = await tables.selectFrom('device_credential').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(enrolled.credential);
  });

  test('a code that is typed at another device is refused there and stays good', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const code = await hub.fleet.issueCode('terminal', 'K01');
    const another = { ok: false, reason: 'code-for-another' };
    expect(await hub.fleet.enrol(code, { kind: 'screen' })).toEqual(another);
    expect(await hub.fleet.enrol(code, { kind: 'terminal', deviceId: 'K02' })).toEqual(another);
    expect(await hub.fleet.enrol(code, { kind: 'terminal', deviceId: 'K01' })).toMatchObject({ ok: true });
  });

  test('a code runs out after a quarter of an hour', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind));
    const [code, other] = [
      await hub.fleet.issueCode('desk', 'D-card-1'),
      await hub.fleet.issueCode('desk', 'D-card-3'),
    ];
    clock.advance(15 * minute - 1);
    expect(await hub.fleet.enrol(code)).toMatchObject({ ok: true, kind: 'desk', deviceId: 'D-card-1' });
    clock.advance(1);
    expect(await hub.fleet.enrol(other)).toEqual({ ok: false, reason: 'code-expired' });
    expect(await hub.fleet.enrol('NOSU-CHCO-DEXX')).toEqual({ ok: false, reason: 'code-unknown' });
  });

  test('a device that the site does not have gets no code, and one taken away is known no more', async () => {
    const place = await testPlace(kind);
    const { hub } = await openTestHub(place);
    await expect(hub.fleet.issueCode('terminal', 'K77')).rejects.toThrow(UnknownDevice);
    const enrolled = await hub.fleet.enrol(await hub.fleet.issueCode('screen', 'S-card'));
    const credential = enrolled.ok ? enrolled.credential : '';
    await hub.close();
    const without = { ...hub.site, screens: hub.site.screens.filter(({ id }) => id !== 'S-card') };
    const { hub: later } = await openTestHub(place, { site: without });
    expect(await later.fleet.identify(credential)).toBeUndefined();
    expect(await later.fleet.identify(undefined)).toBeUndefined();
    expect(await later.fleet.identify('made-up')).toBeUndefined();
  });

  test('a terminal that is enrolled anew leaves its old credential behind', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const first = await hub.fleet.enrol(await hub.fleet.issueCode('terminal', 'K01'));
    const second = await hub.fleet.enrol(await hub.fleet.issueCode('terminal', 'K01'));
    expect(await hub.fleet.identify(first.ok ? first.credential : '')).toBeUndefined();
    expect(await hub.fleet.identify(second.ok ? second.credential : '')).toEqual({ kind: 'terminal', deviceId: 'K01' });
  });

  test('a code that is asked for twice with one key is one code, good once, and kept nowhere', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind));
    const wish = { kind: 'screen', id: 'S-card', key: newKey() } as const;
    const [first, second] = await Promise.all([hub.fleet.issue('9001', wish), hub.fleet.issue('9001', wish)]);
    expect(second).toEqual(first);
    expect(await tables.selectFrom('enrolment_code').selectAll().execute()).toHaveLength(1);
    expect((await hub.fleet.issue('9001', { ...wish, key: newKey() })).code).not.toBe(first.code);
    await expect(hub.fleet.issue('9001', { ...wish, id: 'S-emer' })).rejects.toThrow(KeyReused);
    const kept = JSON.stringify(await tables.selectFrom('write_key').selectAll().execute());
    for (const secret of [first.code, first.code.replaceAll('-', ''), wish.key]) expect(kept).not.toContain(secret);
    expect(await hub.fleet.enrol(first.code)).toMatchObject({ ok: true, deviceId: 'S-card' });
    expect(await hub.fleet.enrol(second.code)).toEqual({ ok: false, reason: 'code-used' });
  });

  test('five wrong passwords lock a number for five minutes, whether anybody has it or not', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind));
    for (const workNo of ['1001', '9999']) {
      const tries = [];
      for (let n = 0; n < 6; n += 1) tries.push((await hub.desks.login('D-card-3', workNo, 'wrong')).ok);
      expect(tries).toEqual(Array(6).fill(false));
      expect(await hub.desks.login('D-card-3', workNo, `demo-${workNo}`)).toEqual({ ok: false, reason: 'locked' });
    }
    clock.advance(5 * minute);
    expect(await hub.desks.login('D-card-3', '1001', 'demo-1001')).toMatchObject({ ok: true });
    expect(await hub.desks.login('D-card-3', '9999', 'demo-9999')).toEqual({
      ok: false,
      reason: 'wrong-number-or-password',
    });
  });

  test('twenty guesses at once are not one guess: the right one among them comes too late', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const guesses = Array.from({ length: 20 }, (_, n) => hub.desks.login('D-card-3', '1001', `guess-${n}`));
    // Of many at once the database says which is counted first: the right one is tried as soon as there is a lock.
    const locked = guesses.map(async (guess) => {
      const reply = await guess;
      if (reply.ok || reply.reason !== 'locked') throw new Error('this one was tried');
    });
    const right = Promise.any(locked).then(() => hub.desks.login('D-card-3', '1001', 'demo-1001'));
    const replies = await Promise.all([...guesses, right]);
    const reasons = replies.map((reply) => (reply.ok ? 'in' : reply.reason));
    expect(reasons.filter((reason) => reason === 'wrong-number-or-password')).toHaveLength(5);
    expect(reasons.filter((reason) => reason === 'locked')).toHaveLength(16);
  });

  test('a right password after four wrong ones starts the count anew', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    for (const round of [1, 2]) {
      for (let n = 0; n < 4; n += 1) await hub.desks.login('D-card-3', '1001', 'wrong');
      expect([round, (await hub.desks.login('D-card-3', '1001', 'demo-1001')).ok]).toEqual([round, true]);
    }
  });

  test('a login holds for twelve hours at its desk, and ends with the logout or the next person', async () => {
    const { hub, clock, tables } = await openTestHub(await testPlace(kind));
    const li = await sitDown(hub, 'D-card-3', '1001');
    const elsewhere = await sitDown(hub, 'D-card-1', '1001');
    expect(await hub.desks.loggedIn('D-card-3', li)).toBe('1001');
    expect(await hub.desks.loggedIn('D-card-1', li)).toBeUndefined();
    expect((await hub.desks.view('D-card-3'))?.staff).toEqual({
      name: { zh: '李文', en: 'Li Wen' },
      title: { zh: '主治医师', en: 'Attending physician' },
    });
    const chen = await sitDown(hub, 'D-card-3', '1002');
    expect(await hub.desks.loggedIn('D-card-3', li)).toBeUndefined();
    expect(await hub.desks.loggedIn('D-card-3', chen)).toBe('1002');
    expect(await hub.desks.loggedIn('D-card-1', elsewhere)).toBe('1001');
    await hub.desks.logout('D-card-3', chen);
    expect((await hub.desks.view('D-card-3'))?.staff).toBeNull();
    clock.advance(12 * 60 * minute);
    expect(await hub.desks.loggedIn('D-card-1', elsewhere)).toBeUndefined();
    const stored = JSON.stringify([
      await tables.selectFrom('login').selectAll().execute(),
      await tables.selectFrom('staff').selectAll().execute(),
    ]);
    for (const secret of [li, chen, elsewhere, 'demo-1001']) expect(stored).not.toContain(secret);
  });

  test('the accounts of a demo do not outlive it, nor do their logins', async () => {
    const place = await testPlace(kind);
    const first = await openTestHub(place);
    const token = await sitDown(first.hub, 'D-card-1', '1001');
    await first.hub.close();
    const site = { ...first.hub.site, demo: undefined };
    const { hub } = await openTestHub(place, { site });
    expect(await hub.desks.login('D-card-1', '1001', 'demo-1001')).toMatchObject({ ok: false });
    expect(await hub.desks.loggedIn('D-card-1', token)).toBeUndefined();
  });

  test('desks see whether the screens of their area are on, mute or away', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const screens = async (): Promise<unknown> => (await hub.desks.view('D-card-3'))?.screens;
    expect(await screens()).toEqual([{ screenId: 'S-card', state: 'away' }]);
    hub.fleet.screenConnected('S-card', true);
    hub.fleet.screenConnected('S-card', true);
    await hub.boards.sound('S-card', 'muted');
    expect(await screens()).toEqual([{ screenId: 'S-card', state: 'muted' }]);
    await hub.boards.sound('S-card', 'on');
    expect(await screens()).toEqual([{ screenId: 'S-card', state: 'on' }]);
    hub.fleet.screenConnected('S-card', false);
    hub.fleet.screenConnected('S-card', false);
    await until(async () => JSON.stringify(await screens()).includes('away'), 'the screen to be away');
    const events = (await hub.feed.after(0, 100)) as readonly {
      readonly type: string;
      readonly areaId: string | null;
    }[];
    const changes = events.filter(({ type }) => type === 'screen.changed');
    expect(changes.map(({ areaId }) => areaId)).toEqual(Array(3).fill('cardiology-3f'));
  });

  test('a terminal that says the same again makes no event', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const ready = { state: 'ready', fault: null, since: mondayMorning } as const;
    const state: TerminalState = {
      version: '0.1.0',
      startedAt: mondayMorning,
      reader: ready,
      printer: ready,
      paper: 'ok',
      unknownJobs: 0,
    };
    await hub.fleet.terminalState('K01', state);
    await hub.fleet.terminalState('K01', state);
    await hub.fleet.terminalState('K01', { ...state, paper: 'out' });
    const events = (await hub.feed.after(0, 100)) as readonly { readonly type: string; readonly body: unknown }[];
    expect(events.map(({ body }) => body)).toEqual([
      { terminalId: 'K01', reader: 'ready', printer: 'ready', paper: 'ok' },
      { terminalId: 'K01', reader: 'ready', printer: 'ready', paper: 'out' },
    ]);
  });
});
