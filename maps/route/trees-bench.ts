import { Worker } from 'node:worker_threads';
import type { TreesJob, TreesMade, TreesSetting } from './make-trees.ts';

/** A thread at which trees are made, one job at a time. */
export interface TreesBench {
  /** False: the bench was closed, or its thread died, before this job or a later one was done. */
  readonly make: (job: TreesJob) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

interface Order {
  readonly job: TreesJob;
  readonly waiting: readonly ((done: boolean) => void)[];
}

/** `onMade` is given the trees of the last job that was asked for. */
export function openBench(setting: TreesSetting, onMade: (made: TreesMade) => void): TreesBench {
  let worker: Worker | undefined;
  let current: Order | undefined;
  let next: Order | undefined;

  const start = (order: Order): void => {
    current = order;
    worker ??= hire();
    worker.postMessage(order.job);
  };
  const finish = (made: TreesMade): void => {
    const done = current?.waiting ?? [];
    current = undefined;
    if (next === undefined) {
      onMade(made);
      for (const answer of done) answer(true);
      return;
    }
    // Overtaken: what was made is of yesterday's closures, and whoever asked for it wants today's.
    const order = { job: next.job, waiting: [...done, ...next.waiting] };
    next = undefined;
    start(order);
  };
  const giveUp = (): void => {
    const left = [...(current?.waiting ?? []), ...(next?.waiting ?? [])];
    [worker, current, next] = [undefined, undefined, undefined];
    for (const answer of left) answer(false);
  };
  const hire = (): Worker => {
    const hired = new Worker(new URL('trees-worker.ts', import.meta.url), { workerData: setting });
    hired.unref();
    hired.on('message', finish);
    hired.on('error', (error) => console.error('the thread that makes routes ready ended:', error));
    hired.on('exit', () => {
      if (worker === hired) giveUp();
    });
    return hired;
  };
  return {
    make: async (job) => {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      if (current === undefined) start({ job, waiting: [resolve] });
      else next = { job, waiting: [...(next?.waiting ?? []), resolve] };
      return promise;
    },
    close: async () => {
      const hired = worker;
      giveUp();
      await hired?.terminate();
    },
  };
}
