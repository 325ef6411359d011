import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEchoDevice } from './echo-device.ts';
import { openPtyBridge } from './pty-bridge.ts';

/** A program that has nothing else to do: no timer that would wake it by chance. */
const idleProgram = (path: string) => `
  import { openByteStream } from ${JSON.stringify(new URL('open.ts', import.meta.url).href)};
  const stream = openByteStream(${JSON.stringify(`serial://${path}`)});
  stream.onState((state) => state.open && stream.write(Uint8Array.of(42)));
  stream.onBytes((bytes) => console.log('got ' + bytes[0]));
`;

test('bytes from a serial line wake a program that has nothing else to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lobby-line-'));
  const device = await startEchoDevice();
  const bridge = await openPtyBridge({ path: join(folder, 'tty'), port: device.port });
  const program = spawn(process.execPath, ['--input-type=module', '-e', idleProgram(bridge.path)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  program.stdout.setEncoding('utf8');
  expect(await once(program.stdout, 'data')).toEqual(['got 42\n']);
  for (const byte of [1, 2, 3, 4, 5]) {
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
