import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DueTimer } from './due-timer.ts';

describe('what is due', () => {
  let due: number | undefined;
  let done: number[];
  let troubles: unknown[];
  let timer: DueTimer;

  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
    due = undefined;
    done = [];
    troubles = [];
    timer = new DueTimer({
      nextDue: async () => due,
      onDue: async () => {
        done.push(Date.now());
        due = undefined;
      },
      now: () => Date.now(),
      onTrouble: (error) => troubles.push(error),
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is done at its time and not before, though nobody asks', async () => {
    due = 40_000;
    timer.look();
    await vi.advanceTimersByTimeAsync(39_999);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual([40_000]);
  });

  test('is done at an earlier time when something came before it', async () => {
    due = 40_000;
    timer.look();
    await vi.advanceTimersByTimeAsync(1_000);
    due = 5_000;
    timer.look();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(done).toEqual([5_000]);
  });

  test('that lies far ahead is not forgotten', async () => {
    due = 1_800_000;
    timer.look();
    await vi.advanceTimersByTimeAsync(1_800_000);
    expect(done).toEqual([1_800_000]);
  });

  test('costs nothing while nothing is open', async () => {
    timer.look();
    await vi.advanceTimersByTimeAsync(600_000);
    expect([vi.getTimerCount(), done]).toEqual([0, []]);
  });

  test('is tried again after a database that did not answer', async () => {
    due = 1_000;
    let broken = true;
    const fails = new DueTimer({
      nextDue: async () => {
        if (broken) throw new Error('away');
        return due;
      },
      onDue: async () => {
        done.push(Date.now());
        due = undefined;
      },
      now: () => Date.now(),
      onTrouble: (error) => troubles.push(error),
    });
    fails.look();
    await vi.advanceTimersByTimeAsync(10);
    broken = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([troubles.length, done.length]).toEqual([1, 1]);
  });

  test('is left alone once stopped', async () => {
    due = 40_000;
    timer.look();
    await vi.advanceTimersByTimeAsync(1);
    await timer.stop();
    timer.look();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(done).toEqual([]);
  });
});
