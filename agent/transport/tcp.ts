import { connect, type Socket } from 'node:net';
import type { Dial, Line, LineListener } from './reconnecting.ts';
import { realTimers, type Timers } from './timers.ts';
import { wordsFor } from './trouble.ts';

/** A host that swallows packets would otherwise hold a try for two minutes. Milliseconds. */
const connectDeadline = 3000;

/** How long a device may take to hang up in its turn. Milliseconds. */
const farewell = 500;

function lineOver(socket: Socket): Line {
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    close: () => hangUp(socket),
  };
}

/** Says goodbye and lets the device take what was sent: a hard close with unread replies would throw the rest away. */
function hangUp(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) return resolve();
    const cancel = realTimers.after(farewell, () => socket.destroy());
    socket.once('close', () => {
      cancel();
      resolve();
    });
    socket.end();
  });
}

function listen(socket: Socket, listener: LineListener): void {
  let why = 'closed by the device';
  socket.on('error', (error) => (why = wordsFor(error)));
  socket.on('data', (bytes: Buffer) => listener.onBytes(bytes));
  socket.on('close', () => listener.onDown(why));
}

/** Connections over TCP; small frames leave at once (no Nagle), a dead peer is noticed by keep-alive. */
export function dialTcp({ host, port, timers }: { host: string; port: number; timers: Timers }): Dial {
  return (listener, signal) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 });
      const giveUp = (why: string) => socket.destroy(new Error(why));
      const cancel = timers.after(connectDeadline, () => giveUp('no answer from that host'));
      const stop = () => giveUp('closed');
      const settle = () => {
        cancel();
        signal.removeEventListener('abort', stop);
        socket.off('error', fail);
      };
      const fail = (error: Error) => {
        settle();
        socket.on('error', () => undefined);
        reject(error);
      };
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
      socket.once('error', fail);
      socket.once('connect', () => {
        settle();
        listen(socket, listener);
        resolve(lineOver(socket));
      });
    });
}
