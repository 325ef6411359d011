import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { startEchoDevice } from './echo-device.ts';
import { openPtyBridge } from './pty-bridge.ts';

/** A program with nothing to do for long: its next timer is far away. */
const idleProgram = (path: string) => `
  import { openByteStream } from ${JSON.stringify(new URL('open.ts', import.meta.url).href)};
  const stream = openByteStream(${JSON.stringify(`serial://${path}`)});
  stream.onBytes((bytes) => console.log('got ' + bytes[0]));
  setTimeout(() => undefined, 1_000_000);
`;

/** Counts how often the program has gone to sleep over its line, from what serialport's own debugging says. */
function sleepsOf(stderr: Readable) {
  let sleeps = 0;
  stderr.setEncoding('utf8').on('data', (text: string) => {
    sleeps += text.split('Polling for "readable"').length - 1;
    stderr.emit('slept');
  });
  return async (times: number) => {
    while (sleeps < times) await once(stderr, 'slept');
  };
}

test('bytes from a serial line wake a program that sleeps over it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lobby-line-'));
  const device = await startEchoDevice();
  const bridge = await openPtyBridge({ path: join(folder, 'tty'), port: device.port });
  const file = join(folder, 'program.mjs');
  await writeFile(file, idleProgram(bridge.path));
  const program = spawn(process.execPath, [file], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBUG: 'serialport/bindings-cpp/poller' },
  });
  const untilItSleeps = sleepsOf(program.stderr);
  program.stdout.setEncoding('utf8');
  for (const byte of [1, 2, 3]) {
    await untilItSleeps(byte);
    device.say(Uint8Array.of(byte));
    expect(await once(program.stdout, 'data')).toEqual([`got ${byte}\n`]);
  }
  const gone = once(program, 'exit');
  program.kill();
  await gone;
  await bridge.close();
  await device.powerOff();
  await rm(folder, { recursive: true });
});
