import type { Board } from '@lobby/hub/contract';

/**
 * Whether a board is an earlier one given again, as a shared connection does to a page that has just joined. A hub that
 * was set up anew counts from one again, but its time goes on.
 */
export function isOlder(board: Board, known: Board): boolean {
  return board.sequence < known.sequence && board.at < known.at;
}
