/** Work on one thing at a time: what somebody waits for first, what is done ahead of need when nothing else is. */
export interface WorkLine<T> {
  /** The result of the work with this name; the same name is worked on once while it is under way. */
  now(name: string, work: () => Promise<T>): Promise<T>;
  /** The same, when there is time. Forgotten when too much waits, or when the work fails. */
  ahead(name: string, work: () => Promise<T>): void;
  /** Refuses what waits and what comes. */
  close(): void;
}

interface Job<T> {
  readonly name: string;
  readonly work: () => Promise<T>;
  readonly promise: Promise<T>;
  readonly settle: (outcome: T | Promise<T>) => void;
  readonly refuse: (why: Error) => void;
  urgent: boolean;
}

/** `mostAhead`: how many pieces of work may wait ahead of need. */
export function workLine<T>(mostAhead: number): WorkLine<T> {
  const jobs = new Map<string, Job<T>>();
  let busy = false;
  let closed = false;

  const add = (name: string, work: () => Promise<T>, urgent: boolean): Promise<T> => {
    if (closed) return Promise.reject(new Error('speech is closed'));
    const known = jobs.get(name);
    if (known !== undefined) {
      known.urgent ||= urgent;
      return known.promise;
    }
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    jobs.set(name, { name, work, promise, settle: resolve, refuse: reject, urgent });
    void next();
    return promise;
  };
  const next = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    for (let job = pick(jobs); job !== undefined && !closed; job = pick(jobs)) {
      const outcome = job.work();
      job.settle(outcome);
      await outcome.catch(() => undefined);
      jobs.delete(job.name);
    }
    busy = false;
  };
  return {
    now: (name, work) => add(name, work, true),
    ahead: (name, work) => {
      if (closed || [...jobs.values()].filter((job) => !job.urgent).length >= mostAhead) return;
      add(name, work, false).catch(() => undefined);
    },
    close: () => {
      closed = true;
      for (const job of jobs.values()) job.refuse(new Error('speech is closed'));
      jobs.clear();
    },
  };
}

function pick<T>(jobs: ReadonlyMap<string, Job<T>>): Job<T> | undefined {
  const waiting = [...jobs.values()];
  return waiting.find((job) => job.urgent) ?? waiting[0];
}
