import type { IncomingMessage } from 'node:http';
import { terminalNotice, type TerminalNotice } from '@lobby/hub/contract';
import { EventStreamParser, type StreamedEvent } from './event-stream-parser.ts';
import type { HubLine } from './hub-line.ts';
import type { HubWatch } from './hub-watch.ts';
import { describeError, type Log } from './log.ts';
import type { GatewayTiming } from './timing.ts';

/** What the hub tells this terminal, in order, as long as it is there. */
export interface HubFeed {
  onNotice(listener: (notice: TerminalNotice) => void): () => void;
  /** The feed starts anew and something may have been missed: whoever needs to know how things are must ask. */
  onGap(listener: () => void): () => void;
  /** The hub's time in milliseconds, by its last beat; undefined before the first. This machine's clock does not matter. */
  hubNow(): number | undefined;
  stop(): void;
}

export interface HubFeedOptions {
  readonly line: HubLine;
  readonly watch: HubWatch;
  readonly credential: () => string | undefined;
  readonly timing: Pick<GatewayTiming, 'feedPauses' | 'feedSilence' | 'probe'>;
  readonly log: Log;
}

/**
 * Follows GET /api/terminal/feed while the hub is here, resumes by Last-Event-ID, and comes back after growing pauses.
 * Whether the hub is here is the watch's business: while it is away nothing is tried.
 */
export function followHub(options: HubFeedOptions): HubFeed {
  const { line, watch, timing, log } = options;
  const noticed = new Set<(notice: TerminalNotice) => void>();
  const gaps = new Set<() => void>();
  let lastId: string | undefined;
  let following: AbortController | undefined;
  let again: NodeJS.Timeout | undefined;
  let failures = 0;
  let beat: { readonly hub: number; readonly here: number } | undefined;

  const hear = (event: StreamedEvent): void => {
    failures = 0;
    const isNew = lastId === undefined || event.name === 'reset';
    lastId = event.id ?? lastId;
    if (isNew) gaps.forEach((listener) => listener());
    if (event.name === 'beat') beat = beatIn(event.data) ?? beat;
    if (event.name !== 'notice') return;
    const notice = noticeIn(event.data);
    if (notice === undefined) log('notice not understood');
    else noticed.forEach((listener) => listener(notice));
  };

  const follow = async (mine: AbortController): Promise<void> => {
    const answer = await line.send({
      method: 'GET',
      path: '/api/terminal/feed',
      headers: headersOf(options.credential(), lastId),
      answerWithin: timing.probe,
      signal: mine.signal,
    });
    if (!answer.ok) return;
    const { message } = answer;
    if (message.statusCode === 200) return readFeed(message, timing.feedSilence, hear);
    message.resume();
    if (message.statusCode === 401) watch.doubt();
  };

  const connect = (): void => {
    clearTimeout(again);
    if (following !== undefined || watch.now.state !== 'here') return;
    const mine = new AbortController();
    following = mine;
    void follow(mine)
      .catch((error: unknown) => log('feed', describeError(error)))
      .finally(() => {
        if (following !== mine) return;
        following = undefined;
        const pause = timing.feedPauses[Math.min(failures, timing.feedPauses.length - 1)] ?? 8_000;
        failures += 1;
        again = setTimeout(connect, pause);
      });
  };
  const stopWatching = watch.onChange(connect);

  return {
    onNotice: (listener) => listenIn(noticed, listener),
    onGap: (listener) => listenIn(gaps, listener),
    hubNow: () => beat && beat.hub + performance.now() - beat.here,
    stop() {
      stopWatching();
      clearTimeout(again);
      const open = following;
      following = undefined;
      open?.abort();
    },
  };
}

function headersOf(credential: string | undefined, lastId: string | undefined): Record<string, string> {
  return {
    accept: 'text/event-stream',
    ...(credential !== undefined && { authorization: `Bearer ${credential}` }),
    ...(lastId !== undefined && { 'last-event-id': lastId }),
  };
}

/** Reads until the stream ends, breaks, or says nothing for too long. */
async function readFeed(
  message: IncomingMessage,
  silence: number,
  hear: (event: StreamedEvent) => void,
): Promise<void> {
  const parser = new EventStreamParser();
  const giveUp = setTimeout(() => message.destroy(), silence);
  message.setEncoding('utf8');
  try {
    for await (const text of message as AsyncIterable<string>) {
      giveUp.refresh();
      parser.take(text).forEach(hear);
    }
  } catch (error) {
    // A broken line is no fault of ours; the watch hears of it and looks.
    if (!message.destroyed) throw error;
  } finally {
    clearTimeout(giveUp);
    message.destroy();
  }
}

function noticeIn(data: string): TerminalNotice | undefined {
  try {
    return terminalNotice.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}

function beatIn(data: string): { readonly hub: number; readonly here: number } | undefined {
  const at = /^\{"at":"([^"]+)"\}$/.exec(data)?.[1];
  const hub = Date.parse(at ?? '');
  return Number.isNaN(hub) ? undefined : { hub, here: performance.now() };
}

function listenIn<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
