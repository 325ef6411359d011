import { describe, expect, test } from 'vitest';
import { KeyBurst } from './key-burst.ts';

function typed(text: string, gap: number, burst = new KeyBurst(), start = 0): string | undefined {
  const keys = [...text].flatMap((key) => (/[A-Z:]/.test(key) ? ['Shift', key] : [key]));
  keys.forEach((key, index) => burst.press(key, start + index * gap));
  return burst.press('Enter', start + keys.length * gap);
}

describe('keys of a scanner', () => {
  test('are one text, at whatever they are aimed', () => {
    expect(typed('LOBBY:T:019aae6c', 10)).toBe('LOBBY:T:019aae6c');
  });

  test('are told from fingers', () => {
    expect(typed('LOBBY:T:019aae6c', 120)).toBeUndefined();
    expect(typed('', 10)).toBeUndefined();
    expect(typed('1234', 10)).toBeUndefined();
  });

  test('are not mixed with what somebody pressed before', () => {
    const burst = new KeyBurst();
    burst.press('x', 0);
    expect(typed('LOBBY:T:019aae6c', 10, burst, 500)).toBe('LOBBY:T:019aae6c');
  });

  test('of two slips are two texts', () => {
    const burst = new KeyBurst();
    expect(typed('LOBBY:T:first-one', 10, burst)).toBe('LOBBY:T:first-one');
    expect(typed('LOBBY:T:second-one', 10, burst, 1000)).toBe('LOBBY:T:second-one');
  });

  test('of rubbish without end are not kept', () => {
    expect(typed('x'.repeat(20_000), 1)?.length).toBeLessThanOrEqual(8192);
  });
});
