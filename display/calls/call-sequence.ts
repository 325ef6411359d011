import type { Board, BoardCall } from '@lobby/hub/contract';
import { boardCallsAtMost } from '@lobby/hub/contract/board-limits.ts';

/** One call's claim to fill the screen for a while. A recall is a turn of its own. */
export interface Turn {
  readonly key: string;
  readonly call: BoardCall;
}

interface Shown {
  readonly turn: Turn;
  /** When it came on the screen, milliseconds. */
  readonly since: number;
}

/** What has its turn: one call, or a crowd of calls in a grid. */
export interface Showing {
  readonly kind: 'one' | 'crowd';
  readonly shown: readonly Shown[];
}

/** Which calls a screen has met, which wait for their turn, which has it, which have been spoken. */
export interface CallSequence {
  readonly met: readonly string[] | undefined;
  readonly waiting: readonly Turn[];
  readonly showing: Showing | undefined;
  readonly spoken: ReadonlySet<string>;
  /** Since when nobody has had a turn, milliseconds; undefined while somebody has one. */
  readonly quietSince: number | undefined;
}

/** With more turns waiting than this, a grid shows them all and speech says tickets only. */
export const crowdAbove = 5;
/** A screen that has just started announces the calls of the last minute: they were made while it was away. */
export const startsWithCallsOf = 60_000;
/** A grid holds as many as a board lists; what a board has no room for any more leaves the grid as well. */
const gridHolds = boardCallsAtMost;
/** As many tickets of a crowd wait to be spoken. */
const speechHolds = 12;
const remembered = 1000;

export const emptySequence: CallSequence = {
  met: undefined,
  waiting: [],
  showing: undefined,
  spoken: new Set<string>(),
  quietSince: undefined,
};

export function turnKey(call: BoardCall): string {
  return `${call.callId}#${call.times}`;
}

/** Takes in a board: new calls line up for their turn, calls that no longer stand lose theirs. Time in milliseconds. */
export function takeBoard(sequence: CallSequence, board: Board, now: number): CallSequence {
  const arrived = newTurns(sequence, board);
  const met = [...(sequence.met ?? []), ...board.calls.map(turnKey).filter((key) => !sequence.met?.includes(key))];
  const standing = withdraw(sequence, (turn) => !stands(turn.call, board));
  const waiting = [...standing.waiting, ...arrived];
  return advance({ ...standing, met: met.slice(-remembered), waiting }, now);
}

/** A call has been undone: it never was, on the picture, in the line of turns and in speech. */
export function withdrawCall(sequence: CallSequence, callId: string, now: number): CallSequence {
  return advance(
    withdraw(sequence, ({ call }) => call.callId === callId),
    now,
  );
}

/** A call has been spoken, or could not be: the screen may go on. */
export function callSpoken(sequence: CallSequence, key: string, now: number): CallSequence {
  return advance({ ...sequence, spoken: new Set([...sequence.spoken, key]) }, now);
}

/** Gives the screen to the next turn when the present one is over, or to all of them when too many wait. */
export function advance(sequence: CallSequence, now: number): CallSequence {
  const isCrowd = sequence.showing?.kind === 'crowd';
  if (sequence.waiting.length > crowdAbove || (isCrowd && sequence.waiting.length > 0)) return crowd(sequence, now);
  if (sequence.showing !== undefined && !isOver(sequence, sequence.showing, now)) return sequence;
  const [turn, ...waiting] = sequence.waiting;
  if (turn === undefined)
    return { ...sequence, showing: undefined, spoken: new Set(), quietSince: sequence.quietSince ?? now };
  const showing = { kind: 'one', shown: [{ turn, since: now }] } as const;
  return { ...sequence, waiting, showing, spoken: new Set(), quietSince: undefined };
}

/** When to look again, because a minimum time ends then; undefined: only news can change anything. */
export function nextLook(sequence: CallSequence): number | undefined {
  const ends = sequence.showing?.shown.map(({ turn, since }) => since + lasts(turn)) ?? [];
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** The turn to be spoken next, and whether the ticket alone. */
export function nextToSpeak(sequence: CallSequence): { readonly turn: Turn; readonly brief: boolean } | undefined {
  const next = sequence.showing?.shown.find(({ turn }) => !sequence.spoken.has(turn.key));
  return next && { turn: next.turn, brief: sequence.showing?.kind === 'crowd' };
}

/** Every turn that has the screen or waits for it. */
export function turnsOf(sequence: CallSequence): readonly Turn[] {
  return [...(sequence.showing?.shown.map(({ turn }) => turn) ?? []), ...sequence.waiting];
}

/** Whether a turn still has the screen. */
export function hasTurn(sequence: CallSequence, key: string): boolean {
  return sequence.showing?.shown.some(({ turn }) => turn.key === key) ?? false;
}

function newTurns(sequence: CallSequence, board: Board): Turn[] {
  const calls = board.calls.toReversed();
  const { met } = sequence;
  const isNew = (call: BoardCall): boolean =>
    met === undefined
      ? Date.parse(board.at) - Date.parse(call.calledAt) <= startsWithCallsOf
      : !met.includes(turnKey(call));
  return calls.filter(isNew).map((call) => ({ key: turnKey(call), call }));
}

function stands(call: BoardCall, board: Board): boolean {
  if (board.calls.some((listed) => listed.ticketId === call.ticketId)) return true;
  const oldest = board.calls.at(-1);
  return oldest !== undefined && board.calls.length >= boardCallsAtMost && call.calledAt < oldest.calledAt;
}

function withdraw(sequence: CallSequence, isGone: (turn: Turn) => boolean): CallSequence {
  const waiting = sequence.waiting.filter((turn) => !isGone(turn));
  const shown = sequence.showing?.shown.filter(({ turn }) => !isGone(turn)) ?? [];
  const showing = sequence.showing && shown.length > 0 ? { ...sequence.showing, shown } : undefined;
  return { ...sequence, waiting, showing };
}

function crowd(sequence: CallSequence, now: number): CallSequence {
  const joined = sequence.waiting.map((turn) => ({ turn, since: now }));
  const shown = [...(sequence.showing?.shown ?? []), ...joined];
  const kept = shown.slice(-gridHolds);
  const showing = { kind: 'crowd', shown: kept } as const;
  return { ...sequence, waiting: [], showing, spoken: leftOut(sequence, kept), quietSince: undefined };
}

/** When more are to be said than anybody would wait for, the oldest are only shown: speech stays near the picture. */
function leftOut({ spoken }: CallSequence, shown: readonly Shown[]): ReadonlySet<string> {
  const unspoken = shown.map(({ turn }) => turn.key).filter((key) => !spoken.has(key));
  return new Set([...spoken, ...unspoken.slice(0, -speechHolds)]);
}

function isOver(sequence: CallSequence, showing: Showing, now: number): boolean {
  return showing.shown.every((one) => isDone(sequence, one, now));
}

function isDone(sequence: CallSequence, { turn, since }: Shown, now: number): boolean {
  return now - since >= lasts(turn) && sequence.spoken.has(turn.key);
}

/** Milliseconds for which a turn has the screen at least. */
function lasts({ call }: Turn): number {
  return call.seconds * 1000;
}
