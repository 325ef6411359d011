import type { QueuePolicy } from '@lobby/config';
import { classOf, usualLevel } from './stand.ts';
import type { OrderTicket } from './ticket-in-order.ts';
import type { Walk } from './walk.ts';

/** A ticket that its class moves ahead, and how many it passes. */
export interface Promoted {
  readonly ticket: number;
  readonly of: number;
}

interface Promotion {
  readonly by: number;
  readonly level: number;
}

/**
 * Classes that are moved ahead of so many: one of them is next as soon as not more than that many others would be
 * called before it. The calls to come are looked up from a second walk that runs ahead of the first.
 */
export class Promotions {
  readonly #promotionOf: readonly (Promotion | undefined)[];
  readonly #lineOf: readonly number[];
  readonly #ahead: Walk;
  readonly #furthest: number;
  #left: number;
  #upcoming: number[] = [];
  #isTrue = false;

  constructor(of: {
    readonly policy: QueuePolicy;
    readonly tickets: readonly OrderTicket[];
    readonly lineOf: readonly number[];
    /** A walk of the same queue that nobody else uses. */
    readonly ahead: Walk;
  }) {
    const { policy, tickets, lineOf, ahead } = of;
    this.#promotionOf = tickets.map((ticket, index) =>
      (lineOf[index] ?? -1) < 0 || ticket.move !== null ? undefined : promotionOf(policy, ticket),
    );
    this.#left = this.#promotionOf.filter((promotion) => promotion !== undefined).length;
    this.#furthest = this.#promotionOf.reduce((most, promotion) => Math.max(most, promotion?.by ?? 0), 0);
    this.#lineOf = lineOf;
    this.#ahead = ahead;
  }

  /** Who goes before the next of the lines; undefined: nobody does. */
  next(walk: Walk): Promoted | undefined {
    if (this.#left === 0) return undefined;
    this.#lookAhead(walk);
    let [found, best]: [Promoted | undefined, number] = [undefined, Infinity];
    for (const [index, ticket] of this.#upcoming.entries()) {
      const promotion = this.#promotionOf[ticket];
      if (index === 0 || promotion === undefined || promotion.level >= best) continue;
      const of = this.#passed(index, promotion.level);
      if (of === 0 || of > promotion.by) continue;
      found = { ticket, of };
      best = promotion.level;
    }
    const first = this.#promotionOf[this.#upcoming[0] ?? -1];
    return first !== undefined && first.level <= best ? undefined : found;
  }

  /** Somebody was called. */
  called(ticket: number): void {
    if (this.#promotionOf[ticket] !== undefined) this.#left -= 1;
    if (this.#isTrue && this.#upcoming[0] === ticket) this.#upcoming.shift();
    else this.#isTrue = false;
  }

  /** How many of those to come it would pass: not those whose class moves them at least as much. */
  #passed(index: number, level: number): number {
    let passed = 0;
    for (const ticket of this.#upcoming.slice(0, index)) {
      if ((this.#promotionOf[ticket]?.level ?? Infinity) > level) passed += 1;
    }
    return passed;
  }

  /** The lines were looked at with somebody hidden: what was seen does not hold. */
  forget(): void {
    this.#isTrue = false;
  }

  #lookAhead(walk: Walk): void {
    if (!this.#isTrue) {
      this.#ahead.copyFrom(walk);
      this.#upcoming = [];
      this.#isTrue = true;
    }
    let others = this.#upcoming.filter((ticket) => this.#promotionOf[ticket] === undefined).length;
    while (others <= this.#furthest) {
      const next = this.#ahead.next();
      if (next < 0) return;
      this.#ahead.take(next, this.#lineOf[next] ?? 0);
      this.#upcoming.push(next);
      if (this.#promotionOf[next] === undefined) others += 1;
    }
  }
}

function promotionOf(policy: QueuePolicy, ticket: OrderTicket): Promotion | undefined {
  const priority = classOf(policy, ticket.class);
  if (priority?.rule.rule !== 'ahead' || ticket.emergency !== null || priority.emergency) return undefined;
  return { by: priority.rule.by, level: priority.level ?? usualLevel };
}
