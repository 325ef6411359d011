import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAgent } from '@lobby/agent/run-agent.ts';
import { readConfiguration } from '@lobby/agent/configuration.ts';
import { EscposSimulator } from '@lobby/agent/printers/escpos/simulator/index.ts';
import { ReaderSimulator } from '@lobby/agent/readers/sdt/simulator/simulator.ts';
import { agendaReply, checkInReply } from '@lobby/hub/contract';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { HttpHub, newKey } from '../contracts/http-hub.ts';
import { openPage, ZHANG } from '../contracts/gateway-terminal.ts';

const minute = 60_000;
let hub: HttpHub;

beforeAll(async () => {
  hub = await HttpHub.start();
});
afterAll(() => hub.stop());

/** A whole agent, with all its devices, whose clock is so many milliseconds off. */
async function startAgent(offset: number) {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-clock-'));
  const [reader, printer] = [await ReaderSimulator.start(), new EscposSimulator()];
  await printer.listen();
  const args = ['--port', '0', '--reader', reader.address, '--printer', `tcp://127.0.0.1:${printer.port}`];
  const LOBBY_ENROLMENT_CODE = await hub.code('terminal', 'K01');
  const read = readConfiguration(args, { LOBBY_HUB: hub.url, LOBBY_DATA: folder, LOBBY_ENROLMENT_CODE });
  if (!read.ok) throw new Error(read.sentence);
  const agent = await runAgent(read.configuration, { now: () => Date.now() + offset, newKey: randomUUID });
  onTestFinished(async () => {
    await agent.close();
    await Promise.all([reader.close(), printer.close()]);
    rmSync(folder, { recursive: true, force: true });
  });
  return { agent, reader, printer };
}

test.each([
  ['ahead', 10 * minute],
  ['behind', -10 * minute],
])('a terminal ten minutes %s checks in and prints by the hub’s time', async (_, offset) => {
  const { agent, reader, printer } = await startAgent(offset);
  const page = await openPage(agent.address);
  await page.next('hub.here');
  reader.layDown(ZHANG);
  const { visitId } = await page.next('visit.opened');
  const agenda = agendaReply.parse(await (await page.get(`/api/visits/${visitId}/agenda`)).json());
  const step = agenda.ok ? agenda.agenda.next : null;
  const asked = Date.now();
  const body = { key: newKey(), stepId: step?.stepId };
  const reply = checkInReply.parse((await page.post(`/api/visits/${visitId}/check-in`, body)).body);
  if (!reply.ok) throw new Error(`no ticket: ${reply.reason}`);
  const wish = { key: newKey(), visitId, ticketId: reply.ticket.ticketId, language: 'zh' };
  expect((await page.post('/agent/print', wish)).status).toBe(200);
  for (let state = ''; state !== 'printed';) ({ state } = await page.next('print.changed'));
  page.leave();

  const at = Date.parse(reply.ticket.checkedInAt);
  // Whoever was checked in a moment before has the ticket already.
  expect(at).toBeGreaterThan(asked - minute);
  expect(at).toBeLessThan(Date.now() + 1_000);
  const text = printer.slips.map((slip) => slip.text).join('\n');
  expect(text).toContain(timeInShaocheng(at));
  expect(text).toContain(timeInShaocheng(Date.parse(step?.slotStart ?? '')));
});

function timeInShaocheng(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'short' }).format(at);
}
