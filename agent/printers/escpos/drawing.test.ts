import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { drawingProcess } from './drawing.ts';
import { encodeSlip } from './encode-slip.ts';
import { readBytes } from './simulator/index.ts';

vi.setConfig({ testTimeout: 30_000 });
const slip = { title: '绍城医院', big: 'A012', lines: [{ label: '姓名', value: '周*𠅤' }] };
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lobby-drawing-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function programThat(name: string, source: string): string {
  const program = join(folder, `${name}.js`);
  writeFileSync(program, source);
  return program;
}

test('a slip with several rare lines has a picture for each, in their order', async () => {
  const lines = ['周*𠅤', '李*㛃', '马'.repeat(10) + '䶮'].map((value) => ({ label: '姓名', value }));
  const { slips, complaints } = readBytes(await encodeSlip({ ...slip, lines }, 48), 48);
  expect(complaints).toEqual([]);
  expect(slips[0]?.items.filter(({ kind }) => kind === 'raster').length).toBeGreaterThanOrEqual(3);
});

test.each([
  ['hangs', 'setInterval(() => undefined, 1000)', 300],
  ['hangs after half of its reply', 'process.stdout.write("[\\"iVB"); setInterval(() => undefined, 1000)', 300],
  ['ends without reading', 'process.exit(0)', 20_000],
  ['crashes', 'process.kill(process.pid, "SIGSEGV")', 20_000],
  ['says what is no picture', 'console.log(JSON.stringify(["<svg>"]))', 20_000],
  ['draws one line too many', 'console.log(JSON.stringify(["AAAA", "AAAA"]))', 20_000],
  ['talks without end', 'setInterval(() => process.stdout.write("A".repeat(65536)), 0)', 20_000],
])('when drawing %s, the slip is written and says where a character is missing', async (what, source, patience) => {
  const draw = drawingProcess({ program: programThat(what.replaceAll(' ', '-'), source), patience });
  const { slips, complaints } = readBytes(await encodeSlip(slip, 48, draw), 48);
  expect(complaints).toEqual([]);
  expect(slips[0]?.lines).toEqual(['绍城医院', 'A012', '-'.repeat(48), `姓名${' '.repeat(39)}周*〓`]);
});
