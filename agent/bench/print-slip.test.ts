import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EscposSimulator } from '../printers/escpos/simulator/index.ts';
import { runAgent } from './run-agent.ts';

const ticket = { title: '打印测试', lines: [{ label: '姓名', value: '䶮*明' }], big: 'A012', qr: 'A012', note: '谢谢' };
vi.setConfig({ testTimeout: 30_000 });
let folder: string;
let simulator: EscposSimulator;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lobby-slip-'));
  simulator = new EscposSimulator();
  await simulator.listen();
});

afterEach(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});

function print(content: string | Buffer, ...more: string[]) {
  const file = join(folder, 'slip.json');
  writeFileSync(file, content);
  return run('--printer', `tcp://127.0.0.1:${simulator.port}`, '--slip', file, '--json', ...more);
}

const run = (...args: string[]) => runAgent('print', ...args);

test('an installer prints a slip and reads how the printer is', async () => {
  const { code, stdout } = await print(JSON.stringify(ticket));
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    outcome: 'printed',
    status: { online: true, paper: 'ok', cover: 'closed', fault: null },
  });
  expect(simulator.slips[0]?.codes).toEqual(['A012']);
});

test('without paper nothing is sent, and the command says why', async () => {
  simulator.pullPaper();
  const { code, stdout } = await print(JSON.stringify(ticket));
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'refused', status: { paper: 'out', online: false } });
});

test('a narrow printer gets narrow lines', async () => {
  await print(JSON.stringify({ ...ticket, note: '很长的说明。'.repeat(20) }), '--columns', '32');
  expect(simulator.complaints).toEqual([]);
  expect(simulator.slips[0]?.lines.every((line) => line.length <= 32)).toBe(true);
});

test('a printer that is not there is refused and offline', async () => {
  await simulator.cutCable();
  const { code, stdout } = await print(JSON.stringify(ticket));
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    outcome: 'refused',
    status: { online: false, paper: 'unknown', cover: 'unknown', fault: 'not-connected' },
  });
});

test.each([
  ['is no JSON', '{'],
  ['is empty', ''],
  ['is no UTF-8', Buffer.of(0xff, 0xfe, 0x00)],
  ['has lines that are no list', JSON.stringify({ ...ticket, lines: 'x' })],
  ['has a number for a title', JSON.stringify({ ...ticket, title: 5 })],
  ['is megabytes long', JSON.stringify({ ...ticket, note: 'x'.repeat(3_000_000) })],
])('a file that %s is answered with one sentence', async (_, content) => {
  const { code, stdout, stderr } = await print(content);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toContain('at ');
  expect(simulator.commands).toEqual([]);
});

test('a file that is missing and a printer that is none are mistakes of the command', async () => {
  expect((await run('--printer', 'tcp://127.0.0.1:9100', '--slip', join(folder, 'none.json'))).code).toBe(2);
  expect((await run('--printer', 'lpt1', '--slip', 'x')).code).toBe(2);
  expect((await run('--slip', 'x')).code).toBe(2);
});

test('commands hidden in a slip do not reach the printer', async () => {
  const { code } = await print(
    JSON.stringify({ ...ticket, title: '医院\u001b@\u001dV\u0000', note: '\u0010\u0004\u0001' }),
  );
  expect(code).toBe(0);
  expect(simulator.complaints).toEqual([]);
  expect(simulator.slips).toHaveLength(1);
});
