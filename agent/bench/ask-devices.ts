import type { TerminalConfig } from '@lobby/config';
import type { DeviceStatus, PaperState, PrinterStatus } from '@lobby/hub/contract';
import { printerFound, readerFound } from '../gateway/device-watch.ts';
import { openPrinter, openReader } from '../open-devices.ts';

/** How one device is. `address` null: whoever told does not know it. */
export interface DeviceFinding {
  readonly device: 'reader' | 'printer';
  readonly address: string | null;
  readonly state: DeviceStatus['state'];
  readonly fault: string | null;
  readonly paper: PaperState | null;
}

/** How long a device may take to show that it is there, in milliseconds. */
const PATIENCE = 4_000;

/** Opens the configured devices, asks each how it is, and closes them again. */
export function askDevices(terminal: TerminalConfig): Promise<readonly DeviceFinding[]> {
  return Promise.all([askReader(terminal), askPrinter(terminal)]);
}

async function askReader(terminal: TerminalConfig): Promise<DeviceFinding> {
  const address = terminal.reader?.kind === 'sdt' ? terminal.reader.address : null;
  const reader = await openReader(terminal.reader);
  if (reader !== undefined)
    await until(
      () => reader.state.ready,
      (changed) => reader.onEvent(changed),
    );
  const found = readerFound(reader?.state);
  await reader?.close();
  return { device: 'reader', address, ...found, paper: null };
}

async function askPrinter(terminal: TerminalConfig): Promise<DeviceFinding> {
  const address = terminal.printer?.address ?? null;
  const printer = await openPrinter(terminal.printer);
  // Its first answer comes by itself as soon as the line is open.
  if (printer !== undefined)
    await until(
      () => hasAnswered(printer.status),
      (changed) => printer.onStatus(changed),
    );
  const { status } = printer ?? {};
  await printer?.close();
  return { device: 'printer', address, ...printerFound(status), paper: status?.paper ?? null };
}

function hasAnswered({ online, cover, paper }: PrinterStatus): boolean {
  return online || cover !== 'unknown' || paper !== 'unknown';
}

/** Waits until something holds, looking at every change; at most for our patience. */
function until(holds: () => boolean, follow: (changed: () => void) => () => void): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(finish, PATIENCE);
    const stop = follow(() => {
      if (holds()) finish();
    });
  });
}
