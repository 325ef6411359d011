import type { TerminalConfig } from '@lobby/config';
import type { DeviceStatus, PaperState } from '@lobby/hub/contract';
import { printerFound, readerFound } from '../gateway/device-watch.ts';
import { openPrinter, openReader } from '../open-devices.ts';
import type { CardReader } from '../readers/card-reader.ts';

/** How one device is. `address` null: whoever told does not know it. */
export interface DeviceFinding {
  readonly device: 'reader' | 'printer';
  readonly address: string | null;
  readonly state: DeviceStatus['state'];
  readonly fault: string | null;
  readonly paper: PaperState | null;
}

/** How long a reader may take to show that it is there, in milliseconds. */
const PATIENCE = 4_000;

/** Opens the configured devices, asks each how it is, and closes them again. */
export function askDevices(terminal: TerminalConfig): Promise<readonly DeviceFinding[]> {
  return Promise.all([askReader(terminal), askPrinter(terminal)]);
}

async function askReader(terminal: TerminalConfig): Promise<DeviceFinding> {
  const address = terminal.reader?.address ?? null;
  const reader = await openReader(terminal.reader);
  if (reader !== undefined) await settled(reader);
  const found = readerFound(reader?.state);
  await reader?.close();
  return { device: 'reader', address, ...found, paper: null };
}

async function askPrinter(terminal: TerminalConfig): Promise<DeviceFinding> {
  const address = terminal.printer?.address ?? null;
  const printer = await openPrinter(terminal.printer);
  const status = await printer?.ask();
  await printer?.close();
  return { device: 'printer', address, ...printerFound(status), paper: status?.paper ?? null };
}

/** Waits until the reader has said that it is there, at most for our patience. */
function settled(reader: CardReader): Promise<void> {
  if (reader.state.ready) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(finish, PATIENCE);
    const stop = reader.onEvent((event) => {
      if (event.type === 'reader.ready') finish();
    });
  });
}
