import { siteSchema } from '@lobby/config';
import { passportZone } from '@lobby/agent/readers/mrz/simulator/draw-zone.ts';
import type { CodeScanner } from '@lobby/agent/scanners/code-scanner.ts';
import { openSerialScanner } from '@lobby/agent/scanners/serial/open-serial-scanner.ts';
import { PushDevice } from '@lobby/agent/scanners/simulator/push-device.ts';
import { saidByPassportReader, saidByScanner, saidByStripeReader } from '@lobby/agent/scanners/simulator/said.ts';
import { openByteStream } from '@lobby/agent/transport/open.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standInHub, VISIT, type Answer, type StandInHub } from './gateway-stand-in-hub.ts';
import { openPage, startTerminal, until, ZHANG, type TestPage, type TestTerminal } from './gateway-terminal.ts';

const OPEN = 'POST /api/terminal/visits';
const HEALTH = 'EHC330602ABCDEF0123456789';
const INSURANCE = '2812345678901234567890123456';
const zone = passportZone({
  family: 'Tanaka',
  given: 'Yuki',
  issuer: 'JPN',
  nationality: 'JPN',
  number: 'TK1234567',
  birthDate: '1991-08-15',
  sex: 'female',
  validTo: '2031-05-05',
});

describe('a terminal with a scanner, a stripe reader and a passport reader', () => {
  let hub: StandInHub;
  let terminal: TestTerminal;
  let page: TestPage;
  let devices: { scanner: PushDevice; stripe: PushDevice; documents: PushDevice };
  let drivers: CodeScanner[];

  beforeEach(async () => {
    hub = await standInHub();
    const [scanner, stripe, documents] = await Promise.all([
      PushDevice.start(),
      PushDevice.start(),
      PushDevice.start(),
    ]);
    devices = { scanner, stripe, documents };
    const drive = (device: PushDevice, severalLines = false): CodeScanner =>
      openSerialScanner({ stream: openByteStream(device.address), severalLines });
    const scanners = { scanner: drive(scanner), stripe: drive(stripe), documents: drive(documents, true) };
    drivers = Object.values(scanners);
    const rules = siteSchema.shape.credentials.parse({ hospitalCard: '^(?<number>8\\d{9})(=\\d*)?$' });
    terminal = await startTerminal({ hub, codes: { scanners, codes: { rules, wedges: ['stripe'] } } });
    page = await openPage(terminal.gateway.address);
    await until(() => Object.values(devices).every((device) => device.state.connections > 0));
    await until(() => drivers.every((driver) => driver.state.ready));
  });
  afterEach(async () => {
    page.leave();
    await terminal.close();
    await Promise.all([...drivers, ...Object.values(devices)].map((each) => each.close()));
    await hub.stop();
  });

  const presented = (): unknown[] =>
    hub
      .heardAt(OPEN)
      .map(({ body }) => (body !== null && typeof body === 'object' && 'credential' in body ? body.credential : null));

  /** Waits until the page has been told that the scanner is so. */
  const scannerIs = async (state: 'away' | 'ready'): Promise<void> => {
    let told = await page.next('device.changed');
    while (told.scanner?.state !== state) told = await page.next('device.changed');
  };

  it('opens a visit for an e-health code, by its identifier alone', async () => {
    devices.scanner.push(saidByScanner(`${HEALTH}:1`));
    await page.next('code.presented');
    expect((await page.next('visit.opened')).visitId).toBe(VISIT.visitId);
    expect(presented()).toEqual([{ kind: 'health-code', number: HEALTH, name: null }]);
  });

  it('passes an insurance code on as it is, and writes neither it nor any other code into the log', async () => {
    devices.scanner.push(saidByScanner(INSURANCE));
    await page.next('visit.opened');
    expect(presented()).toEqual([{ kind: 'insurance-code', number: INSURANCE, name: null }]);
    const log = terminal.log.join('\n');
    expect(log).toContain('insurance-code');
    expect(log).not.toContain(INSURANCE);
  });

  it('opens a visit for a hospital card that is swiped, by the site’s pattern', async () => {
    devices.stripe.push(saidByStripeReader('8000000123'));
    await page.next('visit.opened');
    expect(presented()).toEqual([{ kind: 'hospital-card', number: '8000000123', name: null }]);
  });

  it('opens a visit for a passport, by its number and the name to compare', async () => {
    devices.documents.push(saidByPassportReader(zone));
    await page.next('visit.opened');
    expect(presented()).toEqual([{ kind: 'passport', number: 'TK1234567', name: 'TANAKA YUKI' }]);
  });

  it('opens a visit for a passport that was typed, and says that it was', async () => {
    const reply = await page.post('/agent/visit/mrz', { key: 'key-of-the-zone', lines: zone });
    expect(reply).toEqual({ status: 200, body: { ok: true } });
    await page.next('visit.opened');
    expect(presented()).toEqual([{ kind: 'passport', number: 'TK1234567', name: 'TANAKA YUKI', typed: true }]);
  });

  it('says which part of a typed zone is wrong, and opens nothing', async () => {
    const [first, second] = zone;
    const lines = [first, second.replace('TK1234567', 'TK1234568')];
    const reply = await page.post('/agent/visit/mrz', { key: 'key-of-the-zone', lines });
    expect(reply).toEqual({ status: 422, body: { ok: false, reason: 'check-digit', field: 'number' } });
    expect(hub.heardAt(OPEN)).toHaveLength(0);
  });

  it('understands a line that its keyboard reader typed', async () => {
    const reply = await page.post('/agent/wedge', { line: ';8000000123=2912?' });
    expect(reply.body).toEqual({ ok: true });
    await page.next('visit.opened');
    expect(presented()).toEqual([{ kind: 'hospital-card', number: '8000000123', name: null }]);
  });

  it.each([
    ['a payment code', saidByScanner('134567890123456789'), 'payment-code'],
    ['a slip of ours', saidByScanner('LOBBY:T:0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee'), 'slip-code'],
    ['a staff badge that nobody waits for', saidByScanner('LOBBY:B:23456789.ABCDEFGHJKMNPQRSTUVW'), 'badge-not-now'],
    ['an address', saidByScanner('https://shop.example/q?id=1'), 'wrong-code'],
    ['4 kB of rubbish', saidByScanner('rubbish '.repeat(600)), 'code-too-long'],
    ['bytes of no text', Buffer.from('ff81ff8030300d', 'hex'), 'wrong-code'],
  ])('says honestly what is wrong with %s, and asks nobody about it', async (_what, bytes, trouble) => {
    devices.scanner.push(bytes);
    expect(await page.next('card.trouble')).toEqual({ type: 'card.trouble', trouble });
    expect(hub.heardAt(OPEN)).toHaveLength(0);
  });

  it('keeps a patient’s visit through a stray code and through the patient’s own code, shown again', async () => {
    devices.scanner.push(saidByScanner(`${HEALTH}:1`));
    await page.next('visit.opened');
    const heardBefore = page.events.length;
    devices.scanner.push(saidByScanner('134567890123456789'));
    await until(() => terminal.log.some((line) => line.startsWith('code refused')));
    devices.scanner.push(saidByScanner(`${HEALTH}:1`));
    await until(() => terminal.log.some((line) => line.includes('"held":"open"')));
    expect(page.events.slice(heardBefore)).toEqual([]);
    expect((await page.get(`/api/visits/${VISIT.visitId}/agenda`)).status).toBe(200);
  });

  it('opens one visit when a card and a code come at once: the later one’s', async () => {
    const opening = Promise.withResolvers<Answer>();
    hub.answer(OPEN, () => opening.promise);
    terminal.reader.layDown(ZHANG);
    await until(() => hub.heardAt(OPEN).length === 1);
    hub.answer(OPEN, { body: { ok: true, ...VISIT, visitId: '0199-visit-two', choices: [] } });
    devices.scanner.push(saidByScanner(`${HEALTH}:1`));
    expect((await page.next('visit.opened')).visitId).toBe('0199-visit-two');
    opening.resolve({ body: { ok: true, ...VISIT, choices: [] } });
    await until(() => hub.heardAt(`POST /api/terminal/visits/${VISIT.visitId}/end`).length === 1);
    expect(page.events.filter((event) => event.type === 'visit.opened')).toHaveLength(1);
  });

  it('ends the visit of whoever was here when the next patient swipes a card', async () => {
    devices.scanner.push(saidByScanner(`${HEALTH}:1`));
    await page.next('visit.opened');
    hub.answer(OPEN, { body: { ok: true, ...VISIT, visitId: '0199-visit-two', choices: [] } });
    devices.stripe.push(saidByStripeReader('8000000123'));
    expect(await page.next('visit.ended')).toMatchObject({ visitId: VISIT.visitId, why: 'next-card' });
    expect((await page.next('visit.opened')).visitId).toBe('0199-visit-two');
    await until(() => hub.heardAt(`POST /api/terminal/visits/${VISIT.visitId}/end`).length === 1);
  });

  it('does not ask twice for a code that is shown again while the hospital thinks', async () => {
    const opening = Promise.withResolvers<Answer>();
    hub.answer(OPEN, () => opening.promise);
    devices.scanner.push(saidByScanner(`${HEALTH}:1`));
    await page.next('code.presented');
    await page.post('/agent/wedge', { line: ';8000000124?' });
    await page.next('code.presented');
    await page.post('/agent/wedge', { line: ';8000000124?' });
    await page.next('code.presented');
    opening.resolve({ body: { ok: true, ...VISIT, choices: [] } });
    await page.next('visit.opened');
    expect(presented()).toHaveLength(2);
  });

  it('says when its scanner is unplugged, and reads again when it is back', async () => {
    await devices.scanner.unplug();
    await scannerIs('away');
    await devices.scanner.plugIn();
    await scannerIs('ready');
    devices.scanner.push(saidByScanner(`${HEALTH}:1`));
    await page.next('visit.opened');
  });

  it('opens nothing while no page is there', async () => {
    page.leave();
    await until(() => terminal.log.some((line) => line.startsWith('page left')));
    devices.scanner.push(saidByScanner(`${HEALTH}:1`));
    await until(() => terminal.log.some((line) => line.startsWith('code read without a page')));
    expect(hub.heardAt(OPEN)).toHaveLength(0);
  });
});

describe('a terminal without a reader that poses as a keyboard', () => {
  it('takes no typed line, and none from a page of another origin', async () => {
    const hub = await standInHub();
    const terminal = await startTerminal({ hub });
    const page = await openPage(terminal.gateway.address);
    const reply = await page.post('/agent/wedge', { line: ';8000000123?' });
    expect(reply).toEqual({ status: 409, body: { ok: false, reason: 'not-here' } });
    for (const path of ['/agent/wedge', '/agent/visit/mrz']) {
      const headers = { origin: 'http://attacker.example', 'content-type': 'application/json' };
      const foreign = await fetch(`${terminal.gateway.address}${path}`, { method: 'POST', headers, body: '{}' });
      expect(foreign.status).toBe(403);
    }
    page.leave();
    await terminal.close();
    await hub.stop();
  });
});
