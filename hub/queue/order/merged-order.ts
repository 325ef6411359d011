import type { Placed } from './because.ts';
import { waitingSince, type OrderTicket } from './ticket-in-order.ts';

/** The order of one of several queues that a desk serves. */
export interface QueueOrder<Ticket extends OrderTicket> {
  readonly queueId: string;
  readonly order: readonly Placed<Ticket>[];
  /** How many of it are called in turn. */
  readonly weight: number;
}

/**
 * Several queues called from one desk. Each keeps its own order; emergencies go first. `due-first`: of the heads, the
 * one that is due first. `weights`: in rotation, going on from the desk's calls so far (queues, oldest first).
 */
export function mergedOrder<Ticket extends OrderTicket>(
  queues: readonly QueueOrder<Ticket>[],
  rotation: { readonly rule: 'due-first' } | { readonly rule: 'weights'; readonly called: readonly string[] },
): readonly Placed<Ticket>[] {
  const [only] = queues;
  if (queues.length === 1 && only !== undefined) return only.order;
  const turns = queues.flatMap(({ weight }, index) => Array<number>(weight).fill(index));
  const isOf = (id: string) => (index: number) => queues[index]?.queueId === id;
  let turn = rotation.rule === 'weights' ? rotation.called.reduce((at, id) => turnAfter(turns, at, isOf(id)), 0) : 0;
  const next = queues.map(() => 0);
  const merged: Placed<Ticket>[] = [];
  const head = (index: number): Placed<Ticket> | undefined => queues[index]?.order[next[index] ?? 0];
  for (;;) {
    const urgent = dueFirst(
      queues.map((_, index) => index).filter((index) => isEmergency(head(index))),
      head,
    );
    const waits = (index: number): boolean => head(index) !== undefined;
    const inTurn = rotation.rule === 'weights' ? nextTurn(turns, turn, waits) : dueFirst([...queues.keys()], head);
    const index = urgent ?? inTurn;
    const placed = index === undefined ? undefined : head(index);
    if (index === undefined || placed === undefined) return merged;
    merged.push(placedAfter(merged.length, placed));
    next[index] = (next[index] ?? 0) + 1;
    if (urgent === undefined) turn = turnAfter(turns, turn, (at) => at === index);
  }
}

function isEmergency(placed: Placed<OrderTicket> | undefined): boolean {
  return placed?.because.rule === 'emergency';
}

function dueFirst<Ticket extends OrderTicket>(
  indexes: readonly number[],
  head: (index: number) => Placed<Ticket> | undefined,
): number | undefined {
  const waiting = indexes.flatMap((index) => {
    const ticket = head(index)?.ticket;
    return ticket === undefined ? [] : [{ index, ticket }];
  });
  return waiting.sort((one, other) => headFirst(one.ticket, other.ticket))[0]?.index;
}

function headFirst(one: OrderTicket, other: OrderTicket): number {
  const [due, otherDue] = [one.slotStart ?? waitingSince(one), other.slotStart ?? waitingSince(other)];
  return compare(due, otherDue) || compare(waitingSince(one), waitingSince(other)) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function nextTurn(turns: readonly number[], at: number, fits: (index: number) => boolean): number | undefined {
  for (let step = 0; step < turns.length; step += 1) {
    const index = turns[(at + step) % turns.length];
    if (index !== undefined && fits(index)) return index;
  }
  return undefined;
}

function turnAfter(turns: readonly number[], at: number, fits: (index: number) => boolean): number {
  for (let step = 0; step < turns.length; step += 1) {
    const index = turns[(at + step) % turns.length];
    if (index !== undefined && fits(index)) return (at + step + 1) % turns.length;
  }
  return at;
}

function placedAfter<Ticket>(ahead: number, placed: Placed<Ticket>): Placed<Ticket> {
  const { because } = placed;
  return because.rule === 'lane' ? { ...placed, because: { ...because, ahead } } : placed;
}
