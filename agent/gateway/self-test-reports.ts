import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { SelfTestReport } from '@lobby/hub/contract';
import { askHub } from './hub-client.ts';
import type { HubLine } from './hub-line.ts';

/** Milliseconds before each further attempt; the hub takes a report twice without harm. */
const pauses = [500, 1_000, 2_000, 4_000, 8_000, 8_000];

export interface SelfTestReports {
  /** Tells the hub how a part went; gives up when the hub stays away, and the hub then says that nobody answered. */
  tell(report: SelfTestReport): Promise<void>;
  stop(): void;
}

export function selfTestReports(options: {
  readonly line: HubLine;
  readonly credential: () => string | undefined;
  readonly answerWithin: number;
}): SelfTestReports {
  const stopped = new AbortController();

  const isTaken = async (body: SelfTestReport): Promise<boolean> => {
    const reply = await askHub(options.line, {
      method: 'POST',
      path: '/api/terminal/self-test',
      shape: z.unknown(),
      body,
      credential: options.credential(),
      answerWithin: options.answerWithin,
    });
    return reply.kind === 'answer' && reply.status < 500;
  };

  return {
    async tell(report) {
      for (const wait of [0, ...pauses]) {
        await pause(wait, undefined, { signal: stopped.signal }).catch(() => undefined);
        if (stopped.signal.aborted || (await isTaken(report))) return;
      }
    },
    stop: () => stopped.abort(),
  };
}
