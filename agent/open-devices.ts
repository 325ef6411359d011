import type { Site, TerminalConfig } from '@lobby/config';
import type { Scanners } from './gateway/device-watch.ts';
import type { SlipPrinter } from './printers/slip-printer.ts';
import type { CardReader } from './readers/card-reader.ts';
import type { CodeScanner } from './scanners/code-scanner.ts';
import { openByteStream } from './transport/open.ts';

/** Opens the configured reader; its driver is loaded only where there is one. */
export async function openReader(
  settings: TerminalConfig['reader'],
  site?: Pick<Site, 'credentials'>,
): Promise<CardReader | undefined> {
  if (settings?.kind !== 'sdt') return undefined;
  const { openSdtReader } = await import('./readers/sdt/open-sdt-reader.ts');
  const { siteLayouts } = await import('./readers/sdt/site-layouts.ts');
  const stream = openByteStream(settings.address, { baud: settings.baud });
  const layouts = siteLayouts(site?.credentials);
  return openSdtReader({ stream, pollMilliseconds: settings.pollMilliseconds, layouts });
}

/** Opens the configured devices that push what they read. Those that pose as a keyboard are the page's to hear. */
export async function openScanners({
  scanner,
  stripe,
  documents,
}: Pick<TerminalConfig, 'scanner' | 'stripe' | 'documents'>): Promise<Scanners> {
  const { openSerialScanner } = await import('./scanners/serial/open-serial-scanner.ts');
  const opened: { scanner?: CodeScanner; stripe?: CodeScanner; documents?: CodeScanner } = {};
  if (scanner?.kind === 'serial') opened.scanner = openSerialScanner({ ...scanner, stream: streamOf(scanner) });
  if (stripe?.kind === 'serial') opened.stripe = openSerialScanner({ ...stripe, stream: streamOf(stripe) });
  if (documents !== undefined)
    opened.documents = openSerialScanner({ ...documents, stream: streamOf(documents), severalLines: true });
  return opened;
}

function streamOf(device: { address: string; baud: number; parity?: 'none' | 'even' | 'odd' }) {
  const { address, baud, parity = 'none' } = device;
  return openByteStream(address, { baud, parity });
}

/** Opens the configured printer; its driver is loaded only where there is one. */
export async function openPrinter(settings: TerminalConfig['printer']): Promise<SlipPrinter | undefined> {
  if (settings === undefined) return undefined;
  const { openEscposPrinter } = await import('./printers/escpos/escpos-printer.ts');
  const stream = openByteStream(settings.address, { baud: settings.baud });
  return openEscposPrinter({ stream, columns: settings.columns });
}
