import { describe, expect, it } from 'vitest';
import { forecastCalls, type CallingDesk } from './forecast.ts';
import { rangeOf } from './range.ts';

const visit = { mean: 10, spread: 4 };
const free = { mean: 0, spread: 0 };

function offers(...tickets: readonly string[]): CallingDesk['offered'] {
  return tickets.map((ticketId) => ({ ticketId, visit }));
}

function desk(given: Partial<CallingDesk> = {}): CallingDesk {
  return { offered: offers('A', 'B', 'C', 'D'), freeIn: free, visit, atRoom: 0, roomLimit: 0, ...given };
}

function minutes(desks: readonly CallingDesk[]): Record<string, number> {
  return Object.fromEntries([...forecastCalls(desks)].map(([id, { after }]) => [id, after]));
}

describe('when somebody is called', () => {
  it('is after all who are before, one desk working', () => {
    expect(minutes([desk()])).toEqual({ A: 0, B: 10, C: 20, D: 30 });
  });

  it('is sooner with a second desk, which takes every other one', () => {
    expect(minutes([desk(), desk()])).toEqual({ A: 0, B: 0, C: 10, D: 10 });
  });

  it('counts what is left of the visit in the room', () => {
    expect(minutes([desk({ freeIn: { mean: 4, spread: 2 } })])).toEqual({ A: 4, B: 14, C: 24, D: 34 });
  });

  it('is sooner where some are called to the room before their turn', () => {
    expect(minutes([desk({ roomLimit: 2 })])).toEqual({ A: 0, B: 0, C: 0, D: 10 });
    expect(minutes([desk({ roomLimit: 2, atRoom: 2, freeIn: { mean: 5, spread: 2 } })])).toEqual({
      A: 5,
      B: 15,
      C: 25,
      D: 35,
    });
  });

  it('takes those at the room first where a nurse alone sends them', () => {
    expect(minutes([desk({ atRoom: 1 })])).toEqual({ A: 10, B: 20, C: 30, D: 40 });
  });

  it('waits for whoever shares the desk: tickets of another queue stand between', () => {
    const other = { ticketId: 'X', visit: { mean: 30, spread: 5 } };
    const [a, b] = offers('A', 'B');
    if (a === undefined || b === undefined) throw new Error('two are offered');
    expect(minutes([desk({ offered: [a, other, b] })])).toEqual({ A: 0, X: 10, B: 40 });
  });

  it('is known for nobody where no desk calls', () => {
    expect(minutes([])).toEqual({});
  });

  it('is less certain the more visits lie between', () => {
    const forecasts = forecastCalls([desk()]);
    expect(forecasts.get('A')?.spread).toBe(0);
    expect(forecasts.get('B')?.spread).toBe(4);
    expect(forecasts.get('D')?.spread).toBeCloseTo(Math.sqrt(3) * 4);
  });

  it('stops at the one who asks', () => {
    expect([...forecastCalls([desk()], 'B').keys()]).toEqual(['A', 'B']);
  });
});

describe('the range that is told', () => {
  it.each([
    ['of the next one', { after: 0, spread: 0 }, 0, 5],
    ['in steps of five minutes, outwards', { after: 24, spread: 4 }, 15, 35],
    ['never begins before now', { after: 6, spread: 10 }, 0, 25],
  ])('%s', (_, forecast, fromMinutes, toMinutes) => {
    expect(rangeOf(forecast)).toEqual({ fromMinutes, toMinutes });
  });

  /** The same numbers on every run. */
  function numbers(seed: number): () => number {
    let state = seed;
    return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  }

  it('holds the call of about four patients of five, whatever the visits are like', () => {
    const next = numbers(7);
    // Skewed as visits are: many short ones, a few long.
    const length = (): number => 2 + 6 * (-Math.log(1 - next()) * 0.6 + next());
    const lengths = Array.from({ length: 4_000 }, length);
    const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
    const spread = Math.sqrt(lengths.reduce((sum, one) => sum + (one - mean) ** 2, 0) / lengths.length);
    let inside = 0;
    const days = 600;
    for (let day = 0; day < days; day += 1) {
      const before = 1 + Math.floor(next() * 12);
      const real = Array.from({ length: before }, length).reduce((sum, one) => sum + one, 0);
      const offered = Array.from({ length: before + 1 }, (_, at) => ({
        ticketId: String(at),
        visit: { mean, spread },
      }));
      const forecast = forecastCalls([desk({ offered })], String(before)).get(String(before));
      if (forecast === undefined) throw new Error('everybody is called');
      const { fromMinutes, toMinutes } = rangeOf(forecast);
      if (fromMinutes <= real && real <= toMinutes) inside += 1;
    }
    expect(inside / days).toBeGreaterThan(0.75);
    expect(inside / days).toBeLessThan(0.97);
  });
});
