import { siteSchema } from '@lobby/config';
import type { CodeScanner } from '@lobby/agent/scanners/code-scanner.ts';
import { openSerialScanner } from '@lobby/agent/scanners/serial/open-serial-scanner.ts';
import { PushDevice } from '@lobby/agent/scanners/simulator/push-device.ts';
import { saidByScanner } from '@lobby/agent/scanners/simulator/said.ts';
import { openByteStream } from '@lobby/agent/transport/open.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standInHub, VISIT, type StandInHub } from './gateway-stand-in-hub.ts';
import { openPage, startTerminal, until, ZHANG, type TestPage, type TestTerminal } from './gateway-terminal.ts';

const OPEN = 'POST /api/terminal/visits';
const WRISTBAND = 'ZY26030217';
const INSURANCE = '2812345678901234567890123456';
const BADGE = 'LOBBY:B:23456789.ABCDEFGHJKMNPQRSTUVW';

describe.each([
  ['whose site says nothing of wristbands', WRISTBAND, undefined],
  ['whose site has a pattern for wristbands', `IP|${WRISTBAND}|7F`, '^IP\\|(?<number>ZY\\d{8})\\|7F$'],
])('the wristband of an inpatient at a terminal %s', (_what, code, wristband) => {
  let hub: StandInHub;
  let device: PushDevice;
  let scanner: CodeScanner;
  let terminal: TestTerminal;
  let page: TestPage;

  beforeEach(async () => {
    hub = await standInHub();
    device = await PushDevice.start();
    scanner = openSerialScanner({ stream: openByteStream(device.address) });
    const rules = siteSchema.shape.credentials.parse({ wristband, hospitalCard: '^(?<number>ZY\\d{8})$' });
    terminal = await startTerminal({ hub, codes: { scanners: { scanner }, codes: { rules } } });
    page = await openPage(terminal.gateway.address);
    await until(() => terminal.reader.state.connections > 0 && scanner.state.ready);
    terminal.reader.layDown(ZHANG);
    await page.next('visit.opened');
  });
  afterEach(async () => {
    page.leave();
    await terminal.close();
    await scanner.close();
    await device.close();
    await hub.stop();
  });

  const ask = (asked: boolean, visitId = VISIT.visitId) => page.post('/agent/visit/wristband', { visitId, asked });
  /** Another showing: something else was held before the scanner in between, and disturbed nobody. */
  const showAgain = async (): Promise<void> => {
    const refused = () => terminal.log.filter((line) => line.startsWith('code refused')).length;
    const before = refused();
    device.push(saidByScanner('134567890123456789'));
    await until(() => refused() > before);
    device.push(saidByScanner(code));
  };
  const opened = () => hub.heardAt(OPEN).length;

  it('is its number while the screen asks for it, and ends nobody’s visit', async () => {
    await ask(true);
    device.push(saidByScanner(code));
    expect(await page.next('wristband.scanned')).toEqual({ type: 'wristband.scanned', number: WRISTBAND });
    expect(opened()).toBe(1);
    expect((await page.get(`/api/visits/${VISIT.visitId}/agenda`)).status).toBe(200);
    expect(terminal.log.join('\n')).not.toContain(WRISTBAND);
  });

  it('held before the scanner for long is one showing, and is asked again when it was wrong', async () => {
    await ask(true);
    device.push(saidByScanner(code));
    await page.next('wristband.scanned');
    await showAgain();
    await until(() => terminal.log.filter((line) => line.startsWith('wristband read')).length === 2);
    expect(page.events.filter(({ type }) => type === 'wristband.scanned')).toHaveLength(1);
    expect(opened()).toBe(1);
    await ask(true);
    await showAgain();
    await page.next('wristband.scanned');
  });

  it('is what any other code would be once the screen asks no more, or for a visit that is not here', async () => {
    await ask(true);
    await ask(false);
    await ask(true, '0199-visit-of-another');
    device.push(saidByScanner(WRISTBAND));
    await page.next('visit.ended');
    await until(() => opened() === 2);
    expect(page.events.some(({ type }) => type === 'wristband.scanned')).toBe(false);
  });

  it('is no other patient’s code: whoever shows an insurance code is the next patient', async () => {
    await ask(true);
    device.push(saidByScanner(INSURANCE));
    await page.next('visit.ended');
    await page.next('visit.opened');
    device.push(saidByScanner(BADGE));
    await until(() => terminal.log.some((line) => line.startsWith('code refused')));
    expect(page.events.some(({ type }) => type === 'wristband.scanned')).toBe(false);
  });

  it('is asked for by the terminal’s own page alone', async () => {
    const foreign = await fetch(`${terminal.gateway.address}/agent/visit/wristband`, {
      method: 'POST',
      headers: { origin: 'http://elsewhere.example', 'content-type': 'application/json' },
      body: JSON.stringify({ visitId: VISIT.visitId, asked: true }),
    });
    expect(foreign.status).toBe(403);
    expect((await page.post('/agent/visit/wristband', { visitId: VISIT.visitId })).status).toBe(400);
  });
});

describe('the wristband of an inpatient whose relative has no file', () => {
  let hub: StandInHub;
  let device: PushDevice;
  let scanner: CodeScanner;
  let terminal: TestTerminal;
  let page: TestPage;

  beforeEach(async () => {
    hub = await standInHub();
    device = await PushDevice.start();
    scanner = openSerialScanner({ stream: openByteStream(device.address) });
    terminal = await startTerminal({ hub, codes: { scanners: { scanner } } });
    page = await openPage(terminal.gateway.address);
    await until(() => terminal.reader.state.connections > 0 && scanner.state.ready);
    hub.answer(OPEN, { status: 404, body: { ok: false, reason: 'patient-unknown', mayAct: true } });
    terminal.reader.layDown(ZHANG);
    expect(await page.next('visit.refused')).toEqual({
      type: 'visit.refused',
      reason: 'patient-unknown',
      mayAct: true,
    });
  });
  afterEach(async () => {
    page.leave();
    await terminal.close();
    await scanner.close();
    await device.close();
    await hub.stop();
  });

  const ask = (asked: boolean) => page.post('/agent/visit/wristband', { visitId: null, asked });
  const prove = (wristband: string) =>
    page.post('/agent/visit/typed', { number: null, proof: { by: 'wristband', wristband } });
  const readings = () => terminal.log.filter((line) => line.startsWith('wristband read')).length;
  const showOther = async (): Promise<void> => {
    device.push(saidByScanner('134567890123456789'));
    await until(() => terminal.log.some((line) => line.startsWith('code refused')));
  };

  it('is scanned, and goes to the hub with the card that was shown; held for long, it is no next patient', async () => {
    await ask(true);
    device.push(saidByScanner(WRISTBAND));
    expect((await page.next('wristband.scanned')).number).toBe(WRISTBAND);
    hub.answer(OPEN, { body: { ok: true, ...VISIT, choices: [] } });
    await prove(WRISTBAND);
    await page.next('visit.opened');
    const [, second] = hub.heardAt(OPEN);
    const credential = { kind: 'resident-id', number: ZHANG.idNumber };
    expect(second?.body).toMatchObject({ credential, proof: { by: 'wristband', wristband: WRISTBAND } });
    await showOther();
    device.push(saidByScanner(WRISTBAND));
    await until(() => readings() === 2);
    expect(hub.heardAt(OPEN)).toHaveLength(2);
    for (const personal of [WRISTBAND, ZHANG.idNumber]) expect(terminal.log.join('\n')).not.toContain(personal);
  });

  it('that nobody wears may be shown again, the card need not', async () => {
    hub.answer(OPEN, { status: 404, body: { ok: false, reason: 'wristband-unknown' } });
    for (const number of ['ZY1', 'ZY2']) {
      await prove(number);
      expect((await page.next('visit.refused')).reason).toBe('wristband-unknown');
    }
    expect(hub.heardAt(OPEN)).toHaveLength(3);
  });

  it('is not taken once its bearer has turned away, and the card is forgotten', async () => {
    await page.post('/agent/visit/forget', {});
    await ask(true);
    await prove(WRISTBAND);
    expect((await page.next('visit.refused')).reason).toBe('not-matched');
    device.push(saidByScanner(WRISTBAND));
    await page.next('code.presented');
    expect(page.events.some(({ type }) => type === 'wristband.scanned')).toBe(false);
    await until(() => hub.heardAt(OPEN).length === 2);
    expect(hub.heardAt(OPEN).at(-1)?.body).toMatchObject({ credential: { kind: 'other-code' } });
  });
});
