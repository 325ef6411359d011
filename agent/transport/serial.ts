import type { SerialPort } from 'serialport';
import { mendOpenPort } from './serial-quirks.ts';
import type { Dial, Line, LineListener } from './reconnecting.ts';
import { wordsFor } from './trouble.ts';

function opened(port: SerialPort): Promise<void> {
  return new Promise((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
}

function closed(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    if (!port.isOpen) return resolve();
    port.close(() => resolve());
  });
}

function writeAndDrain(port: SerialPort, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    // A port that is unplugged during a write may call nobody back, so its closing counts as the answer.
    const gone = (error: Error | null | undefined) => reject(error ?? new Error('unplugged'));
    port.once('close', gone);
    const done = (error: Error | null | undefined) => {
      port.off('close', gone);
      if (error) reject(error);
      else resolve();
    };
    port.write(Buffer.from(bytes), (error) => (error ? done(error) : port.drain(done)));
  });
}

function listen(port: SerialPort, listener: LineListener): Line {
  port.on('data', (bytes: Buffer) => listener.onBytes(bytes));
  port.on('close', (error: Error | null) => listener.onDown(error ? wordsFor(error) : 'closed'));
  // Readers fed from the modem lines want them raised; a pty has none and says so, which is no trouble.
  port.set({ dtr: true, rts: true }, () => undefined);
  return { write: (bytes) => writeAndDrain(port, bytes), close: () => closed(port) };
}

/** Connections over a serial line: 8 data bits, 1 stop bit, no flow control. The native library is loaded when needed. */
export function dialSerial({
  path,
  baud,
  parity = 'none',
}: {
  readonly path: string;
  readonly baud: number;
  readonly parity?: 'none' | 'even' | 'odd';
}): Dial {
  return async (listener, signal) => {
    const { SerialPort } = await import('serialport');
    const port = new SerialPort({ path, baudRate: baud, parity, autoOpen: false });
    port.on('error', () => undefined);
    await opened(port);
    mendOpenPort(port);
    if (signal.aborted) await closed(port);
    return listen(port, listener);
  };
}
