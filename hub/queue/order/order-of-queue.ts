import type { QueuePolicy } from '@lobby/config';
import type { Because, Placed } from './because.ts';
import type { OrderInput } from './calling-order.ts';
import { fileTickets, type FiledTickets } from './filed-tickets.ts';
import { resting } from './gap.ts';
import { countedCalls, countUntil, flowOf, type CountedCall } from './history.ts';
import { Moves } from './moves.ts';
import { Overtakes, overtakesOf } from './overtakes.ts';
import { Promotions } from './promotions.ts';
import { reasonInLine } from './reason-in-line.ts';
import type { OrderTicket } from './ticket-in-order.ts';
import { Walk } from './walk.ts';

/** Who is to be called, and why. `automatic`: it is the rules that call. */
interface Choice {
  readonly ticket: number;
  readonly because: Because;
  readonly automatic: boolean;
}

/** A queue as it is called one after the other. */
export class OrderOfQueue<Ticket extends OrderTicket> {
  readonly #input: OrderInput<Ticket>;
  readonly #filed: FiledTickets<Ticket>;
  readonly #calls: readonly CountedCall[];
  readonly #walk: Walk;
  readonly #spare: Walk;
  readonly #moves: Moves;
  readonly #promotions: Promotions;
  readonly #overtakes: Overtakes;
  readonly #overtakesSoFar: readonly number[];
  #placed = 0;

  constructor(input: OrderInput<Ticket>) {
    const { policy } = input;
    const filed = fileTickets(input);
    const { tickets, since, table, stands, lineOfTicket } = filed;
    const calls = countedCalls({ policy, table, tickets: input.tickets, calls: input.calls });
    const flow = flowOf(calls);
    const walk = (): Walk =>
      new Walk({
        table,
        lines: filed.lines,
        tickets: tickets.length,
        callsBefore: (ticket) => countUntil(flow, since[ticket] ?? 0),
      });
    this.#input = input;
    this.#filed = filed;
    this.#calls = calls;
    this.#walk = walk();
    this.#spare = walk();
    for (const { line } of calls) this.#walk.called(line);
    this.#moves = new Moves(tickets, calls);
    this.#promotions = new Promotions({ policy, tickets, lineOf: lineOfTicket, ahead: walk() });
    const isBounded = (index: number): boolean => {
      const stand = stands[index];
      return tickets[index]?.move === null && !(stand?.line === 'urgent' && stand.emergency);
    };
    const most = policy.fairness.mostOvertakes;
    this.#overtakes = new Overtakes({ tickets, since, isBounded, calls, most });
    this.#overtakesSoFar = overtakesOf(calls, null);
  }

  /** Takes the next one to be called; undefined: nobody waits. */
  next(): Placed<Ticket> | undefined {
    const choice = this.#placed === 0 ? this.#firstChoice() : this.#choose(this.#walk);
    const ticket = choice === undefined ? undefined : this.#filed.tickets[choice.ticket];
    if (choice === undefined || ticket === undefined) return undefined;
    this.#take(choice.ticket, ticket);
    if (choice.automatic) {
      this.#overtakes.called(choice.ticket, ticket.assignedTo, this.#input.offeredTo ?? []);
    }
    this.#placed += 1;
    const { because, automatic } = choice;
    return { ticket, because, overtaken: this.#overtakenSoFar(choice.ticket), automatic };
  }

  #take(index: number, ticket: Ticket): void {
    const line = this.#filed.lineOfTicket[index] ?? 0;
    if (ticket.move === null || ticket.emergency !== null) this.#walk.take(index, line);
    else {
      // It stood in no line, and counts for the one in which it would have stood.
      this.#walk.hide(index);
      this.#walk.called(line);
    }
    this.#promotions.called(index);
  }

  /** Who missed a call a moment ago is not offered again at once, unless nobody else waits. */
  #firstChoice(): Choice | undefined {
    const hidden = resting(this.#filed.tickets, this.#input);
    if (hidden.length === 0) return this.#choose(this.#walk);
    this.#spare.copyFrom(this.#walk);
    for (const ticket of hidden) this.#spare.hide(ticket);
    const choice = this.#choose(this.#spare);
    this.#promotions.forget();
    return choice ?? this.#choose(this.#walk);
  }

  #choose(walk: Walk): Choice | undefined {
    const urgent = this.#urgent(walk);
    if (urgent?.automatic === false) return urgent;
    const moved = this.#moves.due(this.#walk.total, walk);
    if (moved >= 0) return movedChoice(moved);
    const choice = urgent ?? this.#byLines(walk);
    if (choice === undefined) {
      const left = this.#moves.soonest(walk);
      return left < 0 ? undefined : movedChoice(left);
    }
    const fair = this.#inFairness(choice);
    const before = this.#moves.before(fair.ticket, walk);
    return before < 0 ? fair : movedChoice(before);
  }

  #urgent(walk: Walk): Choice | undefined {
    const ticket = this.#filed.urgent.find((index) => !walk.isTaken(index));
    const stand = ticket === undefined ? undefined : this.#filed.stands[ticket];
    if (ticket === undefined || stand?.line !== 'urgent') return undefined;
    const { level, emergency } = stand;
    const name = this.#filed.classNames[ticket] ?? null;
    if (emergency || name === null) {
      return { ticket, because: { rule: 'emergency', class: name, level }, automatic: false };
    }
    return { ticket, because: { rule: 'top', class: name }, automatic: true };
  }

  #byLines(walk: Walk): Choice | undefined {
    const promoted = this.#promotions.next(walk);
    const name = promoted === undefined ? undefined : this.#filed.classNames[promoted.ticket];
    if (promoted !== undefined && name !== undefined && name !== null) {
      const because = { rule: 'ahead', class: name, of: promoted.of } as const;
      return { ticket: promoted.ticket, because, automatic: true };
    }
    const ticket = walk.next();
    if (ticket < 0) return undefined;
    return {
      ticket,
      because: reasonInLine(this.#filed, this.#policy, { ticket, ahead: this.#placed }),
      automatic: true,
    };
  }

  /** Whoever was overtaken as often as may be goes first. */
  #inFairness(choice: Choice): Choice {
    const owed = this.#overtakes.owed(choice.ticket, (index) => this.#walk.isTaken(index));
    if (owed < 0) return choice;
    const most = this.#policy.fairness.mostOvertakes;
    return {
      ticket: owed,
      because: { rule: 'fairness', most, overtaken: this.#overtakenSoFar(owed) },
      automatic: true,
    };
  }

  get #policy(): QueuePolicy {
    return this.#input.policy;
  }

  #overtakenSoFar(index: number): number {
    const assignedTo = this.#filed.tickets[index]?.assignedTo ?? null;
    const earlier = assignedTo === null ? this.#overtakesSoFar : overtakesOf(this.#calls, assignedTo);
    return earlier.length - countUntil(earlier, this.#filed.since[index] ?? 0);
  }
}

function movedChoice(ticket: number): Choice {
  return { ticket, because: { rule: 'moved' }, automatic: false };
}
