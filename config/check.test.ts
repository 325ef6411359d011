import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const entry = fileURLToPath(new URL('check.ts', import.meta.url));
const demo = fileURLToPath(new URL('sites/demo', import.meta.url));

function run(...words: readonly string[]): { code: number | null; said: string; complained: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...words], { encoding: 'utf8' });
  return { code: status, said: stdout, complained: stderr };
}

test('an installer hears that the site is right, one terminal called one terminal', () => {
  const { code, said } = run('check', demo);
  expect(code).toBe(0);
  expect(said).toMatch(/^The site is right: \d+ areas, .*, 1 terminal\.\n$/);
}, 30_000);

test('an installer who asks for help gets it, and wrong words are called wrong', () => {
  expect(run('--help')).toMatchObject({ code: 0, complained: '', said: expect.stringContaining('check DIR') });
  expect(run('burn')).toMatchObject({ code: 2, said: '', complained: expect.stringContaining('check DIR') });
}, 30_000);
