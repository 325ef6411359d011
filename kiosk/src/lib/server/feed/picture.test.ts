import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PictureMaker, type PictureFrame } from './picture.ts';

/** A picture whose sequence is set by hand and which takes as long to make as wanted. */
function making(milliseconds = 0) {
  const sent: PictureFrame[] = [];
  const faults: unknown[] = [];
  const source = { sequence: 0, made: 0, broken: false };
  const maker = new PictureMaker({
    load: async () => {
      const { sequence } = source;
      source.made += 1;
      if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
      if (source.broken) throw new Error('no picture');
      return { sequence };
    },
    encode: ({ sequence }) => new TextEncoder().encode(String(sequence)),
    send: (frame) => void sent.push(frame),
    onFault: (error) => void faults.push(error),
    now: () => Date.now(),
  });
  const change = (kind: 'call' | 'other'): void => {
    source.sequence += 1;
    maker.refresh(kind);
  };
  return { maker, source, sent, faults, change, sequences: () => sent.map(({ sequence }) => sequence) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the picture of a channel', () => {
  test('follows a change at once', async () => {
    const { change, sequences } = making();
    change('other');
    await vi.advanceTimersByTimeAsync(0);
    expect(sequences()).toEqual([1]);
  });

  test('holds a whole burst of check-ins, its last change included', async () => {
    const { change, sequences, source } = making();
    for (let i = 0; i < 50; i += 1) {
      change('other');
      await vi.advanceTimersByTimeAsync(1);
    }
    await vi.advanceTimersByTimeAsync(200);
    expect(sequences().at(-1)).toBe(50);
    expect(source.made).toBeLessThanOrEqual(3);
  });

  test('does not keep a call waiting behind check-ins', async () => {
    const { change, sequences } = making();
    change('other');
    await vi.advanceTimersByTimeAsync(1);
    change('other');
    change('call');
    await vi.advanceTimersByTimeAsync(25);
    expect(sequences()).toEqual([1, 3]);
  });

  test('is made once more when something changes while it is being made', async () => {
    const { change, sequences, source } = making(40);
    change('call');
    await vi.advanceTimersByTimeAsync(30);
    for (let i = 0; i < 5; i += 1) change('call');
    await vi.advanceTimersByTimeAsync(500);
    expect(sequences()).toEqual([1, 6]);
    expect(source.made).toBe(2);
  });

  test('is shared by those who join within a second, and sent to nobody else', async () => {
    const { maker, source, sent } = making();
    const frames = await Promise.all([maker.holding(0), maker.holding(0)]);
    const later = await maker.holding(0);
    expect(later).toBe(frames[1]);
    expect(source.made).toBeLessThanOrEqual(2);
    expect(sent).toEqual([]);
  });

  test('is made anew for one who joins and knows of a later change', async () => {
    const { maker, source } = making();
    await maker.holding(0);
    source.sequence = 7;
    expect((await maker.holding(7))?.sequence).toBe(7);
  });

  test('that failed is said, and made again at the next change', async () => {
    const { change, source, faults, sequences } = making();
    source.broken = true;
    change('other');
    await vi.advanceTimersByTimeAsync(0);
    expect(faults).toHaveLength(1);
    source.broken = false;
    change('other');
    await vi.advanceTimersByTimeAsync(100);
    expect(sequences()).toEqual([2]);
  });

  test('that failed is tried again by itself, so that nobody misses the change it was to show', async () => {
    const { change, source, sequences } = making();
    source.broken = true;
    change('call');
    await vi.advanceTimersByTimeAsync(4_999);
    expect(source.made).toBe(1);
    source.broken = false;
    await vi.advanceTimersByTimeAsync(1);
    expect(sequences()).toEqual([1]);
  });

  test('is sent no more once stopped', async () => {
    const { maker, change, sent } = making(10);
    change('other');
    maker.stop();
    change('call');
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toEqual([]);
  });
});
