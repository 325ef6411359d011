import { newestStamp, type Facts, type Moment, type Placed, type Rest } from './facts.ts';
import type { Stamp } from './stamp.ts';

/** A call that stands, and its number among those of its turn: 1 for the first one, 2 and more for recalls. */
export interface CountedCall extends Placed {
  readonly id: string;
  readonly times: number;
  readonly firstCalledAt: string;
}

/** What the facts of a ticket come to. */
export interface Standing {
  readonly state: Rest | 'called';
  /** All calls that stand, oldest first. */
  readonly calls: readonly CountedCall[];
  /** The call that it answers or answered last; none while it waits. */
  readonly call: CountedCall | null;
  readonly misses: number;
  /** When it was missed, finished or dropped, as far as that is known. */
  readonly endedAt: string | null;
}

type Happening =
  | { readonly stamp: Stamp; readonly kind: 'rest'; readonly moment: Moment }
  | { readonly stamp: Stamp; readonly kind: 'call'; readonly id: string; readonly placed: Placed }
  | { readonly stamp: Stamp; readonly kind: 'affirmed' };

/** Sources with clocks of whole seconds say several things of one moment: a visit goes forward. */
const forward = ['waiting', 'called', 'held', 'missed', 'at-tests', 'finished', 'dropped'] as const;

/**
 * What has become of a ticket: the last thing that happened to it, in the order of its source, counts. A call that was
 * undone never happened. `snapshot`: the newest one of its queue; a ticket of which nothing so new is known was not in
 * it.
 */
export function standingOf(facts: Facts, snapshot: Stamp | null): Standing {
  const happenings = inOrder(facts);
  const calls = countCalls(happenings);
  const call = calls.at(-1) ?? null;
  const last = happenings.at(-1);
  const state = last === undefined ? 'waiting' : last.kind === 'rest' ? last.moment.state : 'called';
  const endedAt = last?.kind === 'rest' ? last.moment.at : null;
  const told = facts.changes.filter((change) => change.state === 'missed').length;
  const misses = state === 'missed' ? Math.max(told, 1) : told;
  const shared = { calls, misses };
  if (isGone(facts, snapshot)) {
    const done = state === 'called' || state === 'finished';
    return { ...shared, state: done ? 'finished' : 'dropped', call, endedAt: endedAt ?? call?.at ?? null };
  }
  if (state === 'called') return { ...shared, state, call, endedAt: null };
  if (state === 'waiting' || state === 'held') return { ...shared, state, call: null, endedAt: null };
  return { ...shared, state, call, endedAt: state === 'at-tests' ? null : endedAt };
}

function isGone(facts: Facts, snapshot: Stamp | null): boolean {
  const known = newestStamp(facts);
  return snapshot !== null && known !== null && known < snapshot;
}

function inOrder(facts: Facts): readonly Happening[] {
  const rests = [...facts.changes, ...(facts.rest === null ? [] : [facts.rest])];
  const standing = facts.calls.flatMap(({ id, placed, undone }) => (placed === null || undone ? [] : [{ id, placed }]));
  const { called } = facts;
  const affirmed = called !== null && standing.some(({ id }) => id === called.call) ? [called] : [];
  const happenings: Happening[] = [
    ...rests.map((moment) => ({ stamp: moment.stamp, kind: 'rest' as const, moment })),
    ...standing.map(({ id, placed }) => ({ stamp: placed.stamp, kind: 'call' as const, id, placed })),
    ...affirmed.map(({ stamp }) => ({ stamp, kind: 'affirmed' as const })),
  ];
  return happenings.sort(before);
}

function before(one: Happening, other: Happening): number {
  if (one.stamp !== other.stamp) return one.stamp < other.stamp ? -1 : 1;
  const step = stepOf(one) - stepOf(other);
  if (step !== 0 || one.kind !== 'call' || other.kind !== 'call') return step;
  return one.id < other.id ? -1 : 1;
}

function stepOf(happening: Happening): number {
  return forward.indexOf(happening.kind === 'rest' ? happening.moment.state : 'called');
}

function countCalls(happenings: readonly Happening[]): readonly CountedCall[] {
  const calls: CountedCall[] = [];
  let turn: { readonly times: number; readonly firstCalledAt: string } | undefined;
  for (const happening of happenings) {
    if (happening.kind === 'rest') turn = undefined;
    if (happening.kind !== 'call') continue;
    const { id, placed } = happening;
    turn = { times: (turn?.times ?? 0) + 1, firstCalledAt: turn?.firstCalledAt ?? placed.at };
    calls.push({ ...placed, id, ...turn });
  }
  return calls;
}
