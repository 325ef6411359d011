import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, type onTestFinished } from 'vitest';
import { runAgent } from './run-agent.ts';

const patience = 40_000;
let folder: string;
let slip: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lobby-slip-'));
  slip = join(folder, 'slip.json');
  writeFileSync(slip, JSON.stringify({ title: '打印测试', lines: [] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const print = (printer: string) => runAgent('print', '--printer', printer, '--slip', slip, '--json');

/** Does as told with each connection, and knows nothing of printing. */
async function stubbornPrinter(act: (socket: Socket) => void, whenOver: typeof onTestFinished): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined).resume();
    act(socket);
  });
  whenOver(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const keepSaying = (byte: number) => (socket: Socket) => {
  const timer = setInterval(() => socket.write(Buffer.of(byte)), 100);
  socket.once('close', () => clearInterval(timer));
};

describe.concurrent('an installer is told what became of the slip', () => {
  test.for<[string, string, (socket: Socket) => void]>([
    ['says nothing', 'refused', () => undefined],
    ['does not even take what is sent', 'refused', (socket) => socket.pause()],
    ['hangs up', 'refused', (socket) => socket.destroy()],
    ['hangs up when it is asked', 'refused', (socket) => socket.once('data', () => socket.destroy())],
    ['says for ever what means nothing', 'refused', keepSaying(0)],
    ['says for ever that all is well', 'unknown', keepSaying(0x12)],
  ])('by a printer that %s', { timeout: patience }, async ([, outcome, act], { onTestFinished: whenOver }) => {
    const { code, stdout } = await print(await stubbornPrinter(act, whenOver));
    expect(JSON.parse(stdout)).toMatchObject({ outcome });
    expect(code).toBe(1);
  });

  test.each(['serial:///dev/ttyNone', `serial://${import.meta.dirname}`, 'tcp://printer.invalid:9100'])(
    'when there is no printer at %s',
    { timeout: patience },
    async (address) => {
      const { code, stdout } = await print(address);
      expect(JSON.parse(stdout)).toMatchObject({ outcome: 'refused', status: { fault: 'not-connected' } });
      expect(code).toBe(1);
    },
  );
});
