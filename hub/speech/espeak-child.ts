import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import ESpeakNg from 'espeak-ng';

/*
 * A program of its own: the espeak-ng package is under the GPL and is never loaded into the hub.
 * One JSON line in: {"id", "arguments"}; one out: {"id", "wave"} with the WAV file in base64, or {"id", "failed": true}.
 */
const output = 'call.wav';

// The package looks for files in many places before it speaks, and each that is not there is an error with a stack.
Error.stackTraceLimit = 0;

/** 18 MB with all voices: read and compiled once, and not anew for each sentence. */
const program = WebAssembly.compile(await readFile(new URL('espeak-ng.wasm', import.meta.resolve('espeak-ng'))));

interface Order {
  readonly id: number;
  readonly arguments: readonly string[];
}

function orderOf(line: string): Order | undefined {
  const order: unknown = JSON.parse(line);
  if (typeof order !== 'object' || order === null || !('id' in order) || !('arguments' in order)) return undefined;
  if (typeof order.id !== 'number' || !Array.isArray(order.arguments)) return undefined;
  return { id: order.id, arguments: order.arguments.map(String) };
}

async function speak(order: Order): Promise<object> {
  const quiet = (): void => undefined;
  const engine = await ESpeakNg({
    arguments: [...order.arguments],
    print: quiet,
    printErr: quiet,
    instantiateWasm: (imports, ready) => {
      void program.then(async (module) => ready(await WebAssembly.instantiate(module, imports), module));
      return {};
    },
  });
  return { id: order.id, wave: Buffer.from(engine.FS.readFile(output)).toString('base64') };
}

for await (const line of createInterface({ input: process.stdin })) {
  const order = orderOf(line);
  if (order === undefined) continue;
  const reply = await speak(order).catch(() => ({ id: order.id, failed: true }));
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
process.exit(0);
