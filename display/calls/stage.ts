import type { Board, BoardCall } from '@lobby/hub/contract';
import type { CallSequence } from './call-sequence.ts';

/** What fills the large part of the screen, and the calls listed beside it, newest first. */
export interface Stage {
  readonly kind: 'quiet' | 'one' | 'crowd';
  readonly calls: readonly BoardCall[];
  /** Changes with every turn, so that a picture can greet a new one. */
  readonly key: string;
  readonly others: readonly BoardCall[];
}

/**
 * A turn has the screen; between turns the newest call keeps it, since its patient may still be on the way.
 * Every call of the board is somewhere at once, its turn or not.
 */
export function stageOf(sequence: CallSequence, board: Board): Stage {
  const shown = sequence.showing?.shown.map(({ turn }) => turn) ?? [];
  if (sequence.showing?.kind === 'crowd') return crowdStage(shown.map(({ call }) => call));
  const call = shown[0]?.call ?? board.calls[0];
  if (call === undefined) return { kind: 'quiet', calls: [], key: '', others: [] };
  const others = board.calls.filter(({ ticketId }) => ticketId !== call.ticketId);
  return { kind: 'one', calls: [call], key: shown[0]?.key ?? '', others };

  function crowdStage(crowd: readonly BoardCall[]): Stage {
    const latest = new Map(crowd.map((one) => [one.ticketId, one]));
    const others = board.calls.filter(({ ticketId }) => !latest.has(ticketId));
    return { kind: 'crowd', calls: [...latest.values()], key: 'crowd', others };
  }
}
