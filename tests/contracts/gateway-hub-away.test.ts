import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPage, startTerminal, until, ZHANG, type TestTerminal } from './gateway-terminal.ts';
import { standInHub, VISIT, type StandInHub } from './gateway-stand-in-hub.ts';

const END = `POST /api/terminal/visits/${VISIT.visitId}/end`;
const navigation = { accept: 'text/html' };

describe('while the hub is away', () => {
  let hub: StandInHub;
  let terminal: TestTerminal;

  beforeEach(async () => {
    hub = await standInHub();
  });
  afterEach(async () => {
    await terminal.close();
    await hub.stop();
  });

  const show = () => fetch(`${terminal.gateway.address}/terminal`, { headers: navigation });

  it('a terminal that starts shows an honest page in both languages, and the real one when the hub has come', async () => {
    await hub.stop();
    terminal = await startTerminal({ hub });
    const away = await show();
    expect(away.status).toBe(503);
    const text = await away.text();
    expect(text).toContain('人工窗口');
    expect(text).toContain('cannot reach the hospital system');
    expect(text).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
    const page = await openPage(terminal.gateway.address);
    expect(page.events[0]).toMatchObject({ type: 'hello', hub: 'away' });
    await hub.startAgain();
    await page.next('hub.here');
    expect((await show()).status).toBe(200);
    page.leave();
  });

  it('the page hears of it at once, without anybody asking for anything', async () => {
    terminal = await startTerminal({ hub });
    await until(() => hub.heardAt('POST /api/terminal/state').length > 0);
    const page = await openPage(terminal.gateway.address);
    expect(page.events[0]).toMatchObject({ type: 'hello', hub: 'here' });
    await hub.stop();
    await page.next('hub.away');
    await hub.startAgain();
    await page.next('hub.here');
    page.leave();
  });

  it('a card is refused with the reason, and an open visit asks in vain but gets a reason too', async () => {
    terminal = await startTerminal({ hub });
    const page = await openPage(terminal.gateway.address);
    await until(() => hub.heardAt('POST /api/terminal/state').length > 0);
    terminal.reader.layDown(ZHANG);
    await page.next('visit.opened');
    await hub.stop();
    await page.next('hub.away');
    const agenda = await page.get(`/api/visits/${VISIT.visitId}/agenda`);
    expect(agenda.status).toBe(503);
    expect(await agenda.json()).toEqual({ ok: false, reason: 'hospital-unavailable' });
    const body = { key: 'key-of-check-in', stepId: 'step-1' };
    const checkIn = await page.post(`/api/visits/${VISIT.visitId}/check-in`, body);
    expect(checkIn.body).toEqual({ ok: false, reason: 'hospital-unavailable', opensAt: null });
    terminal.reader.lift();
    await page.next('card.removed');
    terminal.reader.layDown(ZHANG);
    expect((await page.next('visit.ended')).why).toBe('next-card');
    expect((await page.next('visit.refused')).reason).toBe('hospital-unavailable');
    page.leave();
  });

  it('a patient who leaves meanwhile is told of as soon as the hub is here again, once', async () => {
    terminal = await startTerminal({ hub });
    const page = await openPage(terminal.gateway.address);
    await until(() => hub.heardAt('POST /api/terminal/state').length > 0);
    terminal.reader.layDown(ZHANG);
    await page.next('visit.opened');
    await hub.stop();
    await page.next('hub.away');
    await page.post('/agent/visit/end', { visitId: VISIT.visitId, why: 'cancelled' });
    await hub.startAgain();
    await until(() => hub.heardAt(END).length === 1);
    const [told] = hub.heardAt(END);
    expect(told?.body).toEqual({ why: 'cancelled' });
    expect(told?.headers['x-visit-secret']).toBe(VISIT.secret);
    await page.next('hub.here');
    await hub.stop();
    await page.next('hub.away');
    await hub.startAgain();
    await page.next('hub.here');
    expect((await page.get('/agent/health')).status).toBe(200);
    expect(hub.heardAt(END)).toHaveLength(1);
    page.leave();
  });

  it.each([
    ['breaks off', 'cut'],
    ['says that it cannot write', { status: 503, body: { ok: false, reason: 'storage-unavailable' } }],
  ] as const)('a hub that is here and %s is told again of a visit that is over', async (_, answer) => {
    terminal = await startTerminal({ hub, timing: { report: 100 } });
    const page = await openPage(terminal.gateway.address);
    terminal.reader.layDown(ZHANG);
    await page.next('visit.opened');
    hub.answer(END, answer);
    await page.post('/agent/visit/end', { visitId: VISIT.visitId, why: 'finished' });
    await until(() => hub.heardAt(END).length >= 2);
    hub.answer(END, { status: 409, body: { ok: false, reason: 'visit-ended' } });
    await until(() => hub.heardAt(END).length >= 3);
    page.leave();
  });

  it('a hub whose pages fail is honestly away for whoever wants a page', async () => {
    terminal = await startTerminal({ hub });
    await until(() => hub.heardAt('POST /api/terminal/state').length > 0);
    hub.answer('GET /terminal', { status: 502, body: { ok: false } });
    expect((await show()).status).toBe(503);
    hub.answer('GET /terminal', 'cut');
    expect((await show()).status).toBe(503);
  });

  it('the agent stops all the same, open streams included', async () => {
    terminal = await startTerminal({ hub, timing: { probe: 60_000, connect: 60_000 } });
    const page = await openPage(terminal.gateway.address);
    terminal.reader.layDown(ZHANG);
    await page.next('visit.opened');
    hub.answer(`POST /api/terminal/visits/${VISIT.visitId}/end`, 'hang');
    await terminal.gateway.close();
    await expect(show()).rejects.toThrow();
  });
});
