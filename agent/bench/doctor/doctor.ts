import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSite, type TerminalConfig } from '@lobby/config';
import { readAddress } from '../../transport/address.ts';
import type { ScannerPlace } from '../../gateway/device-watch.ts';
import { askAgent } from '../ask-agent.ts';
import { UsageError } from '../usage-error.ts';
import { askLine } from './ask-line.ts';
import { settingsFor } from './device-settings.ts';
import { examine } from './examine.ts';
import type { Finding } from './finding.ts';
import { listLines } from './list-lines.ts';
import { sentenceOf, toDoOf } from './sentences.ts';

interface DoctorOrder {
  readonly site: string;
  readonly terminalId: string;
  readonly terminal: TerminalConfig | undefined;
  readonly agentPort: number;
  readonly probes: readonly string[];
  readonly named: Readonly<Partial<Record<ScannerPlace, string>>>;
  readonly write: string | undefined;
  readonly json: boolean;
}

/**
 * `doctor`: finds what is plugged in, tries each device, says in sentences what is wrong and what to do, and writes the
 * settings of the terminal's devices. 0: all is well; 1: something is wrong; 2: what was typed cannot be done.
 */
export async function doctorCommand(args: readonly string[], list = listLines): Promise<number> {
  const order = readOrder(args);
  const told = await askAgent({ port: order.agentPort, terminalId: order.terminalId });
  const { terminal, probes, named } = order;
  const findings = await examine({ terminal, told, probes, named, found: await list(), ask: askLine });
  if (order.write !== undefined) writeSettings(order, findings, order.write);
  report(order, findings, told !== undefined);
  return findings.some(({ state }) => state === 'wrong') ? 1 : 0;
}

function readOrder(args: readonly string[]): DoctorOrder {
  const { values } = parseArgs({
    args: [...args],
    options: {
      terminal: { type: 'string', default: 'K01' },
      site: { type: 'string', default: process.env['LOBBY_SITE'] ?? join('config', 'sites', 'demo') },
      'agent-port': { type: 'string', default: '3001' },
      probe: { type: 'string', multiple: true, default: [] },
      scanner: { type: 'string' },
      stripe: { type: 'string' },
      documents: { type: 'string' },
      write: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const port = Number(values['agent-port']);
  if (!/^\d+$/.test(values['agent-port']) || port < 1 || port > 65_535)
    throw new UsageError('--agent-port is a number from 1 to 65535.');
  if (!/^[A-Za-z0-9-]{1,32}$/.test(values.terminal)) throw new UsageError('--terminal is an id such as K01.');
  const { scanner, stripe, documents } = values;
  const named = { ...(scanner && { scanner }), ...(stripe && { stripe }), ...(documents && { documents }) };
  for (const address of values.probe) checkAddress('probe', address);
  for (const [option, address] of Object.entries(named)) checkAddress(option, address);
  return {
    site: values.site,
    terminalId: values.terminal,
    terminal: terminalOfSite(values.site, values.terminal),
    agentPort: port,
    probes: values.probe,
    named,
    write: values.write,
    json: values.json,
  };
}

function checkAddress(option: string, address: string): void {
  const reading = readAddress(address);
  if (!reading.ok) throw new UsageError(`--${option} ${reading.why}.`);
}

/** A site that is not right is said before anything is opened; a terminal that it does not have yet is a new one. */
function terminalOfSite(site: string, id: string): TerminalConfig | undefined {
  try {
    return loadSite(site).terminals.find((terminal) => terminal.id === id);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function writeSettings({ site, terminalId }: DoctorOrder, findings: readonly Finding[], file: string): void {
  try {
    writeFileSync(file, settingsFor({ site, terminalId, findings }));
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new UsageError(`--write ${file}: it cannot be written (${why}).`);
  }
}

function verdictOf(findings: readonly Finding[], wrong: number): string {
  if (wrong > 0) return `${wrong} ${wrong === 1 ? 'thing needs' : 'things need'} a hand.`;
  const found = findings.some(({ device }) => device !== 'line' && device !== 'machine');
  return found ? 'All is well.' : 'No device was found.';
}

function report(order: DoctorOrder, findings: readonly Finding[], byAgent: boolean): void {
  const { terminalId: terminal, write = null } = order;
  const wrong = findings.filter(({ state }) => state === 'wrong').length;
  if (order.json) {
    const described = findings.map((finding) => ({ ...finding, toDo: toDoOf(finding) }));
    console.log(JSON.stringify({ terminal, toldByAgent: byAgent, wrong, written: write, findings: described }));
    return;
  }
  const known = order.terminal === undefined ? ', which the site does not have yet' : '';
  const source = byAgent ? '; its devices as the running agent tells of them' : '';
  const end = verdictOf(findings, wrong);
  const written = write === null ? [] : [`Settings written to ${write}; check them: npm run -s config -- check DIR`];
  console.log([`Terminal ${terminal}${known}${source}:`, ...findings.map(sentenceOf), ...written, end].join('\n'));
}
