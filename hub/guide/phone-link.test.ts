import { describe, expect, test } from 'vitest';
import { linkPayload, readLink } from './phone-link.ts';

const key = 'the key of one hospital';
const way = {
  from: '0b1d3c52-5d4e-4a5b-8c6d-7e8f90a1b2c3',
  to: '1c2d3e4f-5a6b-4c7d-9e8f-a0b1c2d3e4f5',
  profile: 'step-free',
} as const;

describe('the link of a way for a phone', () => {
  test('gives the way that it was made of, whatever ids a map has', () => {
    for (const to of [way.to, 'n17', '节点 17', 'node/1234567']) {
      const payload = linkPayload({ ...way, to }, key);
      expect(readLink(payload ?? '', key)).toEqual({ ...way, to });
    }
  });

  test('stays short enough for a small code on paper', () => {
    expect(linkPayload(way, key)).toHaveLength(63);
  });

  test('of another hospital leads nowhere', () => {
    expect(readLink(linkPayload(way, 'the key of another') ?? '', key)).toBeUndefined();
  });

  test('leads nowhere when any letter of it was changed', () => {
    const payload = linkPayload(way, key) ?? '';
    const letters = [...payload];
    for (const place of letters.keys()) {
      const changed = letters.with(place, letters[place] === 'A' ? 'B' : 'A').join('');
      expect(readLink(changed, key)).toBeUndefined();
    }
  });

  test.each(['', 'AAAA', '#', 'a'.repeat(600), '%00', '绍城'])('that is no link (%s) leads nowhere', (payload) => {
    expect(readLink(payload, key)).toBeUndefined();
  });

  test('is not made for an id that no sign has room for', () => {
    expect(linkPayload({ ...way, to: 'x'.repeat(201) }, key)).toBeUndefined();
  });
});
