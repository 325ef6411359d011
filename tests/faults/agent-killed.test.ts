import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { chipOf, readDemoCards } from '@lobby/agent/bench/demo-cards.ts';
import { EscposSimulator } from '@lobby/agent/printers/escpos/simulator/index.ts';
import { ReaderSimulator } from '@lobby/agent/readers/sdt/simulator/simulator.ts';
import type { ScreenView } from '@lobby/kiosk/src/flows/screen-view.ts';
import { visitWording } from '@lobby/kiosk/src/flows/visit/wording.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startProcess, type Running } from '../../tools/processes.js';
import { HttpHub } from '../contracts/http-hub.ts';
import { until } from '../contracts/gateway-terminal.ts';
import { eventSourceOf, openTerminalPage, type TerminalPage } from '../support/terminal-page.ts';

/*
 * A real agent in a process of its own is killed while the page, which is its own flow over HTTP, is at each of its screens.
 */
let hub: HttpHub;
let reader: ReaderSimulator;
let printer: EscposSimulator;
let folder: string;
let agent: Running;
let address: string;
let page: TerminalPage;
/** Requests whose path ends like this wait, before they leave or before their answer is heard, until the agent is dead. */
let held: { readonly path: string; readonly when: 'before' | 'after' } | undefined;
let release: () => void = () => undefined;
let reached: () => void = () => undefined;

const cards = readDemoCards('config/sites/demo');

beforeAll(async () => {
  hub = await HttpHub.start();
  reader = await ReaderSimulator.start();
  // Slow enough that a slip takes its second.
  printer = new EscposSimulator({ mmPerSecond: 150 });
  await printer.listen();
  folder = mkdtempSync(join(tmpdir(), 'lobby-agent-killed-'));
  await startAgent({ port: '0', code: await hub.code('terminal', 'K01') });
  leadToAgent();
  page = openTerminalPage();
  await page.sees('welcome');
}, 90_000);

afterAll(async () => {
  page.stop();
  vi.unstubAllGlobals();
  await agent.stop();
  await Promise.all([reader.close(), printer.close(), hub.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

async function startAgent({ port, code }: { readonly port: string; readonly code?: string }): Promise<void> {
  agent = startProcess({
    name: 'agent-K01',
    entry: 'agent/start.js',
    args: [
      ...['--terminal', 'K01', '--port', port],
      ...['--reader', reader.address, '--printer', `tcp://127.0.0.1:${printer.port}`],
    ],
    env: {
      LOBBY_HUB: hub.url,
      LOBBY_SITE: 'config/sites/demo',
      LOBBY_DATA: folder,
      ...(code !== undefined && { LOBBY_ENROLMENT_CODE: code }),
    },
    logs: join(folder, 'logs'),
  });
  const [, ready = ''] = await agent.line(/agent \S+ ready (http:\/\/\S+)/, 30_000);
  address = ready.replace(/\/$/, '');
}

/** What a browser does for a page: relative addresses, and the name of the page's origin. */
function leadToAgent(): void {
  const fetchAnywhere = globalThis.fetch;
  vi.stubGlobal('EventSource', eventSourceOf(address));
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (!path.startsWith('/')) return fetchAnywhere(path, init);
    const own = { origin: address, 'sec-fetch-site': 'same-origin', ...(init.headers as Record<string, string>) };
    const ask = (): Promise<Response> => fetchAnywhere(`${address}${path}`, { ...init, headers: own });
    if (held === undefined || !path.endsWith(held.path)) return ask();
    const answer = held.when === 'after' ? await ask() : undefined;
    reached();
    await new Promise<void>((resolve) => (release = resolve));
    return answer ?? ask();
  });
}

/** Holds the next such request. Resolves when it is held. */
function hold(path: string, when: 'before' | 'after'): Promise<void> {
  held = { path, when };
  return new Promise((resolve) => (reached = resolve));
}

function layDown(card: string): void {
  const found = cards.find(({ id }) => id === card);
  const chip = found === undefined ? undefined : chipOf(found);
  if (chip === undefined) throw new Error(`there is no card ${card} with a chip`);
  reader.layDown(chip);
}

async function layDownFor(card: string, screen: ScreenView['screen']): Promise<void> {
  layDown(card);
  await page.sees(screen);
}

function rows(sql: string, ...values: string[]): number {
  const database = new DatabaseSync(join(hub.data, 'hub.sqlite'), { readOnly: true });
  try {
    return Number(database.prepare(sql).get(...values)?.['n']);
  } finally {
    database.close();
  }
}
const ticketsOf = (card: string): number =>
  rows('SELECT count(*) AS n FROM ticket WHERE patient_id = ?', `demo-${card}`);
const openVisits = (): number => rows('SELECT count(*) AS n FROM visit WHERE ended_at IS NULL');

interface Moment {
  readonly at: string;
  readonly card?: string;
  readonly arrive: () => Promise<unknown>;
  /** Tickets of that card's patient afterwards. */
  readonly tickets: 0 | 1;
}

const checkInWith = async (card: string): Promise<void> => {
  await layDownFor(card, 'next-step');
  page.send({ type: 'patient.startedStep' });
};
const typeNumber = async (): Promise<void> => {
  page.send({ type: 'patient.choseWay', way: 'number' });
  await page.sees('typing');
};
const typeWholeNumber = async (): Promise<void> => {
  await typeNumber();
  page.send({ type: 'patient.typed', text: '330602195403182174' });
};

const moments: readonly Moment[] = [
  { at: 'welcome', arrive: async () => undefined, tickets: 0 },
  { at: 'a card is being read', card: 'shan-lei', arrive: () => layDownFor('shan-lei', 'identifying'), tickets: 0 },
  { at: 'a number is being typed', arrive: typeNumber, tickets: 0 },
  { at: 'the second factor is being typed', arrive: typeWholeNumber, tickets: 0 },
  {
    at: 'a member of staff is waited for',
    arrive: async () => {
      await typeWholeNumber();
      page.send({ type: 'patient.askedFor', what: 'staff' });
      await page.sees('staff-approval');
    },
    tickets: 0,
  },
  {
    at: 'it is asked whose visit it is',
    card: 'gu-wenjing',
    arrive: () => layDownFor('gu-wenjing', 'choose-patient'),
    tickets: 0,
  },
  {
    at: 'the day is being looked up',
    card: 'li-yu',
    arrive: async () => {
      const looking = hold('/agenda', 'before');
      layDown('li-yu');
      await looking;
      expect(page.screen).toBe('looking-up');
    },
    tickets: 0,
  },
  { at: 'the next step', card: 'li-yu', arrive: () => layDownFor('li-yu', 'next-step'), tickets: 0 },
  {
    at: 'the other steps',
    card: 'wang-xiuying',
    arrive: async () => {
      await layDownFor('wang-xiuying', 'next-step');
      page.send({ type: 'patient.askedForOtherSteps' });
      expect(page.screen).toBe('other-steps');
    },
    tickets: 0,
  },
  {
    at: 'a check-in that has not left',
    card: 'zhou-nan',
    arrive: async () => {
      const asking = hold('/check-in', 'before');
      await checkInWith('zhou-nan');
      await asking;
      expect(page.screen).toBe('checking-in');
    },
    tickets: 0,
  },
  {
    at: 'a check-in that is done, its answer unheard',
    card: 'ouyang-jing',
    arrive: async () => {
      const asking = hold('/check-in', 'after');
      await checkInWith('ouyang-jing');
      await asking;
      expect(page.screen).toBe('checking-in');
    },
    tickets: 1,
  },
  {
    at: 'the ticket is being printed',
    card: 'zhang-jianming',
    arrive: async () => {
      await checkInWith('zhang-jianming');
      await page.sees('printing');
      await until(() => printer.state.printing);
    },
    tickets: 1,
  },
  {
    at: 'the ticket is printed',
    card: 'ma-ming',
    arrive: async () => {
      await checkInWith('ma-ming');
      await page.sees('ticket-printed');
    },
    tickets: 1,
  },
  {
    at: 'the card was left behind',
    card: 'shan-lei',
    arrive: async () => {
      await layDownFor('shan-lei', 'next-step');
      page.send({ type: 'patient.wentHome' });
      expect(page.screen).toBe('card-left');
    },
    tickets: 0,
  },
];

test.each(moments)(
  'an agent killed at "$at": out of service, then welcome; no visit stays open, nothing comes twice',
  { timeout: 30_000 },
  async ({ card, arrive, tickets }) => {
    await arrive();
    const slips = printer.slips.length;
    agent.kill();
    const seen = await page.sees('out-of-service');
    expect(page.view).toEqual({ screen: 'out-of-service', why: 'agent' });
    // Nothing of the patient comes back between the break and that screen.
    expect(['starting', 'visit-refused', 'out-of-service']).toEqual(expect.arrayContaining(seen.slice(1)));
    held = undefined;
    release();
    reader.lift();
    await startAgent({ port: new URL(address).port });
    await page.sees('welcome');
    await until(() => openVisits() === 0);
    if (card !== undefined) expect(ticketsOf(card)).toBe(tickets);
    await until(() => !printer.state.printing);
    // The slip that was on its way may come whole or not at all; it is not printed again by itself.
    expect(printer.slips.length - slips).toBeLessThanOrEqual(card === 'zhang-jianming' ? 1 : 0);
  },
);

test(
  'whoever had a ticket when the agent died finds it with the same card, and still has one',
  { timeout: 30_000 },
  async () => {
    for (const card of ['ouyang-jing', 'zhang-jianming', 'ma-ming']) {
      await layDownFor(card, 'already-checked-in');
      page.send({ type: 'patient.wentHome' });
      reader.lift();
      await page.sees('welcome');
      expect(ticketsOf(card)).toBe(1);
    }
  },
);

test('out of service says so in both languages', () => {
  expect(visitWording.zh.outOfService.agent).toEqual({ title: expect.any(String), sentence: expect.any(String) });
  expect(Object.keys(visitWording.en.outOfService.agent)).toEqual(['title', 'sentence']);
});
