import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clinic, filesOf } from '../imdf/sample.ts';
import { check } from './check.ts';

describe('maps check', () => {
  let folder = '';
  const said: string[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'check-'));
    await writeFile(join(folder, 'clinic.zip'), zipSync(filesOf(clinic())));
    said.length = 0;
    for (const way of ['log', 'error'] as const)
      vi.spyOn(console, way).mockImplementation((text: string) => void said.push(text));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  test('ends with 0 for a map that can be used', async () => {
    expect(await check([join(folder, 'clinic.zip')])).toBe(0);
    expect(said.join('\n')).toMatch(/Nothing is wrong with it/);
  });

  test('prints one JSON object when asked to', async () => {
    expect(await check(['--json', join(folder, 'clinic.zip')])).toBe(0);
    expect(JSON.parse(said.join('\n'))).toMatchObject({ usable: true, features: { unit: 8 } });
  });

  test('makes corrections first', async () => {
    await writeFile(join(folder, 'right.yaml'), 'changes: { gone: { delete: true } }');
    expect(await check([join(folder, 'clinic.zip'), '--corrections', join(folder, 'right.yaml')])).toBe(0);
    expect(said.join('\n')).toMatch(/Corrections of what does not exist: 1\n.*gone/);
  });

  test('ends with 1 and one sentence when nothing usable can be made of it', async () => {
    await writeFile(join(folder, 'note.geojson'), '{}');
    expect(await check([join(folder, 'note.geojson')])).toBe(1);
    expect(said).toEqual([expect.stringMatching(/^note.geojson is no map that can be read; give an IMDF archive/)]);
  });

  test.each([[[]], [['a', 'b']], [['a', '--loud']], [['a', '--corrections', '/nowhere/file.yaml']]])(
    'ends with 2 for the words %j',
    async (words) => {
      expect(await check(words)).toBe(2);
    },
  );
});
