import { expect, test } from 'vitest';
import { carry, grab, orderWhileHeld, type Grabbed } from './moving.ts';

const order = ['a', 'b', 'c', 'd'];
const held = (ticketId: string): Grabbed => grab(order, { ticketId, queueId: 'q' });

test('a ticket that is taken up stands where it stood', () => {
  for (const id of order) expect(orderWhileHeld(order, held(id))).toEqual(order);
});

test.each([
  ['up', ['a', 'c', 'b', 'd']],
  ['down', ['a', 'b', 'd', 'c']],
  ['first', ['c', 'a', 'b', 'd']],
  ['last', ['a', 'b', 'd', 'c']],
] as const)('carried %s it stands in between', (to, expected) => {
  expect(orderWhileHeld(order, carry(order, held('c'), to))).toEqual(expected);
});

test('it stops at both ends', () => {
  expect(carry(order, held('a'), 'up').before).toBe('b');
  expect(carry(order, held('d'), 'down').before).toBeNull();
});
