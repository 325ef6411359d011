import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeScanner } from '@lobby/agent/scanners/code-scanner.ts';
import { openSerialScanner } from '@lobby/agent/scanners/serial/open-serial-scanner.ts';
import { PushDevice } from '@lobby/agent/scanners/simulator/push-device.ts';
import { saidByScanner } from '@lobby/agent/scanners/simulator/said.ts';
import { openByteStream } from '@lobby/agent/transport/open.ts';
import { openPage, startTerminal, until, ZHANG, type TestPage, type TestTerminal } from './gateway-terminal.ts';
import { standInHub, VISIT, type StandInHub } from './gateway-stand-in-hub.ts';

const OPEN = 'POST /api/terminal/visits';
const BADGE = 'LOBBY:B:23456789.ABCDEFGHJKMNPQRSTUVW';
const CARD = '0000100231';
const born = { by: 'birth-date', birthDate: '1954-03-18' } as const;

describe('a number that is typed at a terminal with a scanner', () => {
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
  });
  afterEach(async () => {
    page.leave();
    await terminal.close();
    await scanner.close();
    await device.close();
    await hub.stop();
  });

  const type = (number: string | null, proof: object) => page.post('/agent/visit/typed', { number, proof });
  const asked = () => hub.heardAt(OPEN).map(({ body }) => body);

  it('goes to the hub with its second factor, and the page hears of the visit as with a card', async () => {
    expect((await type(CARD, born)).body).toEqual({ ok: true });
    expect((await page.next('visit.opened')).visitId).toBe(VISIT.visitId);
    const credential = { kind: 'typed-number', number: CARD, name: null };
    expect(asked()).toMatchObject([{ credential, proof: born }]);
  });

  it('waits for a badge that nobody but the hub gets to see', async () => {
    await type(CARD, { by: 'badge' });
    expect(asked()).toEqual([]);
    device.push(saidByScanner(BADGE));
    await page.next('badge.taken');
    await page.next('visit.opened');
    expect(asked()).toMatchObject([{ credential: { number: CARD }, proof: { by: 'badge', badge: BADGE } }]);
    expect(JSON.stringify(page.events)).not.toContain(BADGE);
    expect(terminal.log.join('\n')).not.toContain(BADGE);
  });

  it.each(['turned away', 'laid down a card', 'typed something else'])(
    'opens nothing by a badge any more once its patient has %s',
    async (how) => {
      await type(CARD, { by: 'badge' });
      if (how === 'turned away') await page.post('/agent/visit/forget', {});
      if (how === 'typed something else') await type('0000100232', born);
      if (how === 'laid down a card') terminal.reader.layDown(ZHANG);
      if (how !== 'turned away') await page.next('visit.opened');
      const before = asked().length;
      device.push(saidByScanner(BADGE));
      await until(() => terminal.log.some((line) => line.startsWith('code refused')));
      expect(asked()).toHaveLength(before);
    },
  );

  it('may be a code that was shown and was not enough', async () => {
    hub.answer(OPEN, { status: 409, body: { ok: false, reason: 'second-factor-needed' } });
    device.push(saidByScanner('EHC330602540318A0217401:1'));
    await page.next('visit.refused');
    hub.answer(OPEN, { body: { ok: true, ...VISIT, choices: [] } });
    await type(null, { by: 'phone-end', digits: '3174' });
    await page.next('visit.opened');
    const credential = { kind: 'health-code', number: 'EHC330602540318A0217401', name: null };
    expect(asked().at(-1)).toMatchObject({ credential, proof: { by: 'phone-end', digits: '3174' } });
    expect(JSON.stringify(page.events)).not.toContain('EHC3306');
  });

  it('is not asked of the hub when what was shown before has been forgotten', async () => {
    await type(null, born);
    expect((await page.next('visit.refused')).reason).toBe('not-matched');
    expect(asked()).toEqual([]);
  });

  it('of a strange shape, or from a page of another origin, is refused', async () => {
    expect((await type('', born)).status).toBe(400);
    expect((await type(CARD, { by: 'birth-date', birthDate: '18.3.1954' })).status).toBe(400);
    expect((await type(CARD, { by: 'nothing' })).status).toBe(400);
    for (const path of ['typed', 'forget']) {
      const reply = await fetch(`${terminal.gateway.address}/agent/visit/${path}`, {
        method: 'POST',
        headers: { origin: 'http://elsewhere.example', 'content-type': 'application/json' },
        body: JSON.stringify({ number: CARD, proof: born }),
      });
      expect(reply.status).toBe(403);
    }
    expect(asked()).toEqual([]);
  });

  it('stands in no log', async () => {
    await type(CARD, { by: 'password', workNo: '3001', password: 'demo-3001' });
    await page.next('visit.opened');
    for (const personal of [CARD, '3001', 'demo-3001']) expect(terminal.log.join('\n')).not.toContain(personal);
  });
});
