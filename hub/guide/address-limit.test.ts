import { describe, expect, test } from 'vitest';
import { FixedClock } from '../clock.ts';
import { AddressLimit } from './address-limit.ts';

const morning = '2026-11-23T01:15:00.000Z';

describe('phones behind one network address', () => {
  test('may ask for all the ways of a full waiting hall in a minute, and again in the next', () => {
    const clock = new FixedClock(morning);
    const limit = new AddressLimit(clock);
    const asked = Array.from({ length: 241 }, () => limit.mayAsk('192.0.2.1'));
    expect(asked.filter(Boolean)).toHaveLength(240);
    expect(limit.mayAsk('192.0.2.2')).toBe(true);
    clock.set('2026-11-23T01:16:00.000Z');
    expect(limit.mayAsk('192.0.2.1')).toBe(true);
  });

  test('that show forged links are not heard for the rest of the minute', () => {
    const limit = new AddressLimit(new FixedClock(morning));
    for (let forged = 0; forged < 20; forged += 1) {
      expect(limit.mayAsk('192.0.2.1')).toBe(true);
      limit.wasForged('192.0.2.1');
    }
    expect(limit.mayAsk('192.0.2.1')).toBe(false);
    expect(limit.mayAsk('192.0.2.2')).toBe(true);
  });
});
