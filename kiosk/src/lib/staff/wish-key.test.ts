import { expect, test } from 'vitest';
import { WishKey } from './wish-key.ts';

test('two taps for one badge have one key, and the next badge has another', () => {
  const keys = new WishKey();
  const tapped = [keys.of({ name: '韩冬' }), keys.of({ name: '韩冬' })];
  expect(new Set(tapped).size).toBe(1);
  keys.answered();
  expect(tapped).not.toContain(keys.of({ name: '韩冬' }));
});

test('another wish has another key, though nobody answered the first', () => {
  const keys = new WishKey();
  expect(keys.of({ id: 'K01' })).not.toBe(keys.of({ id: 'K02' }));
});
