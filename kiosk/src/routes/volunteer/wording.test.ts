import { expect, test } from 'vitest';
import { boardWording } from './wording.ts';

/** Every text of a wording, those included that are made from a number or a name. */
function textsOf(wording: unknown): string[] {
  if (typeof wording === 'string') return [wording];
  if (typeof wording === 'function') return [String(wording(3))];
  if (typeof wording !== 'object' || wording === null) return [];
  return Object.entries(wording).flatMap(([key, value]) => (key === 'otherLanguage' ? [] : textsOf(value)));
}

test('the board speaks each language in its own letters and marks', () => {
  const [zh, en] = [textsOf(boardWording.zh), textsOf(boardWording.en)];
  expect(en).toHaveLength(zh.length);
  expect(en.filter((text) => /[\p{Script=Han}，。；：？！（）]/u.test(text))).toEqual([]);
  expect(zh.filter((text) => /[\p{Script=Han}][,.;:?!()]|[,.;:?!()][\p{Script=Han}]/u.test(text))).toEqual([]);
});
