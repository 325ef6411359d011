import { expect, it } from 'vitest';
import { OpenStreams } from './open-streams.ts';

it('one address takes its share of the streams, and another still gets one', () => {
  const streams = new OpenStreams({ anAddress: 2, inAll: 3 });
  expect([streams.take('a'), streams.take('a'), streams.take('a')].map(Boolean)).toEqual([true, true, false]);
  expect([streams.take('b'), streams.take('c')].map(Boolean)).toEqual([true, false]);
});

it('a stream that has ended makes room for one, however often it says so', () => {
  const streams = new OpenStreams({ anAddress: 1, inAll: 1 });
  const giveBack = streams.take('a');
  giveBack?.();
  giveBack?.();
  expect(streams.take('b')).toBeDefined();
  expect(streams.take('a')).toBeUndefined();
});
