import type { TerminalConfig } from '@lobby/config';
import type { DeviceStatus, PaperState, PrinterStatus } from '@lobby/hub/contract';
import { printerFound, readerFound, scannerPlaces, type ScannerPlace, type Scanners } from '../gateway/device-watch.ts';
import { openPrinter, openReader, openScanners, startDecoders } from '../open-devices.ts';

/** How one device is. `address` null: whoever told does not know it. */
export interface DeviceFinding {
  readonly device: 'reader' | ScannerPlace | 'decoder' | 'printer';
  readonly address: string | null;
  readonly state: DeviceStatus['state'];
  readonly fault: string | null;
  readonly paper: PaperState | null;
}

/** How long a device may take to show that it is there, in milliseconds. */
const PATIENCE = 4_000;

/** Opens the configured devices, asks each how it is, and closes them again. */
export async function askDevices(terminal: TerminalConfig): Promise<readonly DeviceFinding[]> {
  const [reader, scanners, decoders, printer] = await Promise.all([
    askReader(terminal),
    askScanners(terminal),
    askDecoders(terminal),
    askPrinter(terminal),
  ]);
  return [reader, ...scanners, ...decoders, printer];
}

/** Devices that push what they read cannot be asked: their line opens, or it does not. */
async function askScanners(terminal: TerminalConfig): Promise<DeviceFinding[]> {
  const scanners = await openScanners(terminal);
  const findings = await Promise.all(scannerPlaces.map((place) => askScanner(terminal, scanners, place)));
  await Promise.all(Object.values(scanners).map((scanner) => scanner.close()));
  return findings.flat();
}

async function askScanner(
  terminal: TerminalConfig,
  scanners: Scanners,
  device: ScannerPlace,
): Promise<DeviceFinding[]> {
  const scanner = scanners[device];
  const settings = terminal[device];
  if (scanner === undefined || settings === undefined) return [];
  await until(
    () => scanner.state.ready,
    (changed) => scanner.onEvent(changed),
  );
  const address = 'address' in settings ? settings.address : null;
  return [{ device, address, ...readerFound(scanner.state), paper: null }];
}

async function askDecoders({ decoders: settings }: TerminalConfig): Promise<DeviceFinding[]> {
  const decoders = await startDecoders(settings);
  if (decoders === undefined) return [];
  await until(
    () => decoders.ready,
    (changed) => decoders.onState(changed),
  );
  const state = { ready: decoders.ready, why: decoders.why };
  await decoders.close();
  return [{ device: 'decoder', address: null, ...readerFound(state), paper: null }];
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
