import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agendaReply, checkInReply, openVisitReply, slipReply } from '@lobby/hub/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieOf, credentialOf, expectRefusal, HttpHub, newKey, type Answer } from './http-hub.ts';

let hub: HttpHub;
let terminal: { authorization: string };

beforeAll(async () => {
  hub = await HttpHub.start();
  terminal = await hub.terminal();
});
afterAll(() => hub.stop());

test('an operator tells the sandbox hospital how to behave, in a script that is checked', async () => {
  const authorization = `Bearer ${readFileSync(join(hub.data, 'hub', 'admin-token'), 'utf8').trim()}`;
  const tell = (script: unknown, headers = { authorization }): Promise<Answer> =>
    hub.ask('/api/operator/hospital', { method: 'POST', body: { script }, headers });
  expectRefusal(await tell(null, { authorization: 'Bearer somebody' }), 401, 'operator-unknown');
  const wrong = await tell({ operations: { '*': { errors: 2 } } });
  expectRefusal(wrong, 400, 'script-wrong');
  expect(wrong.said['problems']).toEqual(['operations.*.errors must be a share from 0 to 1, such as 0.05.']);
  expect((await tell({ outages: [{}] })).said).toMatchObject({
    ok: true,
    script: { outages: [{ answers: 'refuses' }] },
  });
  const card = { key: newKey(), credential: credentialOf('zhang-jianming') };
  const refused = await hub.ask('/api/terminal/visits', { method: 'POST', body: card, headers: terminal });
  expectRefusal(refused, 503, 'hospital-unavailable');
  expect((await tell(null)).said).toMatchObject({ ok: true, script: null, scriptSince: null });
});

test('a doctor’s own software calls at its desk with a credential that an operator gave it, and at no other', async () => {
  const operator = { authorization: `Bearer ${readFileSync(join(hub.data, 'hub', 'admin-token'), 'utf8').trim()}` };
  const wish = { key: newKey(), deskId: 'D-serv-1', workNo: '5001' };
  const issue = (headers: Readonly<Record<string, string>>): Promise<Answer> =>
    hub.ask('/api/operator/desk-credentials', { method: 'POST', body: wish, headers });
  expectRefusal(await issue(terminal), 401, 'operator-unknown');
  const { said } = await issue(operator);
  expect((await issue(operator)).said).toEqual(said);
  const desk = { authorization: `Bearer ${String(said['credential'])}` };
  const act = (path: string, body: unknown): Promise<Answer> =>
    hub.ask(`/api/v1/desks/${path}/actions`, { method: 'POST', body, headers: desk });
  const add = { action: 'add', key: newKey(), queueId: 'service-window', class: null, emergency: false };
  expect((await act('D-serv-1', add)).said).toMatchObject({ ok: true, view: { waiting: [{ label: 'W001' }] } });
  const next = { action: 'next', key: newKey(), serving: null };
  const called = (await act('D-serv-1', next)).said;
  expect((await act('D-serv-1', next)).said).toMatchObject({ ok: true, view: { serving: { label: 'W001' } } });
  expect(called).toMatchObject({ ok: true, view: { serving: { label: 'W001' } } });
  const nobody = await act('D-serv-1', { action: 'next', key: newKey() });
  expect([nobody.status, nobody.said]).toMatchObject([
    409,
    { reason: 'nobody-waits', said: { zh: expect.any(String) } },
  ]);
  expectRefusal(await act('D-phar-1', next), 401, 'desk-credential-unknown');
  expectRefusal(await act('D-serv-1', { action: 'dance', key: newKey() }), 400, 'bad-shape');
  const view = await hub.ask('/api/v1/desks/D-serv-1', { headers: desk });
  expect(view.said).toMatchObject({ person: { staffId: '5001' }, kind: 'window' });
  const description = (await hub.ask('/api/v1/openapi.json')).said;
  expect(Object.keys(Object(description['paths']))).toContain('/api/v1/desks/{deskId}/actions');
  const gone = await hub.ask('/api/operator/desk-credentials/withdraw', {
    method: 'POST',
    body: { id: said['id'] },
    headers: operator,
  });
  expect(gone.said).toEqual({ ok: true });
  expectRefusal(await act('D-serv-1', next), 401, 'desk-credential-unknown');
});

test('the hospital takes data of its own from the operator only, in pieces of the agreed shape and size', async () => {
  const operator = { authorization: `Bearer ${readFileSync(join(hub.data, 'hub', 'admin-token'), 'utf8').trim()}` };
  const load = newKey();
  const send = (path: string, body: unknown, headers = operator): Promise<Answer> =>
    hub.ask(`/api/operator/loads${path}`, { method: 'POST', body, headers });
  const piece = { load, piece: 0, resources: [] };
  expectRefusal(await send('/pieces', piece, terminal), 401, 'operator-unknown');
  expectRefusal(await send('', { load, pieces: 0, shiftToToday: false }, terminal), 401, 'operator-unknown');
  expectRefusal(await send('/pieces', { ...piece, resources: [{ type: 'Patient' }] }), 400, 'bad-shape');
  expectRefusal(await send('/pieces', { ...piece, more: 'x'.repeat(70_000) }), 413, 'too-large');
  expectRefusal(await send('', { load, pieces: 2, shiftToToday: false }), 409, 'pieces-missing');
  expect((await send('/pieces', piece)).said).toEqual({ ok: true });
  const done = await send('', { load, pieces: 1, shiftToToday: false });
  expect(done.said).toMatchObject({ ok: true, report: { now: { patients: 0 }, queues: [] } });
});

test('health says how far the feed has come and how the hospital system is', async () => {
  const { status, said } = await hub.ask('/api/health');
  expect({ status, said }).toEqual({
    status: 200,
    said: {
      ok: true,
      sequence: expect.any(Number),
      storage: 'ok',
      hospital: { state: 'well', since: expect.any(String) },
    },
  });
});

describe('a request for something that is not there', () => {
  test('is answered like any refusal', async () => {
    expectRefusal(await hub.ask('/api/patients'), 404, 'not-found');
    expectRefusal(await hub.ask('/api/%E0%A4%A'), 400, 'bad-shape');
    expectRefusal(
      await hub.ask('/api/health', { method: 'PUT', headers: { origin: hub.url } }),
      405,
      'method-not-allowed',
    );
  });
});

describe('a write', () => {
  const path = '/api/desk/login';
  const body = { workNo: '1001', password: 'demo-1001' };

  test.each([
    ['that does not say where it comes from', {}],
    ['from another site', { origin: 'http://evil.example' }],
    ['from another port', { origin: 'http://127.0.0.1:1' }],
    ['from our address, but by https', { origin: 'https://127.0.0.1' }],
    ['from nowhere', { origin: 'null' }],
    ['from a frame elsewhere', { 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused', async (_, headers) => {
    expectRefusal(await hub.ask(path, { method: 'POST', body, headers }), 403, 'wrong-origin');
  });

  test('that claims to come through a proxy is judged by how it came', async () => {
    const origin = hub.url.replace('http:', 'https:');
    const headers = { origin, 'x-forwarded-proto': 'https' };
    expectRefusal(await hub.ask(path, { method: 'POST', body, headers }), 403, 'wrong-origin');
  });

  test('of a form is refused, whatever its origin', async () => {
    const headers = { origin: hub.url, 'content-type': 'application/x-www-form-urlencoded' };
    const desk = await hub.browser('desk', 'D-card-1');
    const answer = await hub.ask(path, { method: 'POST', body: 'workNo=1001', headers: { ...headers, ...desk } });
    expectRefusal(answer, 400, 'bad-shape');
  });
});

describe('a body', () => {
  const post = (body: unknown) => hub.ask('/api/terminal/visits', { method: 'POST', body, headers: terminal });

  test.each([
    ['without content', ''],
    ['that is cut off', '{"key":"abcdefgh","credential":'],
    ['of another shape', { key: 'abcdefgh' }],
    [
      'with an unknown kind of card',
      { key: 'abcdefgh', credential: { kind: 'library-card', number: '1234567', name: null } },
    ],
    [
      'with a number that is too long',
      { key: 'abcdefgh', credential: { kind: 'resident-id', number: '1'.repeat(129), name: null } },
    ],
    ['with an injected key', { key: "'; drop table", credential: credentialOf('zhang-jianming') }],
    ['of control bytes', '\u0000\u001b[2J\u0007'],
    ['with a poisoned prototype', '{"__proto__":{"key":"abcdefgh"}}'],
  ])('%s is refused', async (_, body) => {
    expectRefusal(await post(body), 400, 'bad-shape');
  });

  test('beyond 16 kB is refused', async () => {
    expectRefusal(await post({ key: 'abcdefgh', padding: 'x'.repeat(16 * 1024) }), 413, 'too-large');
    expectRefusal(await post({ key: 'abcdefgh', padding: 'x'.repeat(300 * 1024) }), 413, 'too-large');
  });
});

describe('a device', () => {
  const opening = () => ({ method: 'POST', body: { key: newKey(), credential: credentialOf('zhang-jianming') } });

  test('without a credential, or with a wrong one, is nobody', async () => {
    const unknown = { ...opening(), headers: { authorization: 'Bearer of-nobody-at-all' } };
    expectRefusal(await hub.ask('/api/terminal/visits', unknown), 401, 'terminal-unknown');
    expectRefusal(
      await hub.ask('/api/terminal/visits', { ...opening(), headers: { origin: hub.url } }),
      401,
      'terminal-unknown',
    );
    expectRefusal(await hub.ask('/api/screen/feed'), 401, 'screen-unknown');
    expectRefusal(await hub.ask('/api/desk/feed'), 403, 'desk-unknown');
  });

  test('is not taken for another kind of device', async () => {
    const { cookie } = await hub.browser('screen', 'S-card');
    const credential = cookie.split('=')[1] ?? '';
    const asTerminal = { ...opening(), headers: { authorization: `Bearer ${credential}` } };
    expectRefusal(await hub.ask('/api/terminal/visits', asTerminal), 401, 'terminal-unknown');
    const asDesk = { headers: { cookie: `lobby_desk=${credential}` } };
    expectRefusal(await hub.ask('/api/desk/feed', asDesk), 403, 'desk-unknown');
  });

  test('is enrolled once by a code; a browser keeps its credential where no script sees it', async () => {
    const code = await hub.code('desk', 'D-card-3');
    const first = await hub.post('/api/enrolment', { code });
    expect(first.said).toEqual({ ok: true, kind: 'desk', deviceId: 'D-card-3' });
    expect(first.headers['set-cookie']?.[0]).toMatch(/^lobby_desk=[^;]+;.*HttpOnly; SameSite=Strict$/);
    expectRefusal(await hub.post('/api/enrolment', { code }), 409, 'code-used');
    expectRefusal(await hub.post('/api/enrolment', { code: 'AAAA-BBBB-CCCC' }), 404, 'code-unknown');
  });

  test('gets a code from the operator only, and only when the site has it', async () => {
    const asking = { method: 'POST', body: { key: newKey(), kind: 'terminal', id: 'K01' } };
    expectRefusal(await hub.ask('/api/operator/codes', { ...asking, headers: terminal }), 401, 'operator-unknown');
    await expect(hub.code('screen', 'S-nowhere')).rejects.toThrow('device-unknown');
  });
});

describe('a visit', () => {
  test('goes from the card to the ticket in the contract’s words', async () => {
    const body = { key: newKey(), credential: credentialOf('zhang-jianming') };
    const opened = await hub.ask('/api/terminal/visits', { method: 'POST', body, headers: terminal });
    const visit = openVisitReply.parse(opened.said);
    if (!visit.ok) throw new Error(visit.reason);
    expect(visit.maskedName).not.toContain('张建明');
    const headers = { ...terminal, 'x-visit-secret': visit.secret };
    const agenda = agendaReply.parse((await hub.ask(`/api/visits/${visit.visitId}/agenda`, { headers })).said);
    const stepId = agenda.ok ? agenda.agenda.next?.stepId : undefined;
    const checkIn = { method: 'POST', body: { key: newKey(), stepId }, headers };
    const checkedIn = checkInReply.parse((await hub.ask(`/api/visits/${visit.visitId}/check-in`, checkIn)).said);
    if (!checkedIn.ok) throw new Error(checkedIn.reason);
    const slips = `/api/visits/${visit.visitId}/slips`;
    const slip = slipReply.parse(
      (await hub.ask(`${slips}/${checkedIn.ticket.ticketId}?language=en`, { headers })).said,
    );
    expect(slip).toMatchObject({ ok: true, slip: { big: checkedIn.ticket.label } });
    expectRefusal(await hub.ask(`${slips}/no-such-ticket`, { headers }), 404, 'no-such-ticket');
    expectRefusal(await hub.ask(`${slips}/${checkedIn.ticket.ticketId}?language=fr`, { headers }), 400, 'bad-shape');
  });

  test('with the wrong secret, or none, is as good as ended', async () => {
    const visit = await hub.visit('wang-xiuying', terminal);
    const agenda = `/api/visits/${visit.id}/agenda`;
    expectRefusal(await hub.ask(agenda, { headers: terminal }), 409, 'visit-ended');
    expectRefusal(await hub.ask(agenda, { headers: { ...terminal, 'x-visit-secret': 'guessed' } }), 409, 'visit-ended');
    expectRefusal(await hub.ask(agenda, { headers: { 'x-visit-secret': 'guessed' } }), 401, 'terminal-unknown');
    expect((await hub.ask(agenda, { headers: visit.headers })).status).toBe(200);
  });

  test('that has ended answers nothing more', async () => {
    const { id, headers } = await hub.visit('wang-xiuying', terminal);
    const end = { method: 'POST', body: { why: 'finished' }, headers };
    expect((await hub.ask(`/api/terminal/visits/${id}/end`, end)).said).toEqual({ ok: true });
    expectRefusal(await hub.ask(`/api/visits/${id}/agenda`, { headers }), 409, 'visit-ended');
    const checkIn = { method: 'POST', body: { key: newKey(), stepId: 'any' }, headers };
    expectRefusal(await hub.ask(`/api/visits/${id}/check-in`, checkIn), 409, 'visit-ended');
  });

  test('of an unknown id is answered the same', async () => {
    const { headers } = await hub.visit('wang-xiuying', terminal);
    for (const id of ['01890000-0000-7000-8000-000000000000', 'x', "' or 1=1 --", '..%2f..%2fetc'])
      expectRefusal(await hub.ask(`/api/visits/${encodeURIComponent(id)}/agenda`, { headers }), 409, 'visit-ended');
  });

  test('does not check in for what is not the patient’s', async () => {
    const { id, headers } = await hub.visit('wang-xiuying', terminal);
    const checkIn = { method: 'POST', body: { key: newKey(), stepId: 'of-somebody-else' }, headers };
    expectRefusal(await hub.ask(`/api/visits/${id}/check-in`, checkIn), 404, 'no-such-appointment');
  });

  test('is refused to a card that the hospital does not know', async () => {
    const body = { key: newKey(), credential: credentialOf('feng-yiming') };
    expectRefusal(
      await hub.ask('/api/terminal/visits', { method: 'POST', body, headers: terminal }),
      404,
      'patient-unknown',
    );
  });
});

describe('a desk', () => {
  test('lets nobody act before logging in', async () => {
    const desk = await hub.browser('desk', 'D-card-1');
    expectRefusal(await hub.post('/api/desk/actions', { key: newKey(), action: 'next' }, desk), 401, 'not-logged-in');
    expectRefusal(await hub.ask('/api/desk/feed', { headers: desk }), 401, 'not-logged-in');
    const wrong = { workNo: '1001', password: 'demo-1002' };
    expectRefusal(await hub.post('/api/desk/login', wrong, desk), 401, 'wrong-number-or-password');
  });

  test('calls, and says why it does not', async () => {
    const desk = await hub.desk('D-card-1', '1001');
    const key = newKey();
    const called = await hub.post('/api/desk/actions', { key, action: 'next' }, desk);
    const again = await hub.post('/api/desk/actions', { key, action: 'next' }, desk);
    expect(called.said).toMatchObject({ ok: true, view: { serving: { label: expect.any(String) } } });
    expect(servedBy(again.said)).toBe(servedBy(called.said));
    const reused = await hub.post(
      '/api/desk/actions',
      { key, action: 'recall', ticketId: 'another', version: 1 },
      desk,
    );
    expectRefusal(reused, 409, 'key-reused');
    const other = { key: newKey(), action: 'finish', ticketId: 'that-is-not-there', version: 1 };
    expectRefusal(await hub.post('/api/desk/actions', other, desk), 404, 'ticket-unknown');
  });

  test('is nobody’s after logging out', async () => {
    const desk = await hub.desk('D-card-1', '1001');
    expect((await hub.ask('/api/desk/login', { headers: desk })).said).toEqual({ ok: true });
    const out = await hub.ask('/api/desk/logout', { method: 'POST', headers: { ...desk, origin: hub.url } });
    expect(cookieOf(out)).toBe('lobby_login=');
    expectRefusal(await hub.ask('/api/desk/login', { headers: desk }), 401, 'not-logged-in');
  });
});

test('a spoken call is for screens and desks', async () => {
  const screen = await hub.browser('screen', 'S-card');
  expectRefusal(await hub.ask('/api/speech/any-call/zh'), 401, 'screen-unknown');
  expectRefusal(await hub.ask('/api/speech/any-call/zh', { headers: screen }), 404, 'no-such-call');
  expectRefusal(await hub.ask('/api/speech/any-call/fr', { headers: screen }), 404, 'no-such-call');
  expectRefusal(await hub.ask('/api/speech/any-call/zh/ticket', { headers: screen }), 404, 'no-such-call');
});

test('a screen is given the pictures that a playlist names, and no other file', async () => {
  const screen = await hub.browser('screen', 'S-card');
  expectRefusal(await hub.ask('/api/screen/pictures/any.png'), 401, 'screen-unknown');
  for (const file of ['any.png', 'screens.yaml', '..%2Fscreens.yaml'])
    expectRefusal(await hub.ask(`/api/screen/pictures/${file}`, { headers: screen }), 404, 'no-such-picture');
});

function servedBy(said: Record<string, unknown>): unknown {
  const view: { serving?: { ticketId?: unknown } } = Object(said['view']);
  return view.serving?.ticketId;
}
