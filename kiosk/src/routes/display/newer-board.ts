import type { Board } from '@lobby/hub/contract';

/**
 * Whether a board is an earlier one given again, as a shared connection does to a page that has just joined. A hub that
 * was set up anew counts from one again, but its time goes on.
 */
export function isOlder(board: Board, known: Board): boolean {
  return board.sequence < known.sequence && board.at < known.at;
}

/** A board without calls that have been undone: one that was made before may still be on its way. */
export function withoutCalls(board: Board, undone: readonly string[]): Board {
  const calls = board.calls.filter(({ callId }) => !undone.includes(callId));
  return calls.length === board.calls.length ? board : { ...board, calls };
}
