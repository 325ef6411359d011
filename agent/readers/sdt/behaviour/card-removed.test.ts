import { expect, test } from 'vitest';
import { atWork } from './at-work.ts';
import { otherResidentCard, residentCard } from './invented-cards.ts';

const types = async (next: () => Promise<{ type: string }>, count: number) => {
  const seen: string[] = [];
  while (seen.length < count) seen.push((await next()).type);
  return seen;
};

test.each([true, false])(
  'a lifted card is removed once (reader finds a selected card: %s)',
  async (findsSelectedCard) => {
    const { simulator, next, polled, nothingMore } = await atWork({ simulator: { findsSelectedCard } });
    simulator.layDown(residentCard);
    await types(next, 3);
    simulator.lift();
    expect(await next()).toEqual({ type: 'card.removed' });
    await polled(10);
    expect(nothingMore()).toEqual([]);
  },
);

test.each([true, false])(
  'a card that stays is read once (reader finds a selected card: %s)',
  async (findsSelectedCard) => {
    const { simulator, next, polled, nothingMore } = await atWork({ simulator: { findsSelectedCard } });
    simulator.layDown(residentCard);
    await types(next, 3);
    await polled(30);
    expect(nothingMore()).toEqual([]);
  },
);

test('a card that slides off for one look and comes back is no news', async () => {
  const { simulator, next, polled, nothingMore } = await atWork();
  simulator.layDown(residentCard);
  await types(next, 3);
  simulator.lift();
  await polled(1);
  simulator.layDown(residentCard);
  await polled(20);
  expect(nothingMore()).toEqual([]);
});

test('another card laid down in its place is a removal and a new card', async () => {
  const { simulator, next } = await atWork();
  simulator.layDown(residentCard);
  await types(next, 3);
  simulator.layDown(otherResidentCard);
  expect(await types(next, 2)).toEqual(['card.removed', 'card.found']);
  expect(await next()).toMatchObject({ type: 'card.read', card: { name: '李四' } });
});

test('the same card laid down again after a removal is read again', async () => {
  const { simulator, next } = await atWork();
  simulator.layDown(residentCard);
  await types(next, 3);
  simulator.lift();
  await next();
  simulator.layDown(residentCard);
  expect(await types(next, 2)).toEqual(['card.found', 'card.read']);
});
