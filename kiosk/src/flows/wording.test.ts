import { describe, expect, it } from 'vitest';
import { checkInWording } from './check-in/wording.ts';
import { frameWording } from './frame-wording.ts';
import { helpWording } from './help/wording.ts';
import { visitWording } from './visit/wording.ts';
import { waitWording } from './visit/waits/wording.ts';
import { wayWording } from './way/wording.ts';
import { waysWording } from './visit/ways/wording.ts';

/** Every text of a wording, those included that are made from a number or a time. */
function textsOf(wording: unknown): string[] {
  if (typeof wording === 'string') return [wording];
  if (typeof wording === 'function') return [String(wording(3, 4))];
  if (typeof wording !== 'object' || wording === null) return [];
  return Object.values(wording).flatMap(textsOf);
}

const chinese = [
  visitWording.zh,
  waitWording.zh,
  waysWording.zh,
  checkInWording.zh,
  frameWording.zh,
  helpWording.zh,
  wayWording.zh,
].flatMap(textsOf);
const english = [
  visitWording.en,
  waitWording.en,
  waysWording.en,
  checkInWording.en,
  frameWording.en,
  helpWording.en,
  wayWording.en,
].flatMap(textsOf);

describe('what a terminal says', () => {
  it('is there in both languages, text by text', () => {
    expect(english).toHaveLength(chinese.length);
    expect(chinese.length).toBeGreaterThan(80);
  });

  it('has the punctuation of Chinese in Chinese', () => {
    expect(chinese.filter((text) => /[\p{Script=Han}][,.;:?!()]|[,.;:?!()][\p{Script=Han}]/u.test(text))).toEqual([]);
  });

  it('has no Chinese in English', () => {
    expect(english.filter((text) => /[\p{Script=Han}，。；：？！（）]/u.test(text))).toEqual([]);
  });

  it('is said in words a person uses, not a system', () => {
    const systemWords = /系统错误|异常|失败|操作|提示|确定|error|invalid|failed|session|user|click/i;
    expect([...chinese, ...english].filter((text) => systemWords.test(text))).toEqual([]);
  });

  it('has titles that can be read at a glance: 20 Hanzi, 12 words', () => {
    const titles = (wording: unknown): string[] =>
      typeof wording !== 'object' || wording === null
        ? []
        : Object.entries(wording).flatMap(([key, value]) => (key === 'title' ? [String(value)] : titles(value)));
    const zh = [
      visitWording.zh,
      waitWording.zh,
      waysWording.zh,
      checkInWording.zh,
      helpWording.zh,
      wayWording.zh,
    ].flatMap(titles);
    const en = [
      visitWording.en,
      waitWording.en,
      waysWording.en,
      checkInWording.en,
      helpWording.en,
      wayWording.en,
    ].flatMap(titles);
    expect(zh.filter((title) => title.replaceAll('|', '').length > 20)).toEqual([]);
    expect(en.filter((title) => title.split(' ').length > 12)).toEqual([]);
  });
});
