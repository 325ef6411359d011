import { expect, test } from 'vitest';
import { isPlainId } from './plain-id.ts';

test.each(['0199d3a0-7c1e-7000-8000-000000000000', 'A012', '..'])('%j can be an id', (text) => {
  expect(isPlainId(text)).toBe(true);
});

test.each(['', 'a\u0000b', '\u202e', 'a b', '号', 'x'.repeat(65)])('%j can be no id', (text) => {
  expect(isPlainId(text)).toBe(false);
});
