import { expect, it } from 'vitest';
import { Attempts } from './attempts.ts';

it('works once for all who ask, and again when it was forgotten', async () => {
  const attempts = new Attempts<string>();
  let times = 0;
  const get = (): Promise<string | undefined> => attempts.get('venue', () => Promise.resolve(`made ${(times += 1)}`));
  expect(await Promise.all([get(), get()])).toEqual(['made 1', 'made 1']);
  attempts.keep(new Set(['venue']));
  expect(await get()).toBe('made 1');
  attempts.keep(new Set(['another']));
  expect(await get()).toBe('made 2');
});

it.each([
  ['gives nothing', () => Promise.resolve(undefined)],
  ['throws', () => Promise.reject(new Error('it does not work'))],
])('work that %s has failed for a minute, and is then tried again', async (_, fail) => {
  let now = 0;
  const attempts = new Attempts<string>(() => now);
  let times = 0;
  const get = (): Promise<string | undefined> =>
    attempts
      .get('venue', () => {
        times += 1;
        return times === 1 ? fail() : Promise.resolve('made');
      })
      .catch(() => undefined);
  expect(await get()).toBeUndefined();
  now = 59_999;
  expect([await get(), times]).toEqual([undefined, 1]);
  now = 60_000;
  expect([await get(), await get(), times]).toEqual(['made', 'made', 2]);
});

it('a failure says nothing of a newer attempt', async () => {
  const attempts = new Attempts<string>(() => 0);
  const first = Promise.withResolvers<undefined>();
  const failing = attempts.get('venue', () => first.promise);
  attempts.keep(new Set());
  const newer = attempts.get('venue', () => Promise.resolve('made'));
  first.resolve(undefined);
  expect([await failing, await newer]).toEqual([undefined, 'made']);
  expect(await attempts.get('venue', () => Promise.resolve('made again'))).toBe('made');
});
