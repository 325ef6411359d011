import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedEngine } from '@lobby/hub/speech/installed-engine.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;

/** A program in the place of espeak-ng that notes its arguments. */
function program(body: string): string {
  const file = join(folder, 'espeak-ng');
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/arguments"\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lobby-installed-voice-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a machine without espeak-ng has no installed voice', async () => {
  expect(await installedEngine(join(folder, 'nothing-here'))).toBeUndefined();
});

test('an espeak-ng without the voice for pinyin is not used', async () => {
  expect(await installedEngine(program('exit 1'))).toBeUndefined();
});

test('an installed espeak-ng gets the sentence as one argument, behind the end of the options', async () => {
  const engine = await installedEngine(program('printf RIFF'));
  const text = 'qing3 ei1 ling2, zhang1 xian1 sheng5';
  const wave = await engine?.say({ voice: 'cmn-latn-pinyin', text, wordsPerMinute: 150 });
  expect(new TextDecoder().decode(wave)).toBe('RIFF');
  const given = readFileSync(join(folder, 'arguments'), 'utf8').trim().split('\n');
  expect(given).toEqual(['-v', 'cmn-latn-pinyin', '-s', '150', '--stdout', '--', text]);
});
