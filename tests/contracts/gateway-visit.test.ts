import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPage, startTerminal, until, ZHANG, type TestPage, type TestTerminal } from './gateway-terminal.ts';
import { CREDENTIAL, standInHub, VISIT, type Answer, type StandInHub } from './gateway-stand-in-hub.ts';

const END = `POST /api/terminal/visits/${VISIT.visitId}/end`;
const CHECK_IN = `/api/visits/${VISIT.visitId}/check-in`;

describe('a card on the reader', () => {
  let hub: StandInHub;
  let terminal: TestTerminal;
  let page: TestPage;

  beforeEach(async () => {
    hub = await standInHub();
    terminal = await startTerminal({ hub });
    page = await openPage(terminal.gateway.address);
    await until(() => terminal.reader.state.connections > 0);
  });
  afterEach(async () => {
    page.leave();
    await terminal.close();
    await hub.stop();
  });

  async function openVisit(): Promise<void> {
    terminal.reader.layDown(ZHANG);
    await page.next('visit.opened');
  }

  it('opens a visit by the hand of the agent, and the page gets all but the secret', async () => {
    terminal.reader.layDown(ZHANG);
    await page.next('card.presented');
    const opened = await page.next('visit.opened');
    expect(opened).toEqual({ type: 'visit.opened', visitId: VISIT.visitId, maskedName: '张*明', choices: [] });
    const [asked] = hub.heardAt('POST /api/terminal/visits');
    expect(asked?.headers.authorization).toBe(`Bearer ${CREDENTIAL}`);
    expect(asked?.body).toMatchObject({
      credential: { kind: 'resident-id', number: '330602195403182174', name: '张建明' },
    });
    expect(JSON.stringify(asked?.body)).not.toContain('仓桥直街');
    expect(JSON.stringify(page.events)).not.toContain(VISIT.secret);
  });

  it('is told to the page when nobody can read it', async () => {
    await terminal.reader.breakDown('read-error');
    terminal.reader.layDown(ZHANG);
    expect(await page.next('card.trouble')).toEqual({ type: 'card.trouble', trouble: 'unreadable' });
    expect(hub.heardAt('POST /api/terminal/visits')).toHaveLength(0);
  });

  it('with a wrong check digit goes no further than the terminal', async () => {
    terminal.reader.layDown({ ...ZHANG, idNumber: '330602195403182175' });
    expect((await page.next('card.trouble')).trouble).toBe('number-invalid');
    expect(hub.heardAt('POST /api/terminal/visits')).toHaveLength(0);
  });

  it('of somebody unknown is refused with the reason of the hub', async () => {
    hub.answer('POST /api/terminal/visits', { status: 404, body: { ok: false, reason: 'patient-unknown' } });
    terminal.reader.layDown(ZHANG);
    expect((await page.next('visit.refused')).reason).toBe('patient-unknown');
  });

  it('lets the page ask about its own visit, with the secret that only the agent has', async () => {
    await openVisit();
    const reply = await page.get(`/api/visits/${VISIT.visitId}/agenda`);
    expect(reply.status).toBe(200);
    const [asked] = hub.heardAt(`GET /api/visits/${VISIT.visitId}/agenda`);
    expect(asked?.headers['x-visit-secret']).toBe(VISIT.secret);
    expect(asked?.headers.authorization).toBe(`Bearer ${CREDENTIAL}`);
  });

  it('gives no way to the visit of anybody else', async () => {
    await openVisit();
    const reply = await page.get('/api/visits/0199-visit-two/agenda');
    expect(reply.status).toBe(409);
    expect(await reply.json()).toEqual({ ok: false, reason: 'visit-ended' });
    expect(hub.heardAt('GET /api/visits/0199-visit-two/agenda')).toHaveLength(0);
  });

  it('passes a check-in on without cookies, and its refusal back', async () => {
    await openVisit();
    const reply = await page.post(CHECK_IN, { key: 'key-of-check-in', stepId: 'step-1' });
    expect(reply.body).toEqual({ ok: false, reason: 'too-early', opensAt: null });
    const [asked] = hub.heardAt(`POST ${CHECK_IN}`);
    expect(asked?.body).toEqual({ key: 'key-of-check-in', stepId: 'step-1' });
    expect(asked?.headers.cookie).toBeUndefined();
    expect(asked?.headers['x-forwarded-proto']).toBe('http');
    expect(asked?.headers.host).toBe(`127.0.0.1:${terminal.gateway.port}`);
  });

  it('says that nobody knows when the hub falls silent in the middle of a check-in', async () => {
    await openVisit();
    hub.answer(`POST ${CHECK_IN}`, 'cut');
    const reply = await page.post(CHECK_IN, { key: 'key-of-check-in', stepId: 'step-1' });
    expect(reply.body).toEqual({ ok: false, reason: 'outcome-unknown', opensAt: null });
  });

  it('is reported when it is lifted; the visit goes on until the page ends it', async () => {
    await openVisit();
    terminal.reader.lift();
    await page.next('card.removed');
    expect((await page.get(`/api/visits/${VISIT.visitId}/agenda`)).status).toBe(200);
    const reply = await page.post('/agent/visit/end', { visitId: VISIT.visitId, why: 'finished' });
    expect(reply.body).toEqual({ ok: true });
    expect((await page.next('visit.ended')).why).toBe('finished');
    const [told] = hub.heardAt(END);
    expect(told?.body).toEqual({ why: 'finished' });
    expect(told?.headers['x-visit-secret']).toBe(VISIT.secret);
    expect((await page.get(`/api/visits/${VISIT.visitId}/agenda`)).status).toBe(409);
  });

  it('of the next patient ends the visit of the one before', async () => {
    await openVisit();
    terminal.reader.lift();
    await page.next('card.removed');
    hub.answer('POST /api/terminal/visits', {
      body: { ok: true, visitId: '0199-visit-two', secret: 'secret-two', maskedName: '李*', choices: [] },
    });
    terminal.reader.layDown({ ...ZHANG, name: '李㛃', idNumber: '330683199602290828', birthDate: '1996-02-29' });
    expect(await page.next('visit.ended')).toMatchObject({ visitId: VISIT.visitId, why: 'next-card' });
    expect((await page.next('visit.opened')).visitId).toBe('0199-visit-two');
    expect(hub.heardAt(END)[0]?.body).toEqual({ why: 'next-card' });
  });

  it('opens nothing while no page is there to use it', async () => {
    page.leave();
    await until(() => terminal.log.some((line) => line.startsWith('page left')));
    terminal.reader.layDown(ZHANG);
    await until(() => terminal.log.some((line) => line.startsWith('card read without a page')));
    expect(hub.heardAt('POST /api/terminal/visits')).toHaveLength(0);
  });

  it('leaves no visit behind when its page is gone for good', async () => {
    await openVisit();
    page.leave();
    await until(() => hub.heardAt(END).length === 1);
    expect(hub.heardAt(END)[0]?.body).toEqual({ why: 'idle' });
  });

  it('leaves no visit behind when the page is loaded again', async () => {
    await openVisit();
    const again = await openPage(terminal.gateway.address);
    await until(() => hub.heardAt(END).length === 1);
    expect((await again.get(`/api/visits/${VISIT.visitId}/agenda`)).status).toBe(409);
    again.leave();
  });

  it('leaves no visit behind when it was being opened while the page was loaded again', async () => {
    const opening = Promise.withResolvers<Answer>();
    hub.answer('POST /api/terminal/visits', () => opening.promise);
    terminal.reader.layDown(ZHANG);
    await until(() => hub.heardAt('POST /api/terminal/visits').length === 1);
    const again = await openPage(terminal.gateway.address);
    opening.resolve({ body: { ok: true, ...VISIT, choices: [] } });
    await until(() => hub.heardAt(END).length === 1);
    expect(again.events.map((event) => event.type)).not.toContain('visit.opened');
    again.leave();
  });

  it('writes nothing personal into the log', async () => {
    await openVisit();
    await page.post(CHECK_IN, { key: 'key-of-check-in', stepId: 'step-1' });
    const log = terminal.log.join('\n');
    expect(log).toContain('visit opened');
    for (const personal of ['330602195403182174', '张', VISIT.secret, VISIT.visitId, CREDENTIAL])
      expect(log).not.toContain(personal);
  });
});
