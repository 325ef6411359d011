import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeScanner } from '@lobby/agent/scanners/code-scanner.ts';
import { openSerialScanner } from '@lobby/agent/scanners/serial/open-serial-scanner.ts';
import { PushDevice } from '@lobby/agent/scanners/simulator/push-device.ts';
import { saidByScanner } from '@lobby/agent/scanners/simulator/said.ts';
import { openByteStream } from '@lobby/agent/transport/open.ts';
import { openVisit } from '@lobby/hub/contract';
import { identificationRecords } from '@lobby/hub/visits/identification-records.ts';
import { siteWithEachRole } from '../support/staff-of-each-role.ts';
import { openTestHub, testPlace, type TestHub } from '../support/test-hub.ts';
import { openPage, startTerminal, until, type TestPage, type TestTerminal } from './gateway-terminal.ts';
import { standInHub, type Answer, type StandInHub } from './gateway-stand-in-hub.ts';

const OPEN = 'POST /api/terminal/visits';
const CARD = '0000100231';

describe('a badge that an operator has issued, at the scanner of a terminal', () => {
  let real: TestHub;
  let line: StandInHub;
  let device: PushDevice;
  let scanner: CodeScanner;
  let terminal: TestTerminal;
  let page: TestPage;
  let badge: string;
  let badgeId: string;

  beforeEach(async () => {
    const site = siteWithEachRole();
    const identification = { ...site.identification, approvedBy: ['volunteer' as const] };
    real = await openTestHub(await testPlace('sqlite'), { site: { ...site, identification } });
    ({ code: badge, id: badgeId } = await real.hub.staff.issueBadge({ name: null, by: '9001' }));
    line = await standInHub();
    // What the agent asks is answered by the hub that has issued the badge.
    line.answer(OPEN, async (): Promise<Answer> => {
      const asked = openVisit.parse(line.heardAt(OPEN).at(-1)?.body);
      const reply = await real.hub.visits.open('K01', asked);
      return { status: reply.ok ? 200 : 409, body: reply };
    });
    device = await PushDevice.start();
    scanner = openSerialScanner({ stream: openByteStream(device.address) });
    terminal = await startTerminal({ hub: line, codes: { scanners: { scanner } } });
    page = await openPage(terminal.gateway.address);
    await until(() => terminal.reader.state.connections > 0 && scanner.state.ready);
  });
  afterEach(async () => {
    page.leave();
    await terminal.close();
    await scanner.close();
    await device.close();
    await line.stop();
  });

  const askForBadge = () => page.post('/agent/visit/typed', { number: CARD, proof: { by: 'badge' } });
  const records = () => identificationRecords(real.tables, { businessDate: '2026-11-23', limit: 10 });
  const expectNobodySaw = (secret: string): void => {
    expect(JSON.stringify(page.events)).not.toContain(secret);
    expect(terminal.log.join('\n')).not.toContain(secret);
  };

  it('opens the visit of whoever asked for staff; page and log never have it', async () => {
    await askForBadge();
    device.push(saidByScanner(badge));
    await page.next('badge.taken');
    expect(await page.next('visit.opened')).toMatchObject({ maskedName: '张*明', choices: [] });
    expect(await records()).toMatchObject([
      { what: 'vouched', terminalId: 'K01', patientId: 'demo-zhang-jianming', staff: { staffId: badgeId } },
    ]);
    for (const part of badge.replace('LOBBY:B:', '').split('.')) expectNobodySaw(part);
  });

  it('says that it is not its time while nobody waits for it, and vouches for nobody', async () => {
    device.push(saidByScanner(badge));
    expect(await page.next('card.trouble')).toEqual({ type: 'card.trouble', trouble: 'badge-not-now' });
    expect(line.heardAt(OPEN)).toEqual([]);
    expect(await records()).toEqual([]);
    expectNobodySaw(badge);
  });

  it('vouches once: shown again, it opens nothing more', async () => {
    await askForBadge();
    device.push(saidByScanner(badge));
    await page.next('visit.opened');
    device.push(saidByScanner(`${badge.slice(0, -1)}${badge.endsWith('A') ? 'B' : 'A'}`));
    await until(() => terminal.log.some((said) => said.startsWith('code refused')));
    expect(line.heardAt(OPEN)).toHaveLength(1);
    expect(await records()).toHaveLength(1);
  });

  it('that is forged is refused, and the true one vouches after it', async () => {
    await askForBadge();
    device.push(saidByScanner(`${badge.slice(0, -1)}${badge.endsWith('A') ? 'B' : 'A'}`));
    expect(await page.next('visit.refused')).toMatchObject({ reason: 'staff-not-recognised' });
    await askForBadge();
    device.push(saidByScanner(badge));
    await page.next('visit.opened');
    expectNobodySaw(badge);
  });
});
