import type { Lane, Words } from '../../contract/index.ts';
import type { Sex } from '../ticket.ts';
import { laterStamp, type Stamp } from './stamp.ts';

/** States that a ticket is put into without being called. */
export type Rest = 'waiting' | 'held' | 'at-tests' | 'missed' | 'finished' | 'dropped';

/** What a source says of a ticket itself. Instants are ISO, UTC. */
export interface Description {
  readonly stamp: Stamp;
  readonly queueId: string;
  readonly label: string;
  readonly rank: number | null;
  readonly waitingSince: string | null;
  readonly lane: Lane;
  readonly slotStart: string | null;
  readonly slotEnd: string | null;
  readonly appointmentId: string | null;
  readonly practitioner: Words | null;
  readonly patient: {
    readonly patientId: string | null;
    readonly maskedName: string;
    readonly surname: string | null;
    readonly sex: Sex;
    readonly birthYear: number | null;
  } | null;
}

/** A state that a ticket was put into. `at`: when, as far as the source says so, else when it was heard. */
export interface Moment {
  readonly stamp: Stamp;
  readonly state: Rest;
  readonly at: string;
}

/** Where and when a call was made. `queueId` and `label`: for a call that comes before its ticket. */
export interface Placed {
  readonly stamp: Stamp;
  readonly at: string;
  readonly roomId: string;
  readonly queueId: string | null;
  readonly label: string | null;
}

/** The ticket as a whole was said to be called, by this call. */
export interface Affirmed {
  readonly stamp: Stamp;
  readonly call: string;
}

/** One call by the id that its source gave it. Null: only its undo has come so far. */
export interface OutsideCall {
  readonly id: string;
  readonly placed: Placed | null;
  readonly undone: boolean;
}

/**
 * All that one source has said of one ticket, as a set: what is newer takes the place of what is older, and calls and
 * changes are kept one by one. Joined in any order and as often as one likes, the same facts are the same.
 */
export interface Facts {
  readonly description: Description | null;
  /** The newest state without a call that was said of the ticket as a whole. */
  readonly rest: Moment | null;
  /** The newest word that it is called. */
  readonly called: Affirmed | null;
  /** Changes that were told one by one, in their order. */
  readonly changes: readonly Moment[];
  /** In the order of their ids. */
  readonly calls: readonly OutsideCall[];
  /** The newest snapshot in which it stood. */
  readonly seen: Stamp | null;
  /** The earliest time of which anything is said. ISO, UTC. */
  readonly since: string | null;
}

export const noFacts: Facts = {
  description: null,
  rest: null,
  called: null,
  changes: [],
  calls: [],
  seen: null,
  since: null,
};

export function joinFacts(one: Facts, other: Facts): Facts {
  return {
    description: newer(one.description, other.description),
    rest: newer(one.rest, other.rest),
    called: newer(one.called, other.called),
    changes: joinChanges(one.changes, other.changes),
    calls: joinCalls(one.calls, other.calls),
    seen: laterStamp(one.seen, other.seen),
    since: least(one.since, other.since),
  };
}

/** The newest stamp of all that is known. */
export function newestStamp(facts: Facts): Stamp | null {
  const stamps = [
    facts.description?.stamp,
    facts.rest?.stamp,
    facts.called?.stamp,
    ...facts.changes.map(({ stamp }) => stamp),
    ...facts.calls.map(({ placed }) => placed?.stamp),
  ];
  return stamps.reduce<Stamp | null>((newest, stamp) => laterStamp(newest, stamp ?? null), facts.seen);
}

interface Stamped {
  readonly stamp: Stamp;
  readonly at?: string;
}

/** Of two that claim the same moment and differ, one is taken by its text: which one does not matter, as long as it is always the same. */
function newer<Said extends Stamped>(one: Said | null, other: Said | null): Said | null {
  if (one === null || other === null) return one ?? other;
  if (one.stamp !== other.stamp) return one.stamp < other.stamp ? other : one;
  const [first, second] = [textOf(one), textOf(other)];
  if (first !== second) return first < second ? other : one;
  // Heard twice: the first hearing counts.
  return (one.at ?? '') <= (other.at ?? '') ? one : other;
}

function textOf(said: Stamped): string {
  return JSON.stringify({ ...said, at: null });
}

function joinChanges(one: readonly Moment[], other: readonly Moment[]): readonly Moment[] {
  const known = new Map<string, Moment>();
  for (const moment of [...one, ...other]) {
    const name = `${moment.stamp} ${moment.state}`;
    const before = known.get(name);
    if (before === undefined || moment.at < before.at) known.set(name, moment);
  }
  return inOrder(known);
}

function joinCalls(one: readonly OutsideCall[], other: readonly OutsideCall[]): readonly OutsideCall[] {
  const known = new Map<string, OutsideCall>();
  for (const call of [...one, ...other]) {
    const before = known.get(call.id);
    const placed = before === undefined ? call.placed : first(before.placed, call.placed);
    known.set(call.id, { id: call.id, placed, undone: call.undone || before?.undone === true });
  }
  return inOrder(known);
}

/** A call was made once: whatever is said of it later is a repetition. */
function first(one: Placed | null, other: Placed | null): Placed | null {
  if (one === null || other === null) return one ?? other;
  const same = one.stamp === other.stamp;
  const isFirst = same ? textOf(one) <= textOf(other) : one.stamp < other.stamp;
  const made = isFirst ? one : other;
  const at = one.at < other.at ? one.at : other.at;
  return { ...made, at, queueId: least(one.queueId, other.queueId), label: least(one.label, other.label) };
}

function least(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function inOrder<Said>(known: ReadonlyMap<string, Said>): readonly Said[] {
  return [...known].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, said]) => said);
}
