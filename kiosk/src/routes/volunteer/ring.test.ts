import { describe, expect, test } from 'vitest';
import { sampleBoard, sampleRequest } from './sample-board.ts';
import { ringOf } from './ring.ts';

const waiting = sampleRequest({ requestId: 'h-1' });
const escalated = sampleRequest({ requestId: 'h-1', escalated: true });
const taken = sampleRequest({ requestId: 'h-1', state: 'taken' });

describe('the bell of the board', () => {
  test('rings for a request that was not there, and for those that wait when the page opens', () => {
    expect(ringOf(sampleBoard([]), sampleBoard([waiting]))).toBe('asked');
    expect(ringOf(undefined, sampleBoard([waiting]))).toBe('asked');
  });

  test('rings again when nobody has taken it, and when it is handed back', () => {
    expect(ringOf(sampleBoard([waiting]), sampleBoard([escalated]))).toBe('escalated');
    expect(ringOf(sampleBoard([taken]), sampleBoard([waiting]))).toBe('asked');
  });

  test('is silent about what is known, taken or over', () => {
    expect(ringOf(sampleBoard([waiting]), sampleBoard([waiting]))).toBeUndefined();
    expect(ringOf(sampleBoard([escalated]), sampleBoard([escalated]))).toBeUndefined();
    expect(ringOf(sampleBoard([waiting]), sampleBoard([taken]))).toBeUndefined();
    expect(ringOf(sampleBoard([taken]), sampleBoard([]))).toBeUndefined();
  });

  test('rings for a second request while the first one waits', () => {
    const both = sampleBoard([waiting, sampleRequest({ requestId: 'h-2' })]);
    expect(ringOf(sampleBoard([waiting]), both)).toBe('asked');
  });

  test('leaves whoever hears of the late ones only in peace until then', () => {
    expect(ringOf(sampleBoard([], 'escalated'), sampleBoard([waiting], 'escalated'))).toBeUndefined();
    expect(ringOf(sampleBoard([waiting], 'escalated'), sampleBoard([escalated], 'escalated'))).toBe('escalated');
  });
});
