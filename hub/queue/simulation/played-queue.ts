import type { QueuePolicy } from '@lobby/config';
import {
  callingOrder,
  waitingSince,
  type OrderCall,
  type OrderInput,
  type OrderTicket,
  type Placed,
} from '../order/index.ts';
import type { Span } from './day-plan.ts';

/** Who of a queue is called next; undefined: nobody waits. */
export type WhoIsNext = (input: OrderInput<OrderTicket>) => Placed | undefined;

/** Tickets and calls of a queue on a played day: what the tables `ticket` and `call` hold on a real one. */
export class PlayedQueue {
  readonly id: string;
  readonly #policy: QueuePolicy;
  readonly #whoIsNext: WhoIsNext;
  readonly #sessionEndsAt: (ticket: OrderTicket) => string | undefined;
  readonly #tickets: OrderTicket[] = [];
  readonly #placeOf = new Map<string, number>();
  readonly #calls: OrderCall[] = [];
  /** Of each call, the check-in from which its ticket counted; 0 where nobody was overtaken by it. */
  readonly #overtaking: number[] = [];
  #waiting = 0;
  #knownOrder: { readonly now: number; readonly order: readonly Placed[] } | undefined;
  #known: { readonly minute: number; readonly next: Placed | undefined } | undefined;

  constructor(
    id: string,
    rules: { readonly policy: QueuePolicy; readonly whoIsNext: WhoIsNext; readonly sessions: readonly Span[] },
  ) {
    this.id = id;
    this.#policy = rules.policy;
    this.#whoIsNext = rules.whoIsNext;
    const sessions = rules.sessions.map(({ until }) => ({ until, iso: isoAt(until) }));
    this.#sessionEndsAt = ({ slotStart, checkedInAt }) => {
      const at = Date.parse(slotStart ?? checkedInAt);
      return (sessions.find(({ until }) => at < until) ?? sessions.at(-1))?.iso;
    };
  }

  /** How many calls were made so far. */
  get made(): number {
    return this.#calls.length;
  }

  get nextNumber(): number {
    return this.#tickets.length + 1;
  }

  put(ticket: OrderTicket): void {
    const place = this.#placeOf.get(ticket.id);
    const before = place === undefined ? undefined : this.#tickets[place];
    this.#waiting += Number(ticket.state === 'waiting') - Number(before?.state === 'waiting');
    if (place === undefined) this.#placeOf.set(ticket.id, this.#tickets.push(ticket) - 1);
    else this.#tickets[place] = ticket;
    this.#known = undefined;
    this.#knownOrder = undefined;
  }

  /** Whose turn it is; worked out anew once something has changed, or time matters. */
  next(now: number): Placed | undefined {
    if (this.#waiting === 0) return undefined;
    const minute = this.#policy.calls.gapMinutes === 0 ? 0 : now;
    if (this.#known?.minute !== minute) {
      this.#known = { minute, next: this.#whoIsNext(this.#input(now)) };
    }
    return this.#known.next;
  }

  /** All who wait, in calling order. */
  order(now: number): readonly Placed[] {
    if (this.#knownOrder?.now !== now) {
      this.#knownOrder = { now, order: this.#waiting === 0 ? [] : callingOrder(this.#input(now)) };
    }
    return this.#knownOrder.order;
  }

  call({ ticket, automatic }: Placed, { at, deskId }: { readonly at: number; readonly deskId: string }): OrderTicket {
    const since = waitingSince(ticket);
    this.#calls.push({ ticketId: ticket.id, at: isoAt(at), lane: ticket.lane, since, automatic, deskId, workNo: null });
    this.#overtaking.push(automatic ? Date.parse(since) : 0);
    const called = { ...ticket, state: 'called' };
    this.put(called);
    return called;
  }

  /** How often the rules called somebody who counted from later than this; `from`: calls made when it began to wait. */
  overtakesOf(since: number, from: number): number {
    let overtakes = 0;
    for (let index = from; index < this.#overtaking.length; index += 1) {
      if ((this.#overtaking[index] ?? 0) > since) overtakes += 1;
    }
    return overtakes;
  }

  #input(now: number): OrderInput<OrderTicket> {
    return {
      tickets: this.#tickets,
      calls: this.#calls,
      policy: this.#policy,
      at: isoAt(now),
      sessionEndsAt: this.#sessionEndsAt,
    };
  }
}

export function isoAt(instant: number): string {
  return new Date(instant).toISOString();
}
