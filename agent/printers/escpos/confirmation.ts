import type { Timers } from '../../transport/timers.ts';
import type { PrinterLine } from './printer-line.ts';
import { problemOf } from './status.ts';

interface Confirmation {
  readonly line: PrinterLine;
  readonly job: Uint8Array;
  /** Instant on `timers` at which waiting ends. */
  readonly until: number;
  readonly lookEvery: number;
  readonly timers: Timers;
}

/**
 * Sends a job and waits until the printer confirms it. Only one thing counts: the answer to the GS r 1 that was sent
 * behind the job's last byte, saying that there is paper (bits 2 and 3 clear). Bytes that have left, a line that
 * stays open and healthy answers to DLE EOT, which is real-time and overtakes the job, do not.
 */
export async function awaitConfirmation({ line, job, until, lookEvery, timers }: Confirmation): Promise<boolean> {
  const over = new AbortController();
  const outcome = Promise.withResolvers<boolean>();
  const giveUp = () => outcome.resolve(false);
  const stopDown = line.onDown(giveUp);
  const cancel = timers.after(Math.max(0, until - timers.now()), giveUp);
  const { sent, confirmed } = line.sendWithQuestion(job);
  void confirmed.then((paper) => outcome.resolve((paper & 0x0c) === 0));
  sent.catch(giveUp);

  /** Looks only after the last byte has left: inside a picture a question would be taken for dots. */
  const watch = async () => {
    await Promise.race([sent.catch(giveUp), outcome.promise]);
    let stopped = 0;
    while (!over.signal.aborted && stopped < 2) {
      await timers.pause(lookEvery, over.signal);
      if (!over.signal.aborted) stopped = hasStopped(problemOf(await line.askStatus(until))) ? stopped + 1 : 0;
    }
    giveUp();
  };
  const watching = watch();
  const result = await outcome.promise;
  over.abort();
  for (const end of [stopDown, cancel]) end();
  await watching;
  return result;
}

/** Stopped until somebody comes; silence may be a printer that is too busy to answer. */
function hasStopped(problem: ReturnType<typeof problemOf>): boolean {
  return problem === 'paper-out' || problem === 'cover-open' || problem === 'fault';
}
