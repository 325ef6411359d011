import { expect, test } from 'vitest';
import type { ReaderFault } from '../simulator/faults.ts';
import { atWork } from './at-work.ts';
import { residentCard } from './invented-cards.ts';

test.each<ReaderFault>([
  'silent',
  'wrong-checksum',
  'never-ending-length',
  'noise-inside',
  'over-long-reply',
  'endless-bytes',
])('a reader that gives nothing but %s is away, and ready again when it is mended', async (fault) => {
  const { simulator, reader, next, untilPatienceEnds } = await atWork({ deadlines: 'manual' });
  expect(await next()).toEqual({ type: 'reader.ready' });
  await simulator.breakDown(fault);
  expect(await untilPatienceEnds()).toMatchObject({ type: 'reader.away', why: expect.stringContaining('find card') });
  expect(reader.state.ready).toBe(false);
  await simulator.breakDown(null);
  let event = await untilPatienceEnds();
  while (event.type === 'reader.away') event = await untilPatienceEnds();
  expect(event).toEqual({ type: 'reader.ready' });
});

test('a reader whose security module failed its self-test says so', async () => {
  const { simulator, next } = await atWork();
  await next();
  await simulator.breakDown('module-fault');
  expect(await next()).toEqual({ type: 'reader.away', why: '60, security module failed its self-test' });
  await simulator.breakDown(null);
  expect(await next()).toEqual({ type: 'reader.ready' });
});

test('a reply that lacks its data makes the card unreadable', async () => {
  const { simulator, next, untilPatienceEnds } = await atWork({ deadlines: 'manual' });
  await next();
  await simulator.breakDown('short-reply');
  simulator.layDown(residentCard);
  expect(await next()).toEqual({ type: 'card.found' });
  expect(await untilPatienceEnds()).toMatchObject({
    type: 'card.trouble',
    problem: 'card-unreadable',
  });
});
