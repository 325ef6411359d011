import { describe, expect, test } from 'vitest';
import { Follower } from './follower.ts';

const bytes = (size: number): Uint8Array => new Uint8Array(size).fill(32);

describe('a follower', () => {
  test('that reads gets everything in order', async () => {
    const follower = new Follower();
    follower.send(new TextEncoder().encode('one '));
    follower.send(new TextEncoder().encode('two'));
    follower.close();
    expect(await new Response(follower.stream).text()).toBe('retry: 1000\n\none two');
  });

  test('that does not read is cut off instead of being remembered for ever', async () => {
    let ends = 0;
    const follower = new Follower({ onEnd: () => (ends += 1) });
    for (let sent = 0; sent < 40; sent += 1) follower.send(bytes(64 * 1024));
    expect(ends).toBe(1);
    expect(follower.open).toBe(false);
    await expect(new Response(follower.stream).text()).rejects.toThrow('too slowly');
  });

  test('that reads in time is not cut off, however much there is to say', async () => {
    const follower = new Follower();
    const reader = follower.stream.getReader();
    for (let sent = 0; sent < 40; sent += 1) {
      follower.send(bytes(64 * 1024));
      await reader.read();
    }
    expect(follower.open).toBe(true);
  });

  test('that leaves is heard of once', async () => {
    let ends = 0;
    const follower = new Follower({ onEnd: () => (ends += 1) });
    await follower.stream.cancel();
    follower.send(bytes(1));
    follower.close();
    expect(ends).toBe(1);
    follower.onEnd(() => (ends += 1));
    expect(ends).toBe(2);
  });
});
