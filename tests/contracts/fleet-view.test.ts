import { areasOfScreen } from '@lobby/config';
import type { FleetView, SelfTestReport, TerminalState } from '@lobby/hub/contract';
import type { OpenHub } from '@lobby/hub/open.ts';
import { describe, expect, test } from 'vitest';
import { demoSite, newKey, openTestHub, testDatabases, testPlace, until } from '../support/test-hub.ts';

const at = '2026-11-23T01:15:00.000Z';
const ready = { state: 'ready', fault: null, since: at } as const;
const state: TerminalState = {
  version: '0.1.0',
  startedAt: at,
  reader: ready,
  printer: ready,
  paper: 'ok',
  unknownJobs: 0,
  saidAt: at,
  picture: { shown: 'welcome', frames: 12, paintedAt: at },
};

const terminal = async (hub: OpenHub) => (await hub.fleet.view()).terminals.find((one) => one.terminalId === 'K01');
const screen = async (hub: OpenHub) => (await hub.fleet.view()).screens.find((one) => one.screenId === 'S-card');
const partsOf = async (hub: OpenHub) => (await terminal(hub))?.selfTest?.parts;
const eventsOf = async (hub: OpenHub, type: string) => {
  const events = await hub.feed.after(0, 500);
  return events === 'reset' ? [] : events.filter((event) => event.type === type);
};

describe.each(testDatabases)('the fleet on %s', (kind) => {
  const open = async () => openTestHub(await testPlace(kind));

  test('shows every terminal, screen and desk of the site, also those that nobody has heard of', async () => {
    const { hub } = await open();
    const view: FleetView = await hub.fleet.view();
    expect(view.terminals.map(({ terminalId }) => terminalId)).toEqual(hub.site.terminals.map(({ id }) => id));
    expect(view.screens).toHaveLength(hub.site.screens.length);
    expect(view.desks).toHaveLength(hub.site.desks.length);
    expect(view.hospital).toEqual(hub.hospitalSystem.status);
    expect(await terminal(hub)).toMatchObject({ enrolledAt: null, state: null, heardAt: null, selfTest: null });
  });

  test('knows how a terminal is, what it shows and how far its clock is off; the picture alone makes no event', async () => {
    const { hub, clock } = await open();
    await hub.fleet.enrol(await hub.fleet.issueCode('terminal', 'K01'));
    await hub.fleet.terminalState('K01', state);
    clock.advance(15_000);
    const later = new Date(Date.parse(at) + 600_000).toISOString();
    const next = { ...state, saidAt: later, picture: { shown: 'next-step', frames: 13, paintedAt: later } };
    await hub.fleet.terminalState('K01', next);
    expect(await terminal(hub)).toMatchObject({
      enrolledAt: at,
      state: next,
      heardAt: '2026-11-23T01:15:15.000Z',
      clockAheadMs: 585_000,
    });
    expect(await eventsOf(hub, 'terminal.changed')).toHaveLength(1);
    await hub.fleet.terminalState('K01', { ...next, paper: 'out' });
    expect(await eventsOf(hub, 'terminal.changed')).toHaveLength(2);
  });

  test('knows which board a screen has painted, and when', async () => {
    const { hub } = await open();
    hub.fleet.screenConnected('S-card', true);
    const painted = { shown: '412', frames: 7, paintedAt: at, version: 'v1' };
    await hub.fleet.screenPicture('S-card', painted);
    await until(async () => (await screen(hub))?.connected === true, 'the screen to be connected');
    expect(await screen(hub)).toMatchObject({ sound: 'muted', picture: painted, heardAt: at, clockAheadMs: 0 });
    expect(await screen(hub)).toMatchObject({ area: { zh: expect.any(String) } });
  });

  test('a device whose credential is withdrawn is nobody, at once, and can be enrolled anew', async () => {
    const { hub } = await open();
    for (const [deviceKind, id] of [
      ['terminal', 'K01'],
      ['screen', 'S-card'],
      ['desk', 'D-card-3'],
    ] as const) {
      const enrolled = await hub.fleet.enrol(await hub.fleet.issueCode(deviceKind, id));
      const credential = enrolled.ok ? enrolled.credential : '';
      await hub.fleet.withdraw(deviceKind, id);
      expect([id, await hub.fleet.identify(credential)]).toEqual([id, undefined]);
      const again = await hub.fleet.enrol(await hub.fleet.issueCode(deviceKind, id));
      expect(await hub.fleet.identify(again.ok ? again.credential : '')).toEqual({ kind: deviceKind, deviceId: id });
    }
    expect(await eventsOf(hub, 'device.withdrawn')).toHaveLength(3);
  });
});

describe.each(testDatabases)('a self-test on %s', (kind) => {
  const start = async () => {
    const opened = await openTestHub(await testPlace(kind));
    const { hub } = opened;
    const { runId } = await hub.fleet.selfTests.start('9001', { key: newKey(), terminals: ['K01', 'K77'] });
    const report = (part: SelfTestReport['part'], fault: SelfTestReport['fault'] = null): Promise<void> =>
      hub.fleet.selfTests.report('K01', { runId, part, fault });
    return { ...opened, runId, report };
  };
  const screens = demoSite().screens.map(({ id }) => id);

  test('is told to the terminal and to the screens of its areas, once however often it is asked', async () => {
    const { hub, runId } = await start();
    const key = newKey();
    const [one, other] = [
      await hub.fleet.selfTests.start('9001', { key }),
      await hub.fleet.selfTests.start('9001', { key }),
    ];
    expect(one).toEqual(other);
    expect(one.started).toEqual(hub.site.terminals.map(({ id }) => id));
    const told = await eventsOf(hub, 'terminal.told');
    expect(told[0]?.body).toMatchObject({
      terminalId: 'K01',
      notice: { type: 'self-test.start', body: { runId, until: '2026-11-23T01:17:00.000Z' } },
    });
    expect(told).toHaveLength(1 + hub.site.terminals.length);
    const areas = (await eventsOf(hub, 'screen.test')).map(({ areaId }) => areaId);
    expect(new Set(areas)).toEqual(
      new Set(hub.site.screens.flatMap((screen) => areasOfScreen(hub.site, screen).map(({ id }) => id))),
    );
  });

  test('is green when everything was said in time', async () => {
    const { hub, report, runId } = await start();
    expect(await partsOf(hub)).toMatchObject({ card: { state: 'waiting' }, call: { state: 'waiting' } });
    for (const part of ['card', 'print', 'speak'] as const) await report(part);
    for (const id of screens) await hub.fleet.selfTests.shown(id, runId);
    const passed = { state: 'passed', at: expect.any(String) };
    expect(await partsOf(hub)).toEqual({ card: passed, print: passed, speak: passed, call: passed });
  });

  test('is red with what to do: the paper, a screen that is away, and what was never said', async () => {
    const { hub, clock, report } = await start();
    await report('print', 'paper-out');
    await report('print');
    clock.advance(15_000);
    expect(await partsOf(hub)).toMatchObject({
      card: { state: 'waiting' },
      print: { state: 'failed', fault: 'paper-out' },
      call: { state: 'failed', fault: 'screen-away', of: screens },
    });
    clock.advance(105_000);
    expect(await partsOf(hub)).toMatchObject({
      card: { state: 'failed', fault: 'no-answer' },
      speak: { state: 'failed', fault: 'no-answer' },
    });
  });

  test('of another terminal, or of no run at all, changes nothing; the newest one counts', async () => {
    const { hub, runId, report } = await start();
    await hub.fleet.selfTests.report('K02', { runId, part: 'card', fault: null });
    await hub.fleet.selfTests.report('K01', { runId: 'made-up', part: 'card', fault: null });
    await hub.fleet.selfTests.shown('S-card', 'made-up');
    expect(await partsOf(hub)).toMatchObject({ card: { state: 'waiting' } });
    await report('card');
    const { runId: newer } = await hub.fleet.selfTests.start('9001', { key: newKey(), terminals: ['K01'] });
    expect((await terminal(hub))?.selfTest).toMatchObject({ runId: newer, parts: { card: { state: 'waiting' } } });
  });
});
