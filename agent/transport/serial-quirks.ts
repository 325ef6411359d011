import { read } from 'node:fs';
import { promisify } from 'node:util';
import type { SerialPort } from 'serialport';

type Binding = NonNullable<SerialPort['port']>;
type PolledBinding = Extract<Binding, { poller: unknown }>;

const readSome = promisify(read);
const mustWait: readonly unknown[] = ['EAGAIN', 'EWOULDBLOCK', 'EINTR'];

function readable({ poller }: PolledBinding): Promise<void> {
  return new Promise((resolve, reject) => {
    poller.once('readable', (error) => (error ? reject(error) : resolve()));
  });
}

function canceled(): Error {
  return Object.assign(new Error('Port is not open'), { canceled: true });
}

/** Bytes that are there, or null when there are none yet. */
async function readNow(binding: PolledBinding, place: { buffer: Buffer; offset: number; length: number }) {
  if (binding.fd === null || !binding.isOpen) throw canceled();
  try {
    const { bytesRead } = await readSome(binding.fd, place.buffer, place.offset, place.length, null);
    if (bytesRead === 0) throw new Error('unplugged');
    return bytesRead;
  } catch (error) {
    if (!binding.isOpen) throw canceled();
    if (error instanceof Error && 'code' in error && mustWait.includes(error.code)) return null;
    throw error;
  }
}

/**
 * A line that is unplugged between two reads gives 0 bytes; serialport 13 takes that for "try again" and spins for ever
 * without a close event (serialport/bindings-cpp pull request 164).
 */
function noticeHangUp(binding: PolledBinding): void {
  binding.read = async (buffer, offset, length) => {
    for (;;) {
      const bytesRead = await readNow(binding, { buffer, offset, length });
      if (bytesRead !== null) return { buffer, bytesRead };
      await readable(binding);
    }
  };
}

/**
 * The native poller of serialport 13 calls back without running what waits for a promise: while a timer is pending, as
 * a reply's deadline is, bytes would lie there until it fires. An immediate lets them through at once.
 */
function wakeOnPoll({ poller }: PolledBinding): void {
  const once = poller.once.bind(poller);
  poller.once = (event: 'readable' | 'writable' | 'disconnect', callback: (error: Error | null) => void) =>
    once(event, (error) => setImmediate(callback, error));
}

/** Mends what serialport does wrong on Linux and macOS; its Windows binding works otherwise and is left alone. */
export function mendOpenPort(port: SerialPort): void {
  const binding = port.port;
  if (binding === undefined || !('poller' in binding)) return;
  wakeOnPoll(binding);
  noticeHangUp(binding);
}
