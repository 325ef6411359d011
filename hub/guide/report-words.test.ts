import { findingKinds } from '@lobby/maps/report/findings.ts';
import { describe, expect, test } from 'vitest';
import { reportLines, reportWords } from './report-words.ts';

describe('the report of a map', () => {
  test('has words in both languages for everything that can be found', () => {
    expect(Object.keys(findingKinds).filter((kind) => !Object.hasOwn(reportWords, kind))).toEqual([]);
    for (const [, zh, en] of Object.values(reportWords)) {
      expect(zh).toMatch(/^[\u4e00-\u9fff，、]+$/);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  test('counts what was found of a kind and puts first what must be mended', () => {
    const lines = reportLines([
      { kind: 'mended-geometry', ids: ['u1'] },
      { kind: 'bad-geometry', ids: ['u2'] },
      { kind: 'mended-geometry', ids: ['u3'] },
      { kind: 'of-a-newer-importer', ids: [] },
    ]);
    expect(lines).toEqual([
      {
        weight: 'bad',
        said: { zh: '形状不能用，没有收：1 处', en: '1: shapes could not be used and were left out' },
        ids: ['u2'],
      },
      { weight: 'look', said: { zh: 'of-a-newer-importer：1 处', en: '1: of-a-newer-importer' }, ids: [] },
      { weight: 'good', said: { zh: '形状已修好：2 处', en: '2: shapes were mended' }, ids: ['u1', 'u3'] },
    ]);
  });
});
