import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { loadSite, type TerminalConfig } from '@lobby/config';
import { terminalOf } from '../configuration.ts';
import { askDevices, type DeviceFinding } from './ask-devices.ts';
import { askAgent } from './ask-agent.ts';
import { UsageError } from './usage-error.ts';

/** Lists what the site configures for a terminal and how each device is now. 0: all are ready; 1: one is not. */
export async function devicesCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      terminal: { type: 'string', default: 'K01' },
      site: { type: 'string', default: process.env['LOBBY_SITE'] ?? join('config', 'sites', 'demo') },
      'agent-port': { type: 'string', default: '3001' },
      json: { type: 'boolean', default: false },
    },
  });
  const port = agentPort(values['agent-port']);
  const terminal = configuredTerminal(values.site, values.terminal);
  // A device has one owner: while the agent runs, only the agent can say how it is.
  const told = await askAgent({ port, terminalId: terminal.id });
  const findings = told ?? (await askDevices(terminal));
  const source = told === undefined ? 'asked directly' : 'told by the running agent';
  if (values.json) console.log(JSON.stringify({ terminal: terminal.id, source, devices: findings }));
  else console.log([headline(terminal, source), ...findings.map(sentence)].join('\n'));
  return findings.every((finding) => finding.state === 'ready' || finding.state === 'not-configured') ? 0 : 1;
}

function agentPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new UsageError('--agent-port is a number from 1 to 65535.');
}

function configuredTerminal(site: string, id: string): TerminalConfig {
  try {
    return terminalOf(loadSite(site), id);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function headline(terminal: TerminalConfig, source: string): string {
  return `Terminal ${terminal.id} (${terminal.name.zh}, ${terminal.name.en}), ${source}:`;
}

const names = {
  reader: 'ID card reader',
  scanner: 'Code scanner',
  stripe: 'Stripe reader',
  documents: 'Passport reader',
  decoder: 'Decoder programs',
  printer: 'Slip printer',
} as const;

/** One line a device, such as "Slip printer at tcp://127.0.0.1:4102: out of paper". */
export function sentence(finding: DeviceFinding): string {
  const where = finding.address === null ? '' : ` at ${finding.address}`;
  return `  ${names[finding.device]}${where}: ${condition(finding)}`;
}

function condition({ state, fault, paper }: DeviceFinding): string {
  if (state === 'not-configured') return 'not configured';
  const nearEnd = paper === 'near-end' ? ', paper near its end' : '';
  if (state === 'ready') return `ready${nearEnd}`;
  return state === 'away' ? `does not answer (${fault ?? 'no reason given'})` : `needs a hand (${fault ?? 'fault'})`;
}
