import type { QueuePolicy } from '@lobby/config';
import { callingOrder, waitingSince, type OrderCall, type OrderTicket, type Placed } from '../index.ts';

/** An invented ticket as the day goes on. */
export type DayTicket = OrderTicket;

/** A queue of which every call is made through the order, with nothing remembered but tickets and calls. */
export class PlayedQueue {
  readonly policy: QueuePolicy;
  readonly #tickets = new Map<string, DayTicket>();
  readonly #calls: OrderCall[] = [];
  #now: number;

  constructor(policy: QueuePolicy, start: number) {
    this.policy = policy;
    this.#now = start;
  }

  get at(): string {
    return new Date(this.#now).toISOString();
  }

  get tickets(): readonly DayTicket[] {
    return [...this.#tickets.values()];
  }

  get calls(): readonly OrderCall[] {
    return this.#calls;
  }

  get waiting(): readonly DayTicket[] {
    return this.tickets.filter(({ state }) => state === 'waiting');
  }

  inState(state: string): readonly DayTicket[] {
    return this.tickets.filter((ticket) => ticket.state === state);
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  put(ticket: DayTicket): void {
    this.#tickets.set(ticket.id, ticket);
  }

  change(id: string, to: Partial<DayTicket>): void {
    const ticket = this.#tickets.get(id);
    if (ticket !== undefined) this.#tickets.set(id, { ...ticket, ...to });
  }

  order(limit?: number): readonly Placed<DayTicket>[] {
    const { tickets, calls, policy, at } = this;
    return callingOrder({ tickets, calls, policy, at, ...(limit !== undefined && { limit }) });
  }

  /** Calls a ticket: the rules have chosen it, or somebody by hand. */
  call(ticket: DayTicket, automatic: boolean): void {
    this.#calls.push({
      ticketId: ticket.id,
      at: this.at,
      lane: ticket.lane,
      since: waitingSince(ticket),
      automatic,
      deskId: null,
      workNo: null,
    });
    this.change(ticket.id, { state: 'called', move: null });
  }
}
