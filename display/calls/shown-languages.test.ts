import { expect, test } from 'vitest';
import { inOrder } from './shown-languages.ts';

const room = { zh: '3 诊室', en: 'Room 3' };

test('the first language of a screen is the large one', () => {
  expect(inOrder(room, ['en', 'zh']).map((one) => one?.text)).toEqual(['Room 3', '3 诊室']);
});

test('a screen of one language shows that alone', () => {
  expect(inOrder(room, ['zh'])).toEqual([{ lang: 'zh-CN', text: '3 诊室' }]);
});

test('a name that is the same in both languages stands once', () => {
  expect(inOrder({ zh: 'CT', en: 'CT' }, ['zh', 'en'])).toHaveLength(1);
});
