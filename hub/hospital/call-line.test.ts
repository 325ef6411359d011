import { expect, test } from 'vitest';
import { CallLine } from './call-line.ts';

const never = new Promise<void>(() => undefined);

test('two calls are made at once, and the next come in the order in which they asked', async () => {
  const line = new CallLine({ atOnce: 2, waiting: 10 });
  const [first, second] = [await line.enter(never), await line.enter(never)];
  const order: string[] = [];
  const third = line.enter(never).then((place) => (order.push('third'), place));
  const fourth = line.enter(never).then((place) => (order.push('fourth'), place));
  second?.leave();
  const place = await third;
  expect(order).toEqual(['third']);
  first?.leave();
  place?.leave();
  await fourth;
  expect(order).toEqual(['third', 'fourth']);
});

test('a full line refuses at once', async () => {
  const line = new CallLine({ atOnce: 1, waiting: 1 });
  await line.enter(never);
  void line.enter(never);
  expect(await line.enter(never)).toBeUndefined();
});

test('whoever has waited too long goes without a place, and takes nobody else’s', async () => {
  const line = new CallLine({ atOnce: 1, waiting: 5 });
  const first = await line.enter(never);
  expect(await line.enter(Promise.resolve())).toBeUndefined();
  const next = line.enter(never);
  first?.leave();
  first?.leave();
  expect(await next).toBeDefined();
});
