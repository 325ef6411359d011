import { helpBoard, helpStatus, terminalNotice } from '@lobby/hub/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FeedReader, type FeedFrame } from './http-feed-reader.ts';
import { cookieOf, expectRefusal, HttpHub, newKey } from './http-hub.ts';

let hub: HttpHub;
let terminal: { authorization: string };
let volunteer: { cookie: string };
let nurse: { cookie: string };
beforeAll(async () => {
  hub = await HttpHub.start();
  terminal = await hub.terminal();
  volunteer = await logIn('7001');
  nurse = await logIn('3001');
});
afterAll(() => hub.stop());

async function logIn(workNo: string): Promise<{ cookie: string }> {
  return { cookie: cookieOf(await hub.post('/api/staff/login', { workNo, password: `demo-${workNo}` })) };
}

const named = (name: string) => (frame: FeedFrame) => frame.name === name;
const watch = (person: { cookie: string }, headers: Record<string, string> = {}) =>
  FeedReader.open(`${hub.url}/api/volunteer/feed`, { ...person, ...headers });
async function ask(): Promise<string> {
  const body = { key: newKey(), errand: 'check-in' };
  const { said } = await hub.ask('/api/terminal/help', { method: 'POST', body, headers: terminal });
  return helpStatus.parse(said['help']).requestId;
}
const act = (person: { cookie: string }, action: string, requestId: string) =>
  hub.post('/api/volunteer/actions', { key: newKey(), action, requestId }, person);

describe('the volunteers’ board over HTTP', () => {
  test('follows a request from the press to its end, and the terminal is told of each step', async () => {
    const board = await watch(volunteer);
    expect(helpBoard.parse((await board.upTo(named('help'))).at(-1)?.data)).toMatchObject({
      requests: [],
      hears: 'all',
    });
    const told = await FeedReader.open(`${hub.url}/api/terminal/feed`, terminal);
    await told.upTo(named('here'));
    const requestId = await ask();
    const [event] = (await board.upTo(named('assist.changed'))).slice(-1);
    expect(event?.data).toMatchObject({ body: { requestId, terminalId: 'K01', state: 'waiting' } });
    expect(helpBoard.parse((await board.upTo(named('help'))).at(-1)?.data).requests).toHaveLength(1);

    expect(await act(nurse, 'take', requestId)).toMatchObject({ status: 200, said: { ok: true } });
    const late = await act(volunteer, 'take', requestId);
    expectRefusal(late, 409, 'taken-by-other');
    expect(late.said).toMatchObject({
      helper: { role: 'nurse', name: { zh: '沈秀兰' } },
      board: { requests: [{ state: 'taken', mine: false }] },
    });
    await act(nurse, 'arrive', requestId);
    await act(nurse, 'finish', requestId);
    const notices = await told.upTo(({ data }) => JSON.stringify(data).includes('"done"'));
    // The map may become ready meanwhile, which is told as well.
    const states = notices.filter(named('notice')).flatMap(({ data }) => {
      const notice = terminalNotice.parse(data);
      return notice.type === 'help.changed' ? [notice.body.state] : [];
    });
    expect(states).toEqual(['waiting', 'taken', 'arrived', 'done']);
    board.leave();
    told.leave();
  });

  test('that was away learns what it missed, or starts anew', async () => {
    const board = await watch(volunteer);
    const [first] = await board.upTo(named('help'));
    board.leave();
    const requestId = await ask();
    const back = await watch(volunteer, { 'last-event-id': String(first?.id) });
    const frames = await back.upTo(named('assist.changed'));
    expect(frames.at(-1)?.data).toMatchObject({ body: { requestId, state: 'waiting' } });
    back.leave();
    const anew = await watch(volunteer, { 'last-event-id': '999999999' });
    expect((await anew.upTo(named('help'))).map(({ name }) => name)).toEqual(['reset', 'help']);
    anew.leave();
    await act(volunteer, 'take', requestId);
    await act(volunteer, 'finish', requestId);
  });

  test.each([
    ['a doctor', '1001'],
    ['a cashier', '5001'],
  ])('is not for %s', async (_, workNo) => {
    const other = await logIn(workNo);
    expectRefusal(await hub.ask('/api/volunteer/feed', { headers: other }), 403, 'role-not-allowed');
    expectRefusal(await act(other, 'take', 'h-1'), 403, 'role-not-allowed');
    expectRefusal(await hub.post('/api/volunteer/slip', { code: 'x' }, other), 403, 'role-not-allowed');
  });

  test.each([
    ['nobody', {}],
    ['a forged login', { cookie: `lobby_staff=${'A'.repeat(43)}` }],
    ['the login of a desk', { cookie: `lobby_login=${'A'.repeat(43)}` }],
  ])('is not for %s', async (_, headers: Record<string, string>) => {
    expectRefusal(await hub.ask('/api/volunteer/feed', { headers }), 401, 'not-logged-in');
    expectRefusal(await hub.post('/api/volunteer/actions', { key: newKey() }, headers), 401, 'not-logged-in');
    expectRefusal(await hub.post('/api/volunteer/slip', { code: 'x' }, headers), 401, 'not-logged-in');
  });

  test('ends with the login', async () => {
    const person = await logIn('7001');
    const board = await watch(person);
    await board.upTo(named('help'));
    await hub.post('/api/staff/logout', {}, person);
    await board.ended();
    expectRefusal(await hub.ask('/api/volunteer/feed', { headers: person }), 401, 'not-logged-in');
  });

  test('takes no press from a page of another origin, and none without a right form', async () => {
    const elsewhere = { ...volunteer, origin: 'https://elsewhere.example' };
    expectRefusal(await hub.post('/api/volunteer/actions', { key: newKey() }, elsewhere), 403, 'wrong-origin');
    expectRefusal(await act(volunteer, 'steal', 'h-1'), 400, 'bad-shape');
    expectRefusal(await act(volunteer, 'take', 'no-such-request'), 404, 'no-such-request');
  });

  test('answers a slip without an address that holds its code', async () => {
    expectRefusal(await hub.post('/api/volunteer/slip', { code: 'rubbish'.repeat(600) }, volunteer), 409, 'not-a-slip');
    expectRefusal(await hub.post('/api/volunteer/slip', { code: 'x'.repeat(9000) }, volunteer), 400, 'bad-shape');
    const forged = 'LOBBY:T:019aae6c-7d6e-7aaf-8f0e-0123456789ab';
    expectRefusal(await hub.post('/api/volunteer/slip', { code: forged }, volunteer), 404, 'no-such-ticket');
  });

  test('help is asked for by enrolled terminals only, in words from a list', async () => {
    const body = { key: newKey(), errand: 'check-in' };
    expectRefusal(await hub.post('/api/terminal/help', body), 401, 'terminal-unknown');
    const told = { ...body, errand: '张建明 needs help' };
    const refused = await hub.ask('/api/terminal/help', { method: 'POST', body: told, headers: terminal });
    expectRefusal(refused, 400, 'bad-shape');
    expect((await hub.ask('/api/terminal/help', { headers: terminal })).said).toEqual({ ok: true, help: null });
  });
});
