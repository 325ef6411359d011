import { describe, expect, test } from 'vitest';
import type { ReaderFault } from '../simulator/faults.ts';
import { atWork } from './at-work.ts';
import { residentCard } from './invented-cards.ts';

describe.each(['tcp', 'pty'] as const)('over %s', (over) => {
  test.each<ReaderFault>(['noise-before', 'split-bytes', 'slow'])('a card is read in spite of %s', async (fault) => {
    const { simulator, next } = await atWork({ over });
    await next();
    await simulator.breakDown(fault);
    simulator.layDown(residentCard);
    expect(await next()).toEqual({ type: 'card.found' });
    expect(await next()).toMatchObject({ type: 'card.read', card: { name: '张𠅤䶮' } });
  });
});

test.each<ReaderFault>(['wrong-checksum', 'noise-inside', 'never-ending-length', 'over-long-reply'])(
  'a card is read although a reply came with %s',
  async (fault) => {
    const { simulator, next, rubbish } = await atWork();
    await next();
    simulator.layDown(residentCard);
    expect(await next()).toEqual({ type: 'card.found' });
    await simulator.breakDown(fault, { replies: 1 });
    expect(await next()).toMatchObject({ type: 'card.read', card: { name: '张𠅤䶮' } });
    expect(rubbish).not.toEqual([]);
  },
);

test('rubbish is reported by count and reason, never by content', async () => {
  const { simulator, next, rubbish } = await atWork();
  await next();
  await simulator.breakDown('noise-before');
  simulator.layDown(residentCard);
  await next();
  await next();
  expect(new Set(rubbish)).toEqual(new Set(['8 bytes of rubbish: noise']));
});
