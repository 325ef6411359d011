import { expect, test } from 'vitest';
import { soundCache } from './sound-cache.ts';

test('the sounds that nobody used for longest make room', () => {
  const cache = soundCache(10);
  cache.set('a', new Uint8Array(4));
  cache.set('b', new Uint8Array(4));
  cache.get('a');
  cache.set('c', new Uint8Array(4));
  expect(cache.get('a')).toHaveLength(4);
  expect(cache.get('b')).toBeUndefined();
  expect(cache.get('c')).toHaveLength(4);
});

test('a sound that is larger than all the room is not kept', () => {
  const cache = soundCache(10);
  cache.set('long', new Uint8Array(11));
  expect(cache.get('long')).toBeUndefined();
});
