import type { Site, TerminalConfig } from '@lobby/config';
import type { Scanners } from './gateway/device-watch.ts';
import type { Log } from './gateway/log.ts';
import type { SlipPrinter } from './printers/slip-printer.ts';
import type { CardReader } from './readers/card-reader.ts';
import type { Decoders } from './readers/external/decoders.ts';
import type { CodeScanner } from './scanners/code-scanner.ts';
import { openByteStream } from './transport/open.ts';

/** What drivers need to know beyond their own settings. Rubbish on a line is logged by counts and reasons alone. */
export interface DriverSurroundings {
  readonly credentials?: Site['credentials'] | undefined;
  readonly log?: Log;
}

/** Opens the configured reader; its driver is loaded only where there is one. */
export async function openReader(
  settings: TerminalConfig['reader'],
  { credentials, log }: DriverSurroundings = {},
): Promise<CardReader | undefined> {
  if (settings === undefined) return undefined;
  if (settings.kind === 'external') {
    const { openExternalReader } = await import('./readers/external/external-reader.ts');
    return openExternalReader({ command: settings.command, report: (what) => log?.('reader program', { ...what }) });
  }
  const { openSdtReader } = await import('./readers/sdt/open-sdt-reader.ts');
  const { siteLayouts } = await import('./readers/sdt/site-layouts.ts');
  const { address, baud, pollMilliseconds } = settings;
  return openSdtReader({
    stream: openByteStream(address, { baud }),
    pollMilliseconds,
    layouts: siteLayouts(credentials),
  });
}

type PushingSettings = Pick<TerminalConfig, 'scanner' | 'stripe' | 'documents'>;

/** Opens the configured devices that push what they read. Those that pose as a keyboard are the page's to hear. */
export async function openScanners(
  { scanner, stripe, documents }: PushingSettings,
  { log }: DriverSurroundings = {},
): Promise<Scanners> {
  const opened: { scanner?: CodeScanner; stripe?: CodeScanner; documents?: CodeScanner } = {};
  if (scanner?.kind === 'external') {
    const { openExternalScanner } = await import('./readers/external/external-scanner.ts');
    const { command } = scanner;
    opened.scanner = openExternalScanner({ command, report: (what) => log?.('scanner program', { ...what }) });
  }
  const { openSerialScanner } = await import('./scanners/serial/open-serial-scanner.ts');
  const serial = (device: string, settings: SerialSettings, severalLines = false): CodeScanner =>
    openSerialScanner({
      ...settings,
      severalLines,
      stream: openByteStream(settings.address, settings),
      report: (what) => log?.('rubbish from a device', { device, ...what }),
    });
  if (scanner?.kind === 'serial') opened.scanner = serial('scanner', scanner);
  if (stripe?.kind === 'serial') opened.stripe = serial('stripe', stripe);
  if (documents !== undefined) opened.documents = serial('documents', documents, true);
  return opened;
}

interface SerialSettings {
  readonly address: string;
  readonly baud: number;
  readonly parity?: 'none' | 'even' | 'odd';
}

/** Starts the programs that decode what only they can; undefined: this terminal has none. */
export async function startDecoders(
  settings: TerminalConfig['decoders'],
  { log }: DriverSurroundings = {},
): Promise<Decoders | undefined> {
  if (settings.length === 0) return undefined;
  const { openDecoders } = await import('./readers/external/decoders.ts');
  return openDecoders(settings, { report: (what) => log?.('decoder program', { ...what }) });
}

/** Opens the configured printer; its driver is loaded only where there is one. */
export async function openPrinter(settings: TerminalConfig['printer']): Promise<SlipPrinter | undefined> {
  if (settings === undefined) return undefined;
  const { openEscposPrinter } = await import('./printers/escpos/escpos-printer.ts');
  const stream = openByteStream(settings.address, { baud: settings.baud });
  return openEscposPrinter({ stream, columns: settings.columns });
}
