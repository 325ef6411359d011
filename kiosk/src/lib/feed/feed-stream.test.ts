import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FeedMessage } from './feed-message.ts';
import { openFeedStream, silenceLimit, type Source, type StreamState } from './feed-stream.ts';

/** Stands where the browser's EventSource would. */
class StandInSource implements Source {
  readyState = 0;
  readonly #listeners = new Map<string, (event: { readonly data?: unknown }) => void>();

  addEventListener(name: string, listener: (event: { readonly data?: unknown }) => void): void {
    this.#listeners.set(name, listener);
  }

  close(): void {
    this.readyState = 2;
  }

  beat(): void {
    this.readyState = 1;
    this.#listeners.get('beat')?.({ data: '{"at":"2026-11-23T00:52:00.000Z"}' });
  }

  breakOff(readyState: 0 | 2): void {
    this.readyState = readyState;
    this.#listeners.get('error')?.({});
  }
}

describe('a stream that never gives up', () => {
  let sources: StandInSource[];
  let states: StreamState[];
  let messages: FeedMessage[];
  let close: () => void;
  const newest = (): StandInSource => {
    const source = sources.at(-1);
    if (source === undefined) throw new Error('nothing was opened');
    return source;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    sources = [];
    states = [];
    messages = [];
    const follower = {
      message: (message: FeedMessage) => void messages.push(message),
      state: (state: StreamState) => void states.push(state),
    };
    close = openFeedStream('http://hub.example/api/screen/feed', follower, () => {
      const source = new StandInSource();
      sources.push(source);
      return source;
    });
  });

  afterEach(() => {
    close();
    vi.useRealTimers();
  });

  test('is live from its first message', () => {
    newest().beat();
    newest().beat();
    expect(states).toEqual(['live']);
    expect(messages).toHaveLength(2);
  });

  test('leaves a short break to the browser, which resumes by Last-Event-ID', () => {
    newest().beat();
    newest().breakOff(0);
    vi.advanceTimersByTime(3_000);
    newest().beat();
    expect(states).toEqual(['live', 'lost', 'live']);
    expect(sources).toHaveLength(1);
  });

  test('is opened anew after a refusal, after a second and then every two', () => {
    const waits = [1_000, 2_000, 2_000, 2_000];
    waits.forEach((milliseconds, refusals) => {
      newest().breakOff(2);
      vi.advanceTimersByTime(milliseconds - 1);
      expect(sources).toHaveLength(refusals + 1);
      vi.advanceTimersByTime(1);
      expect(sources).toHaveLength(refusals + 2);
    });
    expect(states).toEqual(['lost']);
  });

  test('is impatient again once it has been live', () => {
    newest().breakOff(2);
    vi.advanceTimersByTime(1_000);
    newest().breakOff(2);
    vi.advanceTimersByTime(2_000);
    newest().beat();
    newest().breakOff(2);
    vi.advanceTimersByTime(1_000);
    expect(sources).toHaveLength(4);
  });

  test('counts as lost when nothing is heard though the connection seems open', () => {
    newest().beat();
    vi.advanceTimersByTime(silenceLimit);
    expect(states).toEqual(['live', 'lost']);
    expect(sources[0]?.readyState).toBe(2);
    vi.advanceTimersByTime(1_000);
    newest().beat();
    expect(states).toEqual(['live', 'lost', 'live']);
  });

  test('hears nothing more from a connection it has left', () => {
    const left = newest();
    left.breakOff(2);
    vi.advanceTimersByTime(1_000);
    left.beat();
    expect(messages).toEqual([]);
  });

  test('stays closed once closed', () => {
    newest().breakOff(2);
    close();
    vi.advanceTimersByTime(60_000);
    expect(sources).toHaveLength(1);
  });
});
