import type { TerminalConfig } from '@lobby/config';
import type { SlipPrinter } from './printers/slip-printer.ts';
import type { CardReader } from './readers/card-reader.ts';
import { openByteStream } from './transport/open.ts';

/** Opens the configured reader; its driver is loaded only where there is one. */
export async function openReader(settings: TerminalConfig['reader']): Promise<CardReader | undefined> {
  if (settings === undefined) return undefined;
  const { openSdtReader } = await import('./readers/sdt/open-sdt-reader.ts');
  const stream = openByteStream(settings.address, { baud: settings.baud });
  return openSdtReader({ stream, pollMilliseconds: settings.pollMilliseconds });
}

/** Opens the configured printer; its driver is loaded only where there is one. */
export async function openPrinter(settings: TerminalConfig['printer']): Promise<SlipPrinter | undefined> {
  if (settings === undefined) return undefined;
  const { openEscposPrinter } = await import('./printers/escpos/escpos-printer.ts');
  const stream = openByteStream(settings.address, { baud: settings.baud });
  return openEscposPrinter({ stream, columns: settings.columns });
}
