import type { RoomState, Words } from '../contract/index.ts';

/** A desk whose work is paused, or stopped for today. */
export interface DeskStanding {
  readonly state: RoomState;
  /** As patients are told; null: no reason was given. */
  readonly reason: Words | null;
  /** Whose clinic it is; null: nobody's. */
  readonly practitioner: { readonly name: Words; readonly title: Words | null } | null;
}

const open = { state: 'open', reason: null } as const;

/**
 * How a room stands by its desks; `undefined` is a desk at work. While one of them works the room is open; stopped is
 * only a room all of whose desks are.
 */
export function standingOf(desks: readonly (DeskStanding | undefined)[]): Pick<DeskStanding, 'state' | 'reason'> {
  const away = desks.flatMap((desk) => (desk === undefined || desk.state === 'open' ? [] : [desk]));
  const [first] = away;
  if (first === undefined || away.length < desks.length) return open;
  const paused = away.find(({ state }) => state === 'paused');
  const { state, reason } = paused ?? first;
  return { state, reason };
}
