import { expect, test } from 'vitest';
import { atWork } from './at-work.ts';
import { residentCard } from './invented-cards.ts';

test('a card whose reading failed must be lifted, and is read when it is laid down again', async () => {
  const { simulator, next, polled, nothingMore } = await atWork();
  await next();
  await simulator.breakDown('read-error');
  simulator.layDown(residentCard);
  expect(await next()).toEqual({ type: 'card.found' });
  expect(await next()).toEqual({
    type: 'card.trouble',
    problem: 'card-unreadable',
    kind: null,
    detail: '41, reading the card failed',
  });
  await simulator.breakDown(null);
  expect(await next()).toEqual({ type: 'card.removed' });
  await polled(10);
  expect(nothingMore()).toEqual([]);
  simulator.lift();
  simulator.layDown(residentCard);
  expect(await next()).toEqual({ type: 'card.found' });
  expect(await next()).toMatchObject({ type: 'card.read' });
});

test('a card that is lifted for a blink and laid down again is read too', async () => {
  const { simulator, next, polled } = await atWork();
  await next();
  await simulator.breakDown('read-error');
  simulator.layDown(residentCard);
  expect(await next()).toEqual({ type: 'card.found' });
  expect(await next()).toMatchObject({ type: 'card.trouble' });
  await simulator.breakDown(null);
  await polled(1);
  simulator.lift();
  simulator.layDown(residentCard);
  expect(await next()).toEqual({ type: 'card.removed' });
  expect(await next()).toEqual({ type: 'card.found' });
  expect(await next()).toMatchObject({ type: 'card.read' });
});

test('a card that is lifted and laid down again between two polls is read too', async () => {
  const { simulator, next } = await atWork();
  await next();
  await simulator.breakDown('read-error');
  simulator.layDown(residentCard);
  expect(await next()).toEqual({ type: 'card.found' });
  expect(await next()).toMatchObject({ type: 'card.trouble' });
  await simulator.breakDown(null);
  simulator.lift();
  simulator.layDown(residentCard);
  expect(await next()).toEqual({ type: 'card.removed' });
  expect(await next()).toEqual({ type: 'card.found' });
  expect(await next()).toMatchObject({ type: 'card.read' });
});
