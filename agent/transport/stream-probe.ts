import type { ByteStream, StreamState } from './byte-stream.ts';

/** Waits in tests for what a stream does; resolves at once when it is so already. */
export function probe(stream: ByteStream) {
  const received: number[] = [];
  const checks = new Set<() => void>();
  const look = () => {
    for (const check of [...checks]) check();
  };
  stream.onBytes((bytes) => {
    received.push(...bytes);
    look();
  });
  stream.onState(look);
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!holds()) return;
        checks.delete(check);
        resolve();
      };
      checks.add(check);
      check();
    });
  return {
    received,
    untilReceived: (count: number) => until(() => received.length >= count),
    untilOpen: () => until(() => stream.state.open),
    untilDown: (why?: string) => until(() => isDown(stream.state, why)),
  };
}

function isDown(state: StreamState, why: string | undefined): boolean {
  return !state.open && (why === undefined || state.why === why);
}
