import { lanes, type Lane } from '../contract/index.ts';
import { slotReasons, type SlotReason } from './slot-reasons.ts';
import type { Ticket } from './ticket.ts';

/** How many of each lane are called in turn. */
export type Interleave = Readonly<Record<Lane, number>>;

/** A waiting ticket where it stands, and what put it there. */
export interface Placed {
  readonly ticket: Ticket;
  readonly because: Because;
}

/** `ahead`: how many are called before it. */
export type Because =
  SlotReason | { readonly rule: 'lane'; readonly lane: Exclude<Lane, 'normal'>; readonly ahead: number };

/**
 * The waiting tickets in calling order. Lanes take turns; an empty lane is passed over, and the turn goes on from
 * where the calls made so far have left it. Inside the normal lane: by slot, appointments before walk-ins, then by
 * check-in; inside the others by check-in.
 */
export function callingOrder(line: {
  readonly tickets: readonly Ticket[];
  /** Lanes of the first calls made so far, oldest first. */
  readonly called: readonly Lane[];
  readonly interleave: Interleave;
}): readonly Placed[] {
  const byLane = waitingByLane(line.tickets);
  const turns = lanes.flatMap((lane) => Array<Lane>(line.interleave[lane]).fill(lane));
  const reasons = slotReasons(byLane.normal);
  const placed: Placed[] = [];
  const next: Record<Lane, number> = { normal: 0, return: 0, missed: 0, late: 0 };
  let turn = line.called.reduce((at, lane) => turnAfter(turns, at, (slot) => slot === lane), 0);
  for (;;) {
    const taken = turnAfter(turns, turn, (lane) => next[lane] < byLane[lane].length);
    const lane = turns[(taken + turns.length - 1) % turns.length];
    const ticket = lane === undefined ? undefined : byLane[lane][next[lane]];
    if (lane === undefined || ticket === undefined) return placed;
    const reason = lane === 'normal' ? reasons[next.normal] : { rule: 'lane' as const, lane, ahead: placed.length };
    if (reason !== undefined) placed.push({ ticket, because: reason });
    next[lane] += 1;
    turn = taken;
  }
}

/** Index after the first turn from `at` on that fits; `at` itself when none does. */
function turnAfter(turns: readonly Lane[], at: number, fits: (lane: Lane) => boolean): number {
  for (let step = 0; step < turns.length; step += 1) {
    const index = (at + step) % turns.length;
    const lane = turns[index];
    if (lane !== undefined && fits(lane)) return (index + 1) % turns.length;
  }
  return at;
}

function waitingByLane(tickets: readonly Ticket[]): Readonly<Record<Lane, readonly Ticket[]>> {
  const found: Record<Lane, Ticket[]> = { normal: [], return: [], missed: [], late: [] };
  for (const ticket of tickets) if (ticket.state === 'waiting') found[ticket.lane].push(ticket);
  found.normal.sort(bySlot);
  for (const lane of ['return', 'missed', 'late'] as const) found[lane].sort(byCheckIn);
  return found;
}

/** A walk-in stands in the slot that runs when it checks in. */
function dueAt(ticket: Ticket): string {
  return ticket.slotStart ?? ticket.checkedInAt;
}

function bySlot(one: Ticket, other: Ticket): number {
  return compare(dueAt(one), dueAt(other)) || compare(one.kind, other.kind) || byCheckIn(one, other);
}

function byCheckIn(one: Ticket, other: Ticket): number {
  return compare(one.checkedInAt, other.checkedInAt) || one.number - other.number || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Several queues called from one desk: of the heads of their orders, the one that is due first goes first. */
export function mergedOrder(orders: readonly (readonly Placed[])[]): readonly Placed[] {
  const [only] = orders;
  if (orders.length === 1 && only !== undefined) return only;
  const at = orders.map(() => 0);
  const merged: Placed[] = [];
  for (;;) {
    const heads = orders.flatMap((order, index) => {
      const placed = order[at[index] ?? 0];
      return placed === undefined ? [] : [{ placed, index }];
    });
    heads.sort((one, other) => headFirst(one.placed.ticket, other.placed.ticket));
    const first = heads[0];
    if (first === undefined) return merged;
    merged.push(placedAfter(merged.length, first.placed));
    at[first.index] = (at[first.index] ?? 0) + 1;
  }
}

function placedAfter(ahead: number, { ticket, because }: Placed): Placed {
  return { ticket, because: because.rule === 'lane' ? { ...because, ahead } : because };
}

function headFirst(one: Ticket, other: Ticket): number {
  return compare(dueAt(one), dueAt(other)) || compare(one.checkedInAt, other.checkedInAt) || compare(one.id, other.id);
}
