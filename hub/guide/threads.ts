import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Milliseconds. The largest map that is taken needs a fraction of it. */
const patience = 120_000;

export type ThreadReply<Reply> =
  { readonly ok: true; readonly reply: Reply } | { readonly ok: false; readonly why: string };

/** Threads beside the hub, each for one piece of work on a map. */
export class Threads {
  readonly #workers = new Set<Worker>();
  #closed = false;

  /** What a program of this folder answers. One that fails or takes too long is given up, and so is all when the hub stops. */
  async ask<Reply>(program: string, wish: unknown): Promise<ThreadReply<Reply>> {
    if (this.#closed) return { ok: false, why: 'the hub stops' };
    const file = fileURLToPath(new URL(program, import.meta.url));
    const worker = new Worker(file, { workerData: wish, resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    this.#workers.add(worker);
    const { promise, resolve } = Promise.withResolvers<ThreadReply<Reply>>();
    const giveUp = (why: string): void => resolve({ ok: false, why });
    worker.once('message', (reply: Reply) => resolve({ ok: true, reply }));
    worker.once('error', (error) => giveUp(error instanceof Error ? error.message : String(error)));
    worker.once('exit', () => giveUp('it ended without an answer'));
    const timer = setTimeout(() => giveUp(`it took longer than ${patience / 1000} s`), patience);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#workers.delete(worker);
      await worker.terminate();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }
}
