import type { Playlist } from '@lobby/config';
import type { Board } from '@lobby/hub/contract';
import type { CallSequence } from './call-sequence.ts';

export type PlaylistEntry = Playlist['entries'][number];

/** So long after the last turn the newest call keeps the screen: its patient may still be on the way. Milliseconds. */
const restsFor = 20_000;

/** What is shown between calls; undefined while a call has the screen or has just had it. Times of the screen's clock. */
export function shownBetweenCalls(
  entries: readonly PlaylistEntry[],
  { sequence, board, now }: { readonly sequence: CallSequence; readonly board: Board; readonly now: number },
): PlaylistEntry | undefined {
  const { quietSince } = sequence;
  if (quietSince === undefined || (board.calls.length > 0 && now - quietSince < restsFor)) return undefined;
  const started = board.calls.length > 0 ? quietSince + restsFor : quietSince;
  const shown = entries.filter(({ kind }) => kind !== 'doctors-off' || board.doctorsOff.length > 0);
  return entryAt(shown, now - started);
}

/** The entry after so many milliseconds, round and round. */
export function entryAt(entries: readonly PlaylistEntry[], elapsed: number): PlaylistEntry | undefined {
  const round = entries.reduce((sum, { seconds }) => sum + seconds * 1000, 0);
  let left = round === 0 ? 0 : elapsed % round;
  for (const entry of entries) {
    if (left < entry.seconds * 1000) return entry;
    left -= entry.seconds * 1000;
  }
  return undefined;
}
