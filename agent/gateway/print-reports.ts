import { z } from 'zod';
import { printOutcomes, type PrintReport } from '@lobby/hub/contract';
import type { PrintJob } from '../spool/index.ts';
import { askHub } from './hub-client.ts';
import type { HubLine } from './hub-line.ts';
import type { PrintQueue } from './printing.ts';

/** Tells the hub how slips have ended; what it has not taken stays in the spool. */
export interface PrintReports {
  /** Tells all that is untold. Resolves when the hub has taken it or does not answer; the next time tells it again. */
  tell(): Promise<void>;
  /** Tells once that a slip which was fetched will not be printed. */
  tellRefused(slip: { readonly key: string; readonly ticketId: string }): Promise<void>;
}

export function printReports(options: {
  readonly line: HubLine;
  readonly credential: () => string | undefined;
  readonly queue: PrintQueue | undefined;
  readonly answerWithin: number;
}): PrintReports {
  const { line, queue, answerWithin } = options;
  let telling: Promise<void> | undefined;

  const tellAll = async (into: PrintQueue): Promise<void> => {
    let before = '';
    for (let jobs = into.unreported(); jobs.length > 0; jobs = into.unreported()) {
      // What the disk does not note as told would be told for ever.
      const now = jobs.map(({ id }) => id).join();
      if (now === before || !(await isTaken({ prints: jobs.flatMap(endOf) }))) return;
      before = now;
      into.reported(jobs);
    }
  };
  const isTaken = async (body: PrintReport): Promise<boolean> => {
    const question = { method: 'POST', path: '/api/terminal/prints', shape: z.unknown(), body, answerWithin } as const;
    const reply = await askHub(line, { ...question, credential: options.credential() });
    // A hub that does not know this address is older than the agent, and will not know it tomorrow either.
    return reply.kind === 'answer' && reply.status < 500;
  };

  return {
    async tell() {
      if (queue === undefined || options.credential() === undefined) return;
      const earlier = telling ?? Promise.resolve();
      // A telling that came to grief is over; it does not stand in the way of this one.
      const mine = earlier.catch(() => undefined).then(() => tellAll(queue));
      telling = mine;
      await mine;
    },
    async tellRefused({ key, ticketId }) {
      await isTaken({ prints: [{ key, ticketId, outcome: 'refused' }] });
    },
  };
}

function endOf({ key, ticketId, state }: PrintJob): PrintReport['prints'] {
  const outcome = printOutcomes.find((each) => each === state);
  return outcome === undefined ? [] : [{ key, ticketId, outcome }];
}
