import { expect, test } from 'vitest';
import { atWork } from './at-work.ts';
import { residentCard } from './invented-cards.ts';

test('a card that another program left selected, and that find does not show, is read', async () => {
  const { simulator, next } = await atWork();
  simulator.layDown(residentCard, { selected: true });
  expect(await next()).toEqual({ type: 'reader.ready' });
  expect(await next()).toEqual({ type: 'card.found' });
  expect(await next()).toMatchObject({ type: 'card.read', card: { idNumber: '11010519491231002X' } });
});
