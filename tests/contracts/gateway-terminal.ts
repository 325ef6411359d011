import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGateway, type Gateway } from '@lobby/agent/gateway/gateway.ts';
import type { GatewayTiming } from '@lobby/agent/gateway/timing.ts';
import type { CardReader } from '@lobby/agent/readers/card-reader.ts';
import { openSdtReader } from '@lobby/agent/readers/sdt/open-sdt-reader.ts';
import type { SimulatedCard } from '@lobby/agent/readers/sdt/simulator/card-image.ts';
import { ReaderSimulator } from '@lobby/agent/readers/sdt/simulator/simulator.ts';
import { openByteStream } from '@lobby/agent/transport/open.ts';
import { agentEvent, type AgentEvent } from '@lobby/hub/contract';
import type { StandInHub } from './gateway-stand-in-hub.ts';

export const ZHANG: SimulatedCard & { readonly kind: 'resident-id' } = {
  kind: 'resident-id',
  name: '张建明',
  sex: 'male',
  nation: '汉',
  birthDate: '1954-03-18',
  idNumber: '330602195403182174',
  address: '浙江省绍兴市越城区仓桥直街12号',
  issuer: '绍兴市公安局越城分局',
  validFrom: '2009-05-20',
  validTo: null,
};

export const TEST_CARD: SimulatedCard & { readonly kind: 'resident-id' } = {
  ...ZHANG,
  name: '测试卡',
  birthDate: '1900-01-01',
  idNumber: '110101190001010014',
};

/** Short delays, so that a test waits for what happens and not for a clock. */
const timing: Partial<GatewayTiming> = { probePauses: [50], pageGone: 150, connect: 500 };

/** A terminal with a simulated reader on the true protocol, and its front door. */
export interface TestTerminal {
  readonly gateway: Gateway;
  readonly reader: ReaderSimulator;
  readonly dataFolder: string;
  /** Lines of the agent's log. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

export interface TestTerminalOptions {
  readonly hub: Pick<StandInHub, 'url'>;
  readonly dataFolder?: string;
  /** The code that the stand-in hub takes, unless given. */
  readonly enrolmentCode?: string;
  readonly timing?: Partial<GatewayTiming>;
  readonly printing?: Partial<Pick<Parameters<typeof startGateway>[0], 'printer' | 'prints'>>;
  readonly codes?: Partial<Pick<Parameters<typeof startGateway>[0], 'scanners' | 'codes' | 'reader'>>;
}

export async function startTerminal(options: TestTerminalOptions): Promise<TestTerminal> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'lobby-terminal-'));
  const simulator = await ReaderSimulator.start();
  const reader: CardReader = openSdtReader({ stream: openByteStream(simulator.address), pollMilliseconds: 300 });
  const log: string[] = [];
  const gateway = await startGateway({
    terminalId: 'K01',
    port: 0,
    hub: options.hub.url,
    dataFolder,
    place: {
      hospital: { zh: '绍城医院', en: 'Shaocheng Hospital' },
      terminal: { id: 'K01', zh: '一楼大厅 1 号机', en: 'Lobby terminal 1' },
      panel: { widthMm: 268, heightMm: 476, pixelsPerMm: 4.03 },
      timeZone: 'Asia/Shanghai',
    },
    testCards: [TEST_CARD.idNumber],
    version: 'test',
    reader,
    printer: undefined,
    prints: undefined,
    ...options.printing,
    ...options.codes,
    enrolmentCode: options.enrolmentCode === 'none' ? undefined : (options.enrolmentCode ?? 'CODE-OF-K01'),
    now: () => Date.now(),
    newKey: randomUUID,
    log: (what, details) => void log.push(`${what} ${JSON.stringify(details ?? {})}`),
    timing: { ...timing, ...options.timing },
  });
  return {
    gateway,
    reader: simulator,
    dataFolder,
    log,
    async close() {
      await gateway.close();
      await reader.close();
      await simulator.close();
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The terminal's page, as far as the agent knows it. */
export interface TestPage {
  readonly events: readonly AgentEvent[];
  /** The first event of this type among those that nobody waited for yet; waits until it comes. */
  next<T extends AgentEvent['type']>(type: T): Promise<Extract<AgentEvent, { type: T }>>;
  post(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
  get(path: string): Promise<Response>;
  leave(): void;
}

/** Opens the page of a terminal: connects to its events and has had its hello. */
export async function openPage(address: string): Promise<TestPage> {
  const leaving = new AbortController();
  const headers = { origin: address, accept: 'text/event-stream' };
  const stream = await fetch(`${address}/agent/events`, { headers, signal: leaving.signal });
  const events: AgentEvent[] = [];
  const unseen: AgentEvent[] = [];
  let wake: () => void = () => undefined;
  void readEvents(stream, (event) => {
    events.push(event);
    unseen.push(event);
    wake();
  });

  const next: TestPage['next'] = async (type) => {
    for (;;) {
      const index = unseen.findIndex((event) => event.type === type);
      const [found] = index < 0 ? [] : unseen.splice(0, index + 1).slice(-1);
      if (isOf(found, type)) return found;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  await next('hello');
  return {
    events,
    next,
    async post(path, body) {
      const reply = await fetch(`${address}${path}`, {
        method: 'POST',
        headers: { origin: address, 'content-type': 'application/json', cookie: 'lobby_desk=stolen' },
        body: JSON.stringify(body),
      });
      return { status: reply.status, body: await reply.json() };
    },
    get: (path) => fetch(`${address}${path}`, { redirect: 'manual', headers: { 'sec-fetch-site': 'same-origin' } }),
    leave: () => leaving.abort(),
  };
}

function isOf<T extends AgentEvent['type']>(
  event: AgentEvent | undefined,
  type: T,
): event is Extract<AgentEvent, { type: T }> {
  return event?.type === type;
}

async function readEvents(stream: Response, take: (event: AgentEvent) => void): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of stream.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages)
        if (message.startsWith('data: ')) take(agentEvent.parse(JSON.parse(message.slice(6))));
    }
  } catch {
    // The page left.
  }
}

/** Waits until something holds; the test's own timeout says when it never does. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}
