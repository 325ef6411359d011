import { expect, test } from 'vitest';
import { linesOfLabel } from './label-size.ts';

const room = { kind: 'destination', words: { zh: '3 诊室', en: 'Room 3' } } as const;
const long = { kind: 'destination', words: { zh: '心'.repeat(40), en: 'heart '.repeat(6) } } as const;
const picture = { em: 44, languages: ['zh', 'en'], width: 980, height: 500 } as const;

test('the second language is under the first, and beside it on a flat picture', () => {
  expect(linesOfLabel(room, picture)).toEqual({ main: ['3 诊室'], quiet: ['Room 3'] });
  expect(linesOfLabel(room, { ...picture, height: 301 })).toEqual({
    main: ['3 诊室'],
    quiet: ['Room 3'],
    isBeside: true,
  });
});

test('a long name is in the first language alone where both are too high, and cut where its lines are', () => {
  const { main, quiet } = linesOfLabel(long, { ...picture, height: 560 });
  expect([main.join('').length, quiet]).toEqual([40, []]);
  const flat = linesOfLabel(long, { ...picture, height: 301 });
  expect([flat.main.length, flat.quiet]).toEqual([1, []]);
  expect(flat.main[0]).toMatch(/心…$/);
});
