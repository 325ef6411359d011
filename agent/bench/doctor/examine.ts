import type { TerminalConfig } from '@lobby/config';
import { askDevices, type DeviceFinding } from '../ask-devices.ts';
import type { AskLine } from './ask-line.ts';
import { findAnything, findingOnLine, findPrinter, findReader, readerSpeeds } from './examine-line.ts';
import { scannerPlaces, type ScannerPlace } from '../../gateway/device-watch.ts';
import { complaintOfLine, findingOfStatus, type Finding } from './finding.ts';
import type { FoundLines } from './list-lines.ts';

export interface Examination {
  /** What the settings say; undefined: the site has no such terminal yet. */
  readonly terminal: TerminalConfig | undefined;
  /** What the running agent says of its devices; undefined: none runs, so that they can be tried. */
  readonly told: readonly DeviceFinding[] | undefined;
  readonly probes: readonly string[];
  /** What somebody says hangs there, and says nothing by itself. */
  readonly named: Readonly<Partial<Record<ScannerPlace, string>>>;
  readonly found: FoundLines;
  readonly ask: AskLine;
}

/** Looks at everything: what the settings name, what hangs on the machine, and the addresses that were given. */
export async function examine(examination: Examination): Promise<readonly Finding[]> {
  const { terminal, found, told } = examination;
  const configured = terminal === undefined ? [] : await ofSettings(examination, terminal);
  const given = scannerPlaces.flatMap((device) => namedAs(device, examination.named));
  const known = new Set(
    [...addressesOf(terminal), ...examination.probes, ...given.map(({ address }) => address)].map(bare),
  );
  const lines: Finding[] = [];
  for (const { path, maker } of found.lines) {
    if (!known.has(bare(`serial://${path}`))) lines.push(...(await ofLine(examination, path, maker)));
  }
  const probed: Finding[] = [];
  for (const { device, address } of given) probed.push(await ofNamed(examination.ask, device, address));
  for (const address of examination.probes) probed.push(await ofProbe(examination.ask, address));
  const machine: Finding[] = found.udevMissing && found.lines.length > 0 ? [udevMissing] : [];
  return [...configured, ...probed, ...(told === undefined ? lines : lines.filter(isNews)), ...machine];
}

/** What the running agent holds says nothing to us. */
function isNews({ complaint }: Finding): boolean {
  return complaint !== 'held-by-another';
}

const udevMissing: Finding = {
  device: 'machine',
  address: null,
  baud: null,
  state: 'note',
  complaint: 'no-udev',
  detail: null,
  configured: false,
};

/** Addresses of the settings, as they stand there. */
function addressesOf(terminal: TerminalConfig | undefined): string[] {
  if (terminal === undefined) return [];
  const { reader, scanner, stripe, documents, printer } = terminal;
  return [reader, scanner, stripe, documents, printer].flatMap((device) =>
    device !== undefined && 'address' in device ? [device.address] : [],
  );
}

const bare = (address: string): string => address.replace(/\?baud=\d+$/, '');

async function ofSettings({ told, ask }: Examination, terminal: TerminalConfig): Promise<Finding[]> {
  const statuses = told ?? (await askDevices(terminal));
  const findings = statuses.map((status) => ofStatus(status, terminal));
  if (told !== undefined) return findings;
  return Promise.all(findings.map((finding) => lookCloser(ask, terminal, finding)));
}

function ofStatus(status: DeviceFinding, terminal: TerminalConfig): Finding {
  const settings = status.device === 'decoder' ? undefined : terminal[status.device];
  const address = status.address ?? (settings !== undefined && 'address' in settings ? settings.address : null);
  const finding = findingOfStatus(status.device, status, address);
  if (settings?.kind === 'external' && finding.state === 'wrong')
    return { ...finding, complaint: 'program', detail: status.fault };
  if (status.paper === 'near-end' && finding.state === 'well')
    return { ...finding, state: 'note', complaint: 'paper-near-end' };
  if (status.device === 'printer' && finding.complaint === 'device-away' && status.state === 'fault')
    return { ...finding, complaint: 'printer-fault' };
  return finding;
}

async function lookCloser(ask: AskLine, terminal: TerminalConfig, finding: Finding): Promise<Finding> {
  return finding.device === 'printer'
    ? lookCloserAtPrinter(ask, terminal, finding)
    : lookCloserAtReader(ask, terminal, finding);
}

/** A printer's driver says no more than that it is not connected. */
async function lookCloserAtPrinter(ask: AskLine, { printer }: TerminalConfig, finding: Finding): Promise<Finding> {
  if (printer === undefined || finding.detail !== 'not-connected') return finding;
  const found = await findPrinter(ask, printer.address, [printer.baud]);
  return found.is === 'shut' ? { ...finding, complaint: found.complaint, detail: null } : finding;
}

/** A reader that does not answer as the settings say may answer at another speed. */
async function lookCloserAtReader(ask: AskLine, { reader }: TerminalConfig, finding: Finding): Promise<Finding> {
  if (finding.device !== 'reader' || reader?.kind !== 'sdt' || finding.state !== 'wrong') return finding;
  const speeds = [reader.baud, ...readerSpeeds.filter((speed) => speed !== reader.baud)];
  const found = await findReader(ask, reader.address, speeds);
  const closer = findingOnLine(found, reader.address, true);
  switch (found.is) {
    case 'reader':
      if (found.fault !== null || closer.baud === null || found.baud === reader.baud) return { ...finding, ...closer };
      return { ...closer, state: 'wrong', complaint: 'reader-at-other-speed', detail: `settings: ${reader.baud}` };
    case 'shut':
      return { ...closer, device: 'reader', state: 'wrong' };
    default:
      return { ...closer, device: 'reader', state: 'wrong', complaint: 'reader-silent' };
  }
}

/** A line that no setting names. One that cannot be opened is worth a note where something is plugged in. */
async function ofLine({ found, ask }: Examination, path: string, maker: string | null): Promise<Finding[]> {
  const address = `serial://${path}`;
  const base = { device: 'line', address, baud: null, configured: false, detail: maker } as const;
  if (found.consoles.includes(path)) return [{ ...base, state: 'note', complaint: 'console' }];
  const onLine = await findAnything(ask, address);
  const isPlug = !/ttyS\d+$/.test(path);
  if (onLine.is === 'shut' && onLine.complaint !== 'no-permission' && !isPlug) return [];
  const finding = findingOnLine(onLine, address, false);
  return [{ ...finding, detail: finding.detail ?? maker }];
}

function namedAs(device: ScannerPlace, named: Examination['named']): { device: ScannerPlace; address: string }[] {
  const address = named[device];
  return address === undefined ? [] : [{ device, address }];
}

/** What says nothing by itself is well when its line opens. */
async function ofNamed(ask: AskLine, device: ScannerPlace, address: string): Promise<Finding> {
  const opened = await ask({ address, baud: usualSpeeds[device], bytes: new Uint8Array(), isAnswer: () => true });
  const base = { device, address, baud: null, configured: false, detail: null } as const;
  return opened.ok
    ? { ...base, state: 'well', complaint: null }
    : { ...base, state: 'wrong', complaint: complaintOfLine(opened.why) };
}

/** Bits a second at which they are delivered. */
const usualSpeeds = { scanner: 9600, stripe: 9600, documents: 256_000 } as const;

/** An address that was given by hand is there, or something is wrong. */
async function ofProbe(ask: AskLine, address: string): Promise<Finding> {
  const onLine = await findAnything(ask, address);
  const finding = findingOnLine(onLine, address, false);
  return onLine.is === 'shut' ? { ...finding, state: 'wrong' } : finding;
}
