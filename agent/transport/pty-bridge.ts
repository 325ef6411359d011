import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { realTimers } from './timers.ts';

/** A pseudo-terminal that stands for the serial line of a simulator on TCP. */
export interface PtyBridge {
  /** Path of the line, for serial://PATH. */
  readonly path: string;
  /** Tears the line away, as pulling the plug does; `plugIn` brings it back. */
  unplug(): Promise<void>;
  plugIn(): Promise<void>;
  close(): Promise<void>;
}

function startSocat(path: string, port: number): ChildProcess {
  const line = `pty,raw,echo=0,link=${path}`;
  // -T: socat outlives a parent that is killed, so an idle one ends by itself (seconds).
  return spawn('socat', ['-d', '-d', '-T', '3600', line, `tcp:127.0.0.1:${port},nodelay`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Resolves true when bytes can flow, false when socat ended first. */
function flowing(socat: ChildProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let said = '';
    socat.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
      if (said.includes('starting data transfer loop')) resolve(true);
    });
    socat.once('error', reject);
    socat.once('exit', () => resolve(false));
  });
}

async function stopSocat(socat: ChildProcess | null): Promise<void> {
  if (socat?.pid === undefined || socat.exitCode !== null || socat.signalCode !== null) return;
  const gone = once(socat, 'exit');
  socat.kill('SIGTERM');
  await gone;
}

/**
 * Bridges a pseudo-terminal at `path` to a simulator on 127.0.0.1:`port` by socat, and starts it again when either side
 * hung up, until it is unplugged or closed. Rejects when socat is not installed.
 */
export async function openPtyBridge({ path, port }: { path: string; port: number }): Promise<PtyBridge> {
  let socat: ChildProcess | null = null;
  let pulled = new AbortController();
  let life = Promise.resolve();

  const killOwn = () => socat?.kill('SIGKILL');
  process.on('exit', killOwn);

  const live = async (signal: AbortSignal, onFlowing: () => void) => {
    while (!signal.aborted) {
      const started = (socat = startSocat(path, port));
      const over = new Promise((resolve) => started.once('exit', resolve));
      if (await flowing(started)) onFlowing();
      await over;
      await realTimers.pause(100, signal);
    }
  };
  const plugIn = () =>
    new Promise<void>((resolve, reject) => {
      pulled = new AbortController();
      life = live(pulled.signal, resolve);
      life.catch(reject);
    });
  const unplug = async () => {
    pulled.abort();
    await stopSocat(socat);
    await life;
  };
  await plugIn();
  const close = async () => {
    await unplug();
    process.off('exit', killOwn);
  };
  return { path, unplug, plugIn, close };
}
