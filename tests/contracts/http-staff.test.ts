import { staffRoutes } from '@lobby/kiosk/src/lib/server/staff-routes.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staffOfEachRole } from '../support/staff-of-each-role.ts';
import { cookieOf, expectRefusal, HttpHub, newKey, type Answer } from './http-hub.ts';

let hub: HttpHub;
beforeAll(async () => {
  hub = await HttpHub.start();
});
afterAll(() => hub.stop());

/** Headers of somebody who is logged in away from a desk. */
async function staff(workNo: string): Promise<{ cookie: string }> {
  const answer = await hub.post('/api/staff/login', { workNo, password: `demo-${workNo}` });
  if (answer.status !== 200) throw new Error(`${workNo} could not log in: ${answer.text}`);
  return { cookie: cookieOf(answer) };
}

describe('staff away from a desk', () => {
  test('log in, are known, and log out; no script sees the cookie', async () => {
    const answer = await hub.post('/api/staff/login', { workNo: '3001', password: 'demo-3001' });
    expect(answer.said).toEqual({
      ok: true,
      person: { staffId: '3001', role: 'nurse', name: { zh: '沈秀兰', en: 'Shen Xiulan' } },
    });
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^lobby_staff=[^;]+;.*HttpOnly; SameSite=Strict$/);
    const headers = { cookie: cookieOf(answer) };
    expect((await hub.ask('/api/staff/login', { headers })).said['person']).toMatchObject({ staffId: '3001' });
    await hub.post('/api/staff/logout', {}, headers);
    expectRefusal(await hub.ask('/api/staff/login', { headers }), 401, 'not-logged-in');
  });

  test('who are nobody learn nothing', async () => {
    const wrong = await hub.post('/api/staff/login', { workNo: '3001', password: 'demo-3002' });
    const nobody = await hub.post('/api/staff/login', { workNo: '3999', password: 'demo-3999' });
    expectRefusal(wrong, 401, 'wrong-number-or-password');
    expect(wrong.text).toBe(nobody.text);
    expectRefusal(await hub.post('/api/staff/badge', { badge: 'LOBBY:B:forged' }), 401, 'badge-invalid');
    expectRefusal(await hub.post('/api/staff/badge', { badge: 'x'.repeat(4096) }), 400, 'bad-shape');
    expectRefusal(
      await hub.ask('/api/staff/login', { headers: { cookie: 'lobby_staff=guessed' } }),
      401,
      'not-logged-in',
    );
  });
});

test('a badge and a code that are tapped for twice are made once, and a key serves for one of them', async () => {
  const operator = await staff('9001');
  const wishes = [
    { path: '/api/operator/badges', body: { key: newKey(), name: null }, other: { name: '韩冬' } },
    { path: '/api/operator/codes', body: { key: newKey(), kind: 'desk', id: 'D-card-1' }, other: { id: 'D-card-2' } },
  ] as const;
  for (const { path, body, other } of wishes) {
    const [first, second] = await Promise.all([hub.post(path, body, operator), hub.post(path, body, operator)]);
    expect([first.status, first.said]).toEqual([200, second.said]);
    expectRefusal(await hub.post(path, { ...body, ...other }, operator), 409, 'key-reused');
    expectRefusal(await hub.post(path, { ...body, key: undefined }, operator), 400, 'bad-shape');
  }
});

describe('every staff route', () => {
  const roles = Object.entries(staffOfEachRole);
  const cookies = new Map<string, { cookie: string }>();
  beforeAll(async () => {
    for (const [role, workNo] of roles) cookies.set(role, await staff(workNo));
    const { said } = await hub.post('/api/operator/badges', { key: newKey(), name: null }, cookies.get('operator'));
    const badge: { code?: unknown } = Object(said['badge']);
    const answer = await hub.post('/api/staff/badge', { badge: String(badge.code) });
    cookies.set('badge', { cookie: cookieOf(answer) });
  });

  /** A stream is opened and left: only its status counts. */
  const ask = async (route: string, headers: Readonly<Record<string, string>>): Promise<Answer> => {
    const [method = '', path = ''] = route.split(' ');
    const at = path.replaceAll(/\[\w+\]/g, 'of-nobody');
    if (at.endsWith('/feed')) {
      const stream = await fetch(`${hub.url}${at}`, { headers });
      if (stream.status === 200) await stream.body?.cancel();
      if (stream.status === 200) return { status: 200, headers: {}, text: '', said: {} };
    }
    if (method === 'GET') return hub.ask(at, { headers });
    return hub.ask(at, { method, body: { nothing: 'that fits' }, headers: { origin: hub.url, ...headers } });
  };

  test.each(Object.entries(staffRoutes))('%s is for operators and %j', async (route, allowed: readonly string[]) => {
    expectRefusal(await ask(route, {}), 401, 'not-logged-in');
    const stranger = { authorization: 'Bearer of-nobody-at-all-0123456789' };
    expectRefusal(await ask(route, stranger), 401, 'operator-unknown');
    for (const [who, cookie] of cookies) {
      const may = who === 'operator' || allowed.includes(who === 'badge' ? 'volunteer' : who);
      const answer = await ask(route, cookie);
      if (may) expect([who, [200, 400].includes(answer.status)]).toEqual([who, true]);
      else expectRefusal(answer, 403, 'role-not-allowed');
    }
  });
});

test('an account goes from its making to a password of its own', async () => {
  const operator = await staff('9001');
  const wish = { action: 'add', workNo: '3107', name: { zh: '顾念', en: 'Gu Nian' }, title: null, role: 'nurse' };
  const { said } = await hub.post('/api/operator/staff', wish, operator);
  const password = String(said['oneTimePassword']);
  expectRefusal(await hub.post('/api/staff/login', { workNo: '3107', password }), 403, 'new-password-needed');
  const change = { workNo: '3107', password, newPassword: 'easy' };
  expectRefusal(await hub.post('/api/staff/password', change), 409, 'password-short');
  expect((await hub.post('/api/staff/password', { ...change, newPassword: 'three-blue-cups' })).said).toEqual({
    ok: true,
  });
  const login = await hub.post('/api/staff/login', { workNo: '3107', password: 'three-blue-cups' });
  expect(login.said).toMatchObject({ ok: true, person: { role: 'nurse' } });
  expectRefusal(await hub.post('/api/operator/staff', wish, operator), 409, 'account-exists');
  await hub.post('/api/operator/staff', { action: 'disable', workNo: '3107' }, operator);
  expectRefusal(await hub.ask('/api/staff/login', { headers: { cookie: cookieOf(login) } }), 401, 'not-logged-in');
});

test('a stolen terminal is nobody from the moment its credential is withdrawn', async () => {
  const operator = await staff('9001');
  const terminal = await hub.terminal();
  const report = { method: 'POST', body: { runId: 'made-up', part: 'card', fault: null }, headers: terminal };
  expect((await hub.ask('/api/terminal/self-test', report)).said).toEqual({ ok: true });
  await hub.post('/api/operator/devices/withdraw', { kind: 'terminal', id: 'K01' }, operator);
  expectRefusal(await hub.ask('/api/terminal/self-test', report), 401, 'terminal-unknown');
  const started = await hub.post('/api/operator/self-tests', { key: newKey(), terminals: ['K01'] }, operator);
  expect(started.said).toMatchObject({ ok: true, started: ['K01'] });
});
