/** Time as the device side needs it; tests pass one of their own, so that nothing waits for a real second. */
export interface Timers {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** A deadline: runs once after `ms` unless the returned function is called first. */
  after(ms: number, run: () => void): () => void;
  /** A rest of `ms`; over at once when the signal fires. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  pause,
};
