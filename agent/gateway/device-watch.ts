import type { DeviceStatus, PaperState, PrinterStatus } from '@lobby/hub/contract';
import type { SlipPrinter } from '../printers/slip-printer.ts';
import type { CardReader } from '../readers/card-reader.ts';

/** How the terminal's devices are. */
export interface Devices {
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
  readonly now: () => number;
}): DeviceWatch {
  const { reader, printer } = options;
  const listeners = new Set<(devices: Devices) => void>();
  const stamp = (found: Found): DeviceStatus => ({ ...found, since: new Date(options.now()).toISOString() });
  let now: Devices = {
    reader: stamp(readerFound(reader?.state)),
    printer: stamp(printerFound(printer?.status)),
    paper: printer?.status.paper ?? 'unknown',
  };

  const look = (): void => {
    const found: Devices = {
      reader: keepSince(now.reader, stamp(readerFound(reader?.state))),
      printer: keepSince(now.printer, stamp(printerFound(printer?.status))),
      paper: printer?.status.paper ?? 'unknown',
    };
    const same = found.reader === now.reader && found.printer === now.printer && found.paper === now.paper;
    now = found;
    if (!same) listeners.forEach((listener) => listener(found));
  };
  const stops = [
    reader?.onEvent((event) => {
      if (event.type === 'reader.ready' || event.type === 'reader.away') look();
    }),
    printer?.onStatus(look),
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

function keepSince(before: DeviceStatus, after: DeviceStatus): DeviceStatus {
  return before.state === after.state && before.fault === after.fault ? before : after;
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
