import { expect, it } from 'vitest';
import { isUnable, unableBecause } from './unable.ts';

const [way, next] = [{}, {}];
const wanted = { version: 'v1', shown: way };

it('a missing floor holds for this version and this way alone', () => {
  const unable = unableBecause('floors', wanted);
  expect(isUnable(undefined, wanted)).toBe(false);
  expect(isUnable(unable, { version: 'v1', shown: way })).toBe(true);
  expect(isUnable(unable, { version: 'v1', shown: next })).toBe(false);
  expect(isUnable(unable, { version: 'v2', shown: way })).toBe(false);
});

it('missing graphics hold for all', () => {
  expect(isUnable(unableBecause('graphics', wanted), { version: 'v2', shown: next })).toBe(true);
});
