import { readAddress } from './address.ts';
import type { ByteStream } from './byte-stream.ts';
import { ReconnectingStream, type BackOff, type Dial } from './reconnecting.ts';
import { dialSerial } from './serial.ts';
import { dialTcp } from './tcp.ts';
import { realTimers, type Timers } from './timers.ts';

export interface OpenOptions {
  /** Bits a second of a serial line, default 115200; `?baud=N` in the address wins. */
  readonly baud?: number;
  /** Parity of a serial line, default none. */
  readonly parity?: 'none' | 'even' | 'odd';
  readonly timers?: Timers;
  readonly backOff?: BackOff;
}

function dialFor(text: string, options: OpenOptions, timers: Timers): Dial {
  const reading = readAddress(text);
  if (!reading.ok) return () => Promise.reject(new Error(reading.why));
  const { address } = reading;
  return address.kind === 'tcp'
    ? dialTcp({ ...address, timers })
    : dialSerial({
        path: address.path,
        baud: address.baud ?? options.baud ?? 115_200,
        parity: options.parity ?? 'none',
      });
}

/**
 * Opens `tcp://HOST:PORT` or `serial:///dev/tty…`, and again whenever it goes down. Never throws: a device that is
 * missing, or an address that is none, is a state with its reason.
 */
export function openByteStream(address: string, options: OpenOptions = {}): ByteStream {
  const timers = options.timers ?? realTimers;
  return new ReconnectingStream({
    address,
    dial: dialFor(address, options, timers),
    timers,
    ...(options.backOff ? { backOff: options.backOff } : {}),
  });
}
