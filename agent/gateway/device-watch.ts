import type { DeviceStatus, PaperState, PrinterStatus } from '@lobby/hub/contract';
import type { SlipPrinter } from '../printers/slip-printer.ts';
import type { CardReader } from '../readers/card-reader.ts';
import type { CodeScanner } from '../scanners/code-scanner.ts';

/** Devices that push what they read; a terminal has some of them. */
export const scannerPlaces = ['scanner', 'stripe', 'documents'] as const;
export type ScannerPlace = (typeof scannerPlaces)[number];

/** Addresses of a terminal's devices; left out: it has none, or a program speaks with it. */
export type DeviceAddresses = Readonly<Partial<Record<'reader' | ScannerPlace | 'printer', string>>>;
export type Scanners = Readonly<Partial<Record<ScannerPlace, CodeScanner>>>;

/** How the terminal's devices are. What is not configured of the last three is left out. */
export interface Devices extends Readonly<Partial<Record<ScannerPlace, DeviceStatus>>> {
  readonly reader: DeviceStatus;
  readonly printer: DeviceStatus;
  readonly paper: PaperState;
}

export interface DeviceWatch {
  readonly now: Devices;
  onChange(listener: (devices: Devices) => void): () => void;
  stop(): void;
}

type Found = Pick<DeviceStatus, 'state' | 'fault'>;

/** Follows reader and printer and remembers since when each is as it is. */
export function watchDevices(options: {
  readonly reader: CardReader | undefined;
  readonly printer: SlipPrinter | undefined;
  readonly scanners?: Scanners;
  readonly now: () => number;
}): DeviceWatch {
  const { reader, printer, scanners = {} } = options;
  const listeners = new Set<(devices: Devices) => void>();
  const stamp = (found: Found): DeviceStatus => ({ ...found, since: new Date(options.now()).toISOString() });
  const pushing = scannerPlaces.flatMap((place) => {
    const scanner = scanners[place];
    return scanner === undefined ? [] : [{ place, scanner }];
  });
  const lookFrom = (before: Devices | undefined): Devices => ({
    reader: keepSince(before?.reader, stamp(readerFound(reader?.state))),
    printer: keepSince(before?.printer, stamp(printerFound(printer?.status))),
    paper: printer?.status.paper ?? 'unknown',
    ...Object.fromEntries(
      pushing.map(({ place, scanner }) => [place, keepSince(before?.[place], stamp(readerFound(scanner.state)))]),
    ),
  });
  let now = lookFrom(undefined);

  const look = (): void => {
    const before = now;
    now = lookFrom(before);
    const parts = ['reader', 'printer', 'paper', ...scannerPlaces] as const;
    if (parts.some((part) => now[part] !== before[part])) listeners.forEach((listener) => listener(now));
  };
  const stops = [
    reader?.onEvent((event) => {
      if (event.type === 'reader.ready' || event.type === 'reader.away') look();
    }),
    printer?.onStatus(look),
    ...pushing.map(({ scanner }) =>
      scanner.onEvent((event) => {
        if (event.type === 'scanner.ready' || event.type === 'scanner.away') look();
      }),
    ),
  ];

  return {
    get now() {
      return now;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stops.forEach((stop) => stop?.());
      listeners.clear();
    },
  };
}

function keepSince(before: DeviceStatus | undefined, after: DeviceStatus): DeviceStatus {
  return before !== undefined && before.state === after.state && before.fault === after.fault ? before : after;
}

export function readerFound(state: CardReader['state'] | undefined): Found {
  if (state === undefined) return { state: 'not-configured', fault: null };
  return state.ready ? { state: 'ready', fault: null } : { state: 'away', fault: state.why };
}

/** Paper near its end is no fault: the printer goes on, and `paper` says it. */
export function printerFound(status: PrinterStatus | undefined): Found {
  if (status === undefined) return { state: 'not-configured', fault: null };
  if (status.cover === 'open') return { state: 'fault', fault: 'cover-open' };
  if (status.paper === 'out') return { state: 'fault', fault: 'paper-out' };
  if (!status.online) return { state: 'away', fault: status.fault ?? 'offline' };
  return status.fault === null ? { state: 'ready', fault: null } : { state: 'fault', fault: status.fault };
}
