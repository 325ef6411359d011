import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CompileReply, CompileWish } from './compile.ts';

const program = fileURLToPath(new URL('compile-worker.ts', import.meta.url));
/** Milliseconds. The largest archive that is taken needs a fraction of it. */
const patience = 120_000;

/** Threads in which maps are made ready. */
export class CompileBeside {
  readonly #workers = new Set<Worker>();
  #closed = false;

  /** A map that cannot be made ready, or takes too long, is refused with a sentence; a hub that stops refuses all. */
  async compile(wish: CompileWish): Promise<CompileReply> {
    if (this.#closed) return gaveUp('the hub stops');
    const worker = new Worker(program, { workerData: wish, resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    this.#workers.add(worker);
    const { promise, resolve } = Promise.withResolvers<CompileReply>();
    worker.once('message', resolve);
    worker.once('error', (error) => resolve(gaveUp(error instanceof Error ? error.message : String(error))));
    worker.once('exit', () => resolve(gaveUp('it ended without an answer')));
    const timer = setTimeout(() => resolve(gaveUp(`it took longer than ${patience / 1000} s`)), patience);
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

function gaveUp(why: string): CompileReply {
  return { ok: false, message: `The map could not be made ready: ${why}.`, report: [] };
}
