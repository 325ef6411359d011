import { EscposSimulator } from '@lobby/agent/printers/escpos/simulator/index.ts';
import { ReaderSimulator } from '@lobby/agent/readers/sdt/simulator/simulator.ts';
import {
  agendaReply,
  agentEvent,
  checkInReply,
  choosePatientReply,
  printTicketReply,
  type AgentEvent,
} from '@lobby/hub/contract';
import type { z } from 'zod';
import { startProcess, type Running } from '../../tools/processes.js';
import { openPage, type Page } from './page.ts';
import type { CampaignTerminal, Person } from './patient.ts';

export interface AgentTerminal extends CampaignTerminal {
  stop(): Promise<void>;
}

/** How fast a common 80 mm printer is. */
const mmPerSecond = 150;

/**
 * A terminal with all that belongs to it: an agent in a process of its own, a simulated reader and printer on the true
 * protocols, and the page's flow at the agent's front door.
 */
export async function startAgentTerminal(options: {
  readonly id: string;
  readonly hub: string;
  readonly site: string;
  readonly data: string;
  readonly enrolmentCode: string;
  readonly speed: number;
}): Promise<AgentTerminal> {
  const reader = await ReaderSimulator.start();
  const printer = new EscposSimulator({ mmPerSecond: mmPerSecond * options.speed });
  const printerAddress = `tcp://127.0.0.1:${await printer.listen(0)}`;
  const agent = startProcess({
    name: `agent-${options.id}`,
    entry: 'agent/start.js',
    args: ['--terminal', options.id, '--port', '0', '--reader', reader.address, '--printer', printerAddress],
    env: {
      LOBBY_HUB: options.hub,
      LOBBY_SITE: options.site,
      LOBBY_DATA: options.data,
      LOBBY_ENROLMENT_CODE: options.enrolmentCode,
    },
    logs: `${options.data}/logs`,
  });
  const address = await addressOf(agent);
  const page = openPage(requestsTo(address), options.speed);
  const leaving = new AbortController();
  await listen({ address, page, signal: leaving.signal });
  return {
    page,
    layDown: async (person) => reader.layDown(cardOf(person)),
    lift: async () => reader.lift(),
    async stop() {
      leaving.abort();
      page.stop();
      await agent.stop();
      await Promise.all([reader.close(), printer.close()]);
    },
  };
}

async function addressOf(agent: Running): Promise<string> {
  const [, address = ''] = await agent.line(/agent \S+ ready (http:\/\/\S+)/, 30_000);
  return address.replace(/\/$/, '');
}

function requestsTo(address: string): Parameters<typeof openPage>[0] {
  const ask = async <T>(path: string, shape: z.ZodType<T>, body?: object): Promise<T> => {
    const reply = await fetch(`${address}${path}`, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { origin: address, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    });
    return shape.parse(await reply.json());
  };
  return {
    loadAgenda: ({ visitId }) => ask(`/api/visits/${visitId}/agenda`, agendaReply),
    choosePatient: ({ visitId, ...choice }) => ask(`/api/visits/${visitId}/patient`, choosePatientReply, choice),
    checkIn: ({ visitId, ...wish }) => ask(`/api/visits/${visitId}/check-in`, checkInReply, wish),
    print: (wish) => ask('/agent/print', printTicketReply, wish),
    endVisit: (end) => {
      fetch(`${address}/agent/visit/end`, {
        method: 'POST',
        headers: { origin: address, 'content-type': 'application/json' },
        body: JSON.stringify(end),
      }).catch(() => undefined);
    },
  };
}

/** Follows the agent's events. Resolves with the first one, the hello. */
async function listen(to: {
  readonly address: string;
  readonly page: Page;
  readonly signal: AbortSignal;
}): Promise<void> {
  const headers = { origin: to.address, accept: 'text/event-stream' };
  const stream = await fetch(`${to.address}/agent/events`, { headers, signal: to.signal });
  await new Promise<void>((resolve) => {
    void follow(stream, (event) => {
      to.page.hear(event);
      resolve();
    });
  });
  await to.page.sees(['welcome'], 30_000);
}

async function follow(stream: Response, hear: (event: AgentEvent) => void): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of stream.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages)
        if (message.startsWith('data: ')) hear(agentEvent.parse(JSON.parse(message.slice(6))));
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  }
}

function cardOf(person: Person): Parameters<ReaderSimulator['layDown']>[0] {
  return {
    kind: 'resident-id',
    name: person.name,
    sex: person.sex,
    nation: '汉',
    birthDate: person.birthDate,
    idNumber: person.idNumber,
    address: '浙江省绍兴市越城区仓桥直街12号',
    issuer: '绍兴市公安局越城分局',
    validFrom: '2019-05-20',
    validTo: null,
  };
}
