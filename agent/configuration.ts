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

export const agentUsage = `agent --terminal K01 [--port 3001] [--reader|--printer|--scanner|--stripe|--documents ADDRESS]…
  --terminal ID      which terminal of the site this is
  --port N           where its page is served, on 127.0.0.1; 0 takes any free port
  --reader ADDRESS   instead of the site's: tcp://HOST:PORT or serial:///dev/tty…
  --printer, --scanner, --stripe, --documents ADDRESS  likewise
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
      scanner: { type: 'string' },
      stripe: { type: 'string' },
      documents: { type: 'string' },
    },
  });
  const site = loadSite(environment['LOBBY_SITE'] ?? join('config', 'sites', 'demo'));
  return {
    site,
    terminal: withAddresses(terminalOf(site, values.terminal), values),
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

/** Addresses that were given for devices, by the device's name. */
type Addresses = Readonly<Partial<Record<'reader' | 'printer' | 'scanner' | 'stripe' | 'documents', string>>>;

/** What a device is where only its address is given. */
const plain = {
  reader: { kind: 'sdt', baud: 115_200, pollMilliseconds: 350 },
  scanner: {
    kind: 'serial',
    baud: 9600,
    prefix: '',
    silenceMilliseconds: 80,
    sameCodeMilliseconds: 1500,
    triggerOn: '',
    triggerOff: '',
  },
  stripe: { kind: 'serial', baud: 9600, silenceMilliseconds: 80 },
  documents: { kind: 'mrz', baud: 256_000, parity: 'odd', silenceMilliseconds: 80 },
  printer: { kind: 'escpos', baud: 115_200, columns: 48 },
} as const;

/** The terminal with other addresses; a device of another make than the plain one keeps no setting of its own. */
function withAddresses(terminal: TerminalConfig, given: Addresses): TerminalConfig {
  const { reader, scanner, stripe, documents, printer } = terminal;
  const at = <T extends object>(address: string | undefined, own: T | undefined, usual: Omit<T, 'address'>) =>
    address === undefined ? own : { ...usual, ...(own !== undefined && 'address' in own ? own : {}), address };
  const devices = {
    reader: at(given.reader, reader, plain.reader),
    scanner: at(given.scanner, scanner, plain.scanner),
    stripe: at(given.stripe, stripe, plain.stripe),
    documents: at(given.documents, documents, plain.documents),
    printer: at(given.printer, printer, plain.printer),
  };
  return { ...terminal, ...Object.fromEntries(Object.entries(devices).filter(([, device]) => device !== undefined)) };
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
