import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { gatewayTiming, type GatewayTiming } from '@lobby/agent/gateway/timing.ts';
import { openEscposPrinter } from '@lobby/agent/printers/escpos/escpos-printer.ts';
import { EscposSimulator } from '@lobby/agent/printers/escpos/simulator/index.ts';
import type { SimulatedCard } from '@lobby/agent/readers/sdt/simulator/card-image.ts';
import { openSpool } from '@lobby/agent/spool/index.ts';
import { openByteStream } from '@lobby/agent/transport/open.ts';
import { chipOf, readDemoCards } from '@lobby/agent/bench/demo-cards.ts';
import { agendaReply, checkInReply, type TicketView } from '@lobby/hub/contract';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openPage, startTerminal, until, type TestPage, type TestTerminal } from '../contracts/gateway-terminal.ts';
import { HttpHub, newKey } from '../contracts/http-hub.ts';
import { NetworkCable } from '../support/network-cable.ts';

/*
 * A cable that is out for 2 s, 20 s and 2 min, sixty times faster: every delay of the agent and the cut itself are
 * divided by sixty, so that each stands to the others as it does at a hospital. The hub runs at its own pace.
 */
const faster = 60;
const scaled = Object.fromEntries(
  Object.entries(gatewayTiming).map(([name, delay]) => [name, scale(delay)]),
) as unknown as GatewayTiming;

function scale(delay: number | readonly number[]): number | readonly number[] {
  return typeof delay === 'number' ? delay / faster : delay.map((one) => one / faster);
}

let hub: HttpHub;
let cable: NetworkCable;
let terminal: TestTerminal;
let page: TestPage;
let printer: EscposSimulator;

beforeAll(async () => {
  hub = await HttpHub.start();
  cable = await NetworkCable.to(new URL(hub.url));
  const folder = mkdtempSync(join(tmpdir(), 'lobby-cut-'));
  printer = new EscposSimulator();
  await printer.listen();
  const stream = openByteStream(`tcp://127.0.0.1:${printer.port}`);
  const driver = openEscposPrinter({ stream, columns: 48 });
  const prints = openSpool({ file: join(folder, 'spool.sqlite'), printer: driver, clock: Date });
  terminal = await startTerminal({
    hub: cable,
    enrolmentCode: await hub.code('terminal', 'K01'),
    printing: { printer: driver, prints },
    // A visit's page is there all the time: how soon a dead one is noticed has no part in this.
    timing: { ...scaled, pageGone: gatewayTiming.pageGone },
  });
  page = await openPage(terminal.gateway.address);
  await until(() => isHere());
  return async () => {
    page.leave();
    await terminal.close();
    await prints.close();
    await driver.close();
    rmSync(folder, { recursive: true, force: true });
  };
});
afterAll(async () => {
  await cable.close();
  await printer.close();
  await hub.stop();
});

/** By the newest word of the agent. */
function isHere(): boolean {
  const word = page.events.findLast(({ type }) => type === 'hub.here' || type === 'hub.away' || type === 'hello');
  return word?.type === 'hub.here' || (word?.type === 'hello' && word.hub === 'here');
}

const cards = readDemoCards('config/sites/demo');

function cardOf(id: string): SimulatedCard {
  const card = cards.find((one) => one.id === id);
  const chip = card === undefined ? undefined : chipOf(card);
  if (chip === undefined) throw new Error(`there is no card ${id} with a chip`);
  return chip;
}

/** As a patient does who is told that the hub does not answer: again, until it does. */
async function again<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(20);
  }
}

/** Lays the card down until a visit opens, as whoever lifts it and lays it down again. */
async function openVisit(card: string): Promise<string> {
  return again(async () => {
    const known = page.events.length;
    terminal.reader.layDown(cardOf(card));
    await until(() => page.events.slice(known).some(({ type }) => type === 'visit.opened' || type === 'visit.refused'));
    const opened = page.events.findLast((event) => event.type === 'visit.opened' || event.type === 'visit.refused');
    await takeCard();
    return opened?.type === 'visit.opened' ? opened.visitId : undefined;
  });
}

async function takeCard(): Promise<void> {
  const known = page.events.length;
  terminal.reader.lift();
  await until(() => page.events.slice(known).some(({ type }) => type === 'card.removed'));
}

/** The next step of a visit; `ended`: a card that was laid down before reached the hub after it. */
async function nextStep(visitId: string): Promise<string> {
  return again(async () => {
    const reply = agendaReply.parse(await (await page.get(`/api/visits/${visitId}/agenda`)).json());
    if (reply.ok) return reply.agenda.next?.stepId;
    return reply.reason === 'visit-ended' ? 'ended' : undefined;
  });
}

/** Comes with a card, and once more where the terminal has gone back to welcome, until the next step is on the screen. */
async function begin(card: string): Promise<{ readonly visitId: string; readonly stepId: string }> {
  return again(async () => {
    const visitId = await openVisit(card);
    const stepId = await nextStep(visitId);
    return stepId === 'ended' ? undefined : { visitId, stepId };
  });
}

/** Asks with one key until it is settled; while it is not, the reason is one that a screen has a sentence for. */
async function checkIn(visitId: string, stepId: string): Promise<TicketView> {
  const body = { key: newKey(), stepId };
  return again(async () => {
    const reply = checkInReply.parse((await page.post(`/api/visits/${visitId}/check-in`, body)).body);
    if (!reply.ok) expect(['hospital-unavailable', 'outcome-unknown']).toContain(reply.reason);
    return reply.ok ? reply.ticket : undefined;
  });
}

async function print(visitId: string, ticketId: string): Promise<void> {
  await again(async () => {
    const wish = { key: newKey(), visitId, ticketId, language: 'zh' };
    const { body } = await page.post('/agent/print', wish);
    if (body['ok'] !== true) expect(body['reason']).toBe('hub-away');
    return body['ok'] === true ? true : undefined;
  });
}

function ticketsOf(card: string): unknown[] {
  const database = new DatabaseSync(join(hub.data, 'hub.sqlite'), { readOnly: true });
  onTestFinished(() => database.close());
  return database.prepare('SELECT label FROM ticket WHERE patient_id = ?').all(`demo-${card}`);
}

const patients = {
  '2 s': ['zhang-jianming', 'wang-xiuying', 'ouyang-jing'],
  '20 s': ['li-yu', 'zhou-nan', 'shan-lei'],
  '2 min': ['ma-ming', 'chen-jiaxin', 'zhao-lihua'],
} as const;

const moments = ['before', 'during', 'after'] as const;
const cuts = (['2 s', '20 s', '2 min'] as const).flatMap((howLong) =>
  moments.map((when, index) => ({ howLong, when, card: patients[howLong][index] ?? '' })),
);
const milliseconds = { '2 s': 2_000, '20 s': 20_000, '2 min': 120_000 };

test.each(cuts)(
  'a cable out for $howLong $when the check-in: one ticket, one slip',
  async ({ howLong, when, card }) => {
    const slips = printer.slips.length;
    const heard = page.events.length;
    let back: Promise<void> = Promise.resolve();
    const cut = (): void => {
      cable.pull();
      back = pause(milliseconds[howLong] / faster).then(() => cable.plugIn());
    };
    if (when === 'before') cut();
    const { visitId, stepId } = await begin(card);
    if (when === 'during') cut();
    const ticket = await checkIn(visitId, stepId);
    if (when === 'after') cut();
    await print(visitId, ticket.ticketId);
    await back;
    await until(() => printer.slips.length > slips);
    await until(isHere);
    expect(ticketsOf(card)).toEqual([{ label: ticket.label }]);
    expect(printer.slips.slice(slips).map((slip) => slip.text.includes(ticket.label))).toEqual([true]);
    if (howLong === '2 min') expect(page.events.slice(heard).map(({ type }) => type)).toContain('hub.away');
    await page.post('/agent/visit/end', { visitId, why: 'finished' });
  },
);
