import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { espeakArguments, type SpeechEngine, type Utterance } from './engine.ts';

type Child = ChildProcessByStdio<Writable, Readable, null>;

interface Waiting {
  readonly done: (wave: Uint8Array) => void;
  readonly failed: (why: Error) => void;
  readonly deadline: NodeJS.Timeout;
}

export interface PackagedSettings {
  /** The program that speaks; the packaged one unless given. */
  readonly program?: string;
  /** How long one sentence may take, in milliseconds; after that the process is killed. */
  readonly longestSynthesis?: number;
}

/** espeak-ng from its npm package, in a process that is started when first needed, kept, and replaced when it dies. */
export function packagedEngine(settings: PackagedSettings = {}): SpeechEngine {
  const program = settings.program ?? fileURLToPath(new URL('espeak-child.ts', import.meta.url));
  const longest = settings.longestSynthesis ?? 20_000;
  const waiting = new Map<number, Waiting>();
  let child: Child | undefined;
  let lastId = 0;
  let closed = false;

  const settle = (id: number, outcome: Uint8Array | Error): void => {
    const one = waiting.get(id);
    if (one === undefined) return;
    waiting.delete(id);
    clearTimeout(one.deadline);
    if (outcome instanceof Error) one.failed(outcome);
    else one.done(outcome);
  };
  const gone = (which: Child): void => {
    if (child !== which) return;
    child = undefined;
    for (const id of [...waiting.keys()]) settle(id, new Error('the speech process ended'));
  };
  const started = (): Child => {
    if (child !== undefined) return child;
    const fresh = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'ignore'] });
    // An idle speech process must not be what keeps the hub alive; while it works, the deadline does.
    for (const handle of [fresh, fresh.stdin, fresh.stdout]) if ('unref' in handle) handle.unref();
    fresh.on('exit', () => gone(fresh));
    fresh.on('error', () => gone(fresh));
    fresh.stdin.on('error', () => gone(fresh));
    createInterface({ input: fresh.stdout }).on('line', (line) => {
      const reply = replyOf(line);
      if (reply !== undefined) settle(reply.id, reply.outcome);
    });
    child = fresh;
    return fresh;
  };

  return {
    say: (utterance: Utterance) =>
      new Promise((done, failed) => {
        if (closed) return failed(new Error('speech is closed'));
        const id = ++lastId;
        const process = started();
        const deadline = setTimeout(() => process.kill('SIGKILL'), longest);
        waiting.set(id, { done, failed, deadline });
        const order = { id, arguments: espeakArguments(utterance, ['-w', 'call.wav']) };
        process.stdin.write(`${JSON.stringify(order)}\n`);
      }),
    close: async () => {
      closed = true;
      const last = child;
      if (last === undefined || last.exitCode !== null) return;
      const ended = new Promise<void>((resolve) => void last.once('exit', () => resolve()));
      last.ref();
      last.kill('SIGKILL');
      await ended;
    },
  };
}

function replyOf(line: string): { readonly id: number; readonly outcome: Uint8Array | Error } | undefined {
  try {
    const reply: unknown = JSON.parse(line);
    if (typeof reply !== 'object' || reply === null || !('id' in reply) || typeof reply.id !== 'number')
      return undefined;
    if ('wave' in reply && typeof reply.wave === 'string')
      return { id: reply.id, outcome: new Uint8Array(Buffer.from(reply.wave, 'base64')) };
    return { id: reply.id, outcome: new Error('the voice could not speak this sentence') };
  } catch {
    return undefined;
  }
}
