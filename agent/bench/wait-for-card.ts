import type { CardFields } from '@lobby/hub/contract';
import type { ByteStream } from '../transport/byte-stream.ts';
import { realTimers, type Timers } from '../transport/timers.ts';
import type { CardReader, ReaderEvent } from '../readers/card-reader.ts';

/** Why no card was read. */
export type NoCardReason =
  | 'device-unreachable' // the line never opened
  | 'reader-away' // the line is open, the reader silent, disturbed or out of order
  | 'no-card' // the reader works and nothing was laid down
  | 'card-unreadable'
  | 'card-not-supported'
  | 'number-invalid';

export type CardOutcome =
  | { readonly ok: true; readonly card: CardFields }
  | { readonly ok: false; readonly reason: NoCardReason; readonly kind: string | null; readonly detail: string };

/** A port that stays shut this long is not about to open. Milliseconds. */
const patienceWithShutPort = 3000;

function outcomeOf(event: ReaderEvent): CardOutcome | null {
  // Only drivers that are programs of their own give a credential, and this command has none.
  if (event.type === 'card.read') return { ok: true, card: event.card };
  if (event.type === 'card.trouble') {
    return { ok: false, reason: event.problem, kind: event.kind, detail: event.detail };
  }
  return null;
}

function nothingCame({
  reader,
  stream,
  found,
}: {
  reader: CardReader;
  stream: ByteStream;
  found: boolean;
}): CardOutcome {
  const none = { ok: false, kind: null } as const;
  if (!stream.state.open) return { ...none, reason: 'device-unreachable', detail: stream.state.why };
  if (!reader.state.ready) return { ...none, reason: 'reader-away', detail: reader.state.why ?? 'no answer' };
  if (found) return { ...none, reason: 'card-unreadable', detail: 'reading took too long' };
  return { ...none, reason: 'no-card', detail: 'no card was laid down' };
}

/** Waits for the first card or the first trouble with one, at most `timeout` milliseconds. */
export function waitForCard({
  reader,
  stream,
  timeout,
  timers = realTimers,
}: {
  readonly reader: CardReader;
  readonly stream: ByteStream;
  readonly timeout: number;
  readonly timers?: Timers;
}): Promise<CardOutcome> {
  return new Promise((resolve) => {
    let found = false;
    const finish = (outcome: CardOutcome) => {
      for (const end of ends) end();
      resolve(outcome);
    };
    const ends = [
      reader.onEvent((event) => {
        found = event.type === 'card.found' || (found && event.type !== 'card.removed');
        const outcome = outcomeOf(event);
        if (outcome !== null) finish(outcome);
      }),
      timers.after(timeout, () => finish(nothingCame({ reader, stream, found }))),
      timers.after(patienceWithShutPort, () => {
        if (!stream.state.open) finish(nothingCame({ reader, stream, found }));
      }),
    ];
  });
}
