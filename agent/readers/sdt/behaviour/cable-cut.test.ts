import { describe, expect, test } from 'vitest';
import { atWork } from './at-work.ts';
import { otherResidentCard, residentCard } from './invented-cards.ts';

describe.each(['tcp', 'pty'] as const)('a cable that is cut (%s)', (over) => {
  test('makes the reader away, and mending it makes it ready', async () => {
    const { simulator, next } = await atWork({ over });
    await next();
    await simulator.breakDown('cable-cut');
    expect(await next()).toMatchObject({ type: 'reader.away' });
    await simulator.breakDown(null);
    let event = await next();
    while (event.type === 'reader.away') event = await next();
    expect(event).toEqual({ type: 'reader.ready' });
    simulator.layDown(residentCard);
    expect(await next()).toEqual({ type: 'card.found' });
    expect(await next()).toMatchObject({ type: 'card.read' });
  });
});

async function cutWithCard() {
  const work = await atWork();
  work.simulator.layDown(residentCard);
  await work.next();
  await work.next();
  await work.next();
  await work.simulator.breakDown('cable-cut');
  return {
    ...work,
    async mend() {
      await work.simulator.breakDown(null);
      let event = await work.next();
      while (event.type === 'reader.away') event = await work.next();
      expect(event).toEqual({ type: 'reader.ready' });
    },
  };
}

test('a card that stayed on the reader meanwhile is no news', async () => {
  const { mend, polled, nothingMore } = await cutWithCard();
  await mend();
  await polled(10);
  expect(nothingMore()).toEqual([]);
});

test('a card that was lifted meanwhile is removed afterwards', async () => {
  const { simulator, mend, next } = await cutWithCard();
  simulator.lift();
  await mend();
  expect(await next()).toEqual({ type: 'card.removed' });
});

test('a card that was changed for another meanwhile is a new card', async () => {
  const { simulator, mend, next } = await cutWithCard();
  simulator.layDown(otherResidentCard);
  await mend();
  expect(await next()).toEqual({ type: 'card.removed' });
  expect(await next()).toEqual({ type: 'card.found' });
  expect(await next()).toMatchObject({ type: 'card.read', card: { name: '李四' } });
});
