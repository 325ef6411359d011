import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSite, millimetresOf, shippedPanels, type Site, type TerminalConfig } from '@lobby/config';

/** How an agent process was asked to run. */
export interface AgentConfiguration {
  readonly site: Site;
  readonly terminal: TerminalConfig;
  readonly hub: URL;
  readonly port: number;
  /** Folder of this terminal alone: credential and spool. */
  readonly dataFolder: string;
  readonly enrolmentCode: string | undefined;
  readonly development: boolean;
}

export type ConfigurationResult =
  { readonly ok: true; readonly configuration: AgentConfiguration } | { readonly ok: false; readonly sentence: string };

export const agentUsage = `agent --terminal K01 [--port 3001] [--reader ADDRESS] [--printer ADDRESS]
  --terminal ID      which terminal of the site this is
  --port N           where its page is served, on 127.0.0.1; 0 takes any free port
  --reader ADDRESS   instead of the site's: tcp://HOST:PORT or serial:///dev/tty…
  --printer ADDRESS  instead of the site's
Environment: LOBBY_HUB (http://127.0.0.1:3000), LOBBY_SITE (config/sites/demo), LOBBY_DATA (data),
LOBBY_ENROLMENT_CODE (one-time code, needed once), LOBBY_GALLERY=1 (for work on the pages)`;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads options, environment and site; says in a sentence what is not right. */
export function readConfiguration(args: readonly string[], environment: Environment): ConfigurationResult {
  try {
    return { ok: true, configuration: configure(args, environment) };
  } catch (error) {
    return { ok: false, sentence: error instanceof Error ? error.message : String(error) };
  }
}

function configure(args: readonly string[], environment: Environment): AgentConfiguration {
  const { values } = parseArgs({
    args: [...args],
    options: {
      terminal: { type: 'string', default: 'K01' },
      port: { type: 'string', default: '3001' },
      reader: { type: 'string' },
      printer: { type: 'string' },
    },
  });
  const site = loadSite(environment['LOBBY_SITE'] ?? join('config', 'sites', 'demo'));
  const { reader, printer } = values;
  return {
    site,
    terminal: withAddresses(terminalOf(site, values.terminal), { reader, printer }),
    hub: hubAddress(environment['LOBBY_HUB'] ?? 'http://127.0.0.1:3000'),
    port: portNumber(values.port),
    dataFolder: resolve(environment['LOBBY_DATA'] ?? 'data', `agent-${values.terminal}`),
    enrolmentCode: environment['LOBBY_ENROLMENT_CODE'] || undefined,
    development: environment['LOBBY_GALLERY'] === '1',
  };
}

/** The terminal of a site by its id. Throws with a sentence that names those there are. */
export function terminalOf(site: Site, id: string): TerminalConfig {
  const found = site.terminals.find((terminal) => terminal.id === id);
  if (found !== undefined) return found;
  const known = site.terminals.map((terminal) => terminal.id).join(', ');
  throw new Error(`The site has no terminal ${id}; it has ${known === '' ? 'none' : known}.`);
}

function withAddresses(
  terminal: TerminalConfig,
  given: { readonly reader: string | undefined; readonly printer: string | undefined },
): TerminalConfig {
  const reader = given.reader === undefined ? terminal.reader : { ...readerDefaults(terminal), address: given.reader };
  const printer =
    given.printer === undefined ? terminal.printer : { ...printerDefaults(terminal), address: given.printer };
  return { ...terminal, ...(reader && { reader }), ...(printer && { printer }) };
}

function readerDefaults(terminal: TerminalConfig): NonNullable<TerminalConfig['reader']> {
  return terminal.reader ?? { kind: 'sdt', address: '', baud: 115_200, pollMilliseconds: 350 };
}

function printerDefaults(terminal: TerminalConfig): NonNullable<TerminalConfig['printer']> {
  return terminal.printer ?? { kind: 'escpos', address: '', baud: 115_200, columns: 48 };
}

function hubAddress(text: string): URL {
  const address = URL.parse(text);
  if (address?.protocol === 'http:' || address?.protocol === 'https:') return address;
  throw new Error(`LOBBY_HUB takes an address such as http://127.0.0.1:3000, not "${text}".`);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`--port takes a number from 0 to 65535, not "${text}".`);
}

/** Size of the panel that a terminal's page is drawn for, in millimetres; the first shipped one when it is unknown. */
export function panelOf(site: Site, terminal: TerminalConfig): ReturnType<typeof millimetresOf> {
  const panels = [...site.panels, ...shippedPanels];
  const panel = panels.find((candidate) => candidate.id === terminal.panel) ?? panels[0];
  return panel === undefined ? { widthMm: 268, heightMm: 476, pixelsPerMm: 4.03 } : millimetresOf(panel);
}
