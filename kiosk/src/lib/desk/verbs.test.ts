import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fitsState, isAllowed, keyOfVerb, listVerbs, type Verb } from './verbs.ts';
import { deskWording } from './wording/desk-wording.ts';

describe('the verbs of a desk', () => {
  test('every key stands in the page about the desk, in both languages', () => {
    const rows = readFileSync(new URL('../../../../docs/desk.md', import.meta.url), 'utf8').split('\n');
    for (const [verb, key] of Object.entries(keyOfVerb) as [Verb, string][]) {
      const words = [deskWording.zh.verbs[verb], deskWording.en.verbs[verb]];
      const row = rows.find((line) => line.startsWith(`| ${key}`) && words.every((word) => line.includes(word)));
      expect(row, `${verb} under ${key}`).toBeDefined();
    }
  });

  test('a key whose other side alone is allowed still works', () => {
    expect(isAllowed({ may: ['unpause'] }, 'pause')).toBe(true);
    expect(isAllowed({ may: ['next'] }, 'pause')).toBe(false);
  });

  test('nothing of the lists is done with somebody who is finished', () => {
    for (const verb of listVerbs) expect(fitsState(verb, 'finished')).toBe(false);
  });
});
