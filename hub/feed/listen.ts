import pg from 'pg';
import { feedChannel } from './append.ts';

const firstPauseMilliseconds = 250;
const longestPauseMilliseconds = 5000;

/**
 * Hears when any hub server on this PostgreSQL database commits an event. A broken connection is made again, and
 * every new one calls `wake` once, since notices may have been missed in between. Returns the way to stop.
 */
export async function listenForEvents(
  url: string,
  hear: { readonly wake: () => void; readonly onTrouble: (error: unknown) => void },
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    fresh.on('notification', hear.wake);
    fresh.on('error', hear.onTrouble);
    try {
      await fresh.connect();
      await fresh.query(`listen ${feedChannel}`);
    } catch (error) {
      await fresh.end().catch(() => undefined);
      throw error;
    }
    if (stopped) return fresh.end();
    client = fresh;
    fresh.once('end', () => {
      if (!stopped) again(firstPauseMilliseconds);
    });
    hear.wake();
  }

  function again(pause: number): void {
    retry = setTimeout(() => {
      connect().catch((error: unknown) => {
        hear.onTrouble(error);
        if (!stopped) again(Math.min(pause * 2, longestPauseMilliseconds));
      });
    }, pause);
  }

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await client?.end();
  };
}
