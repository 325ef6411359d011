import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToAgent } from './agent-line.ts';

/** The browser's event stream, driven by hand. */
class Stream {
  static readonly CLOSED = 2;
  static readonly opened: Stream[] = [];
  readyState = 0;
  onmessage: ((message: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly path: string;
  constructor(path: string) {
    this.path = path;
    Stream.opened.push(this);
  }
  close(): void {
    this.readyState = Stream.CLOSED;
  }
}

function listen() {
  const heard: string[] = [];
  const stop = listenToAgent({ hear: (event) => heard.push(event.type), grace: 3000, pause: 2000 });
  const stream = (): Stream => {
    const newest = Stream.opened.at(-1);
    if (newest === undefined) throw new Error('no stream was opened');
    return newest;
  };
  return { heard, stop, stream };
}

beforeEach(() => {
  Stream.opened.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the line to the agent', () => {
  it('carries what the agent says, and nothing else', () => {
    const { heard, stream } = listen();
    expect(stream().path).toBe('/agent/events');
    stream().onmessage?.({ data: '{"type":"card.presented"}' });
    stream().onmessage?.({ data: 'rubbish' });
    expect(heard).toEqual(['card.presented']);
  });

  it('may break for a moment, and is not lost', () => {
    const { heard, stream } = listen();
    stream().onerror?.();
    vi.advanceTimersByTime(2999);
    stream().onmessage?.({ data: '{"type":"hub.here"}' });
    vi.advanceTimersByTime(10_000);
    expect(heard).toEqual(['agent.broke', 'hub.here']);
  });

  it('is lost once, however often it fails', () => {
    const { heard, stream } = listen();
    for (let second = 0; second < 10; second += 1) {
      stream().onerror?.();
      vi.advanceTimersByTime(1000);
    }
    expect(heard).toEqual(['agent.broke', 'agent.lost']);
  });

  it('is opened anew where the browser has given it up', () => {
    const { heard, stream } = listen();
    const first = stream();
    first.readyState = Stream.CLOSED;
    first.onerror?.();
    vi.advanceTimersByTime(2000);
    expect(stream()).not.toBe(first);
    stream().onmessage?.({ data: '{"type":"hub.here"}' });
    expect(heard).toEqual(['agent.broke', 'hub.here']);
  });

  it('is quiet once nobody listens any more', () => {
    const { heard, stop, stream } = listen();
    stream().onerror?.();
    stop();
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual(['agent.broke']);
  });
});
