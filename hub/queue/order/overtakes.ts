import { countUntil, type CountedCall } from './history.ts';
import type { OrderTicket } from './ticket-in-order.ts';

/** Who of those that wait has been overtaken how often, from call to call. */
export class Overtakes {
  readonly #groups: readonly Group[];
  readonly #most: number;
  readonly #since: readonly number[];

  constructor(of: {
    readonly tickets: readonly OrderTicket[];
    /** Check-ins of the tickets, milliseconds. */
    readonly since: readonly number[];
    /** Whether the bound holds for a ticket: not for emergencies and those that a nurse has put somewhere. */
    readonly isBounded: (ticket: number) => boolean;
    readonly calls: readonly CountedCall[];
    readonly most: number;
  }) {
    const { tickets, since, isBounded, calls, most } = of;
    const byDesk = new Map<string, number[]>();
    tickets.forEach(({ assignedTo }, index) => {
      if (!isBounded(index)) return;
      const desk = assignedTo ?? '';
      const known = byDesk.get(desk);
      if (known === undefined) byDesk.set(desk, [index]);
      else known.push(index);
    });
    this.#groups = [...byDesk].map(([desk, members]) => new Group({ desk, members, since, calls }));
    this.#most = most;
    this.#since = since;
  }

  /**
   * Whoever must be called before this one by the rules, because they were overtaken as often as may be; −1: nobody.
   * Of several it is who checked in first: nobody is overtaken once more by that.
   */
  owed(candidate: number, isTaken: (ticket: number) => boolean): number {
    const checkedIn = this.#since[candidate] ?? 0;
    let found = -1;
    for (const group of this.#groups) {
      const oldest = group.oldest(isTaken);
      if (oldest < 0 || (this.#since[oldest] ?? 0) >= checkedIn || group.overtaken < this.#most) continue;
      if (found < 0 || (this.#since[oldest] ?? 0) < (this.#since[found] ?? 0)) found = oldest;
    }
    return found;
  }

  /** The rules call this one, for whichever desk. */
  called(candidate: number, assignedTo: string | null, desks: readonly string[]): void {
    const checkedIn = this.#since[candidate] ?? 0;
    for (const group of this.#groups) {
      if (group.desk === '' || group.desk === assignedTo || desks.includes(group.desk)) group.called(checkedIn);
    }
  }
}

/**
 * Those who are offered to the same desks. Whoever checked in first of them was overtaken most, so it is enough to
 * count for that one: the count falls back as the oldest are called, and goes over each call once.
 */
class Group {
  readonly desk: string;
  /** Who waits, oldest first. */
  readonly #members: readonly number[];
  readonly #since: readonly number[];
  readonly #earlier: readonly number[];
  /** Check-ins of those called in this order, as far as they are later than that of the oldest. */
  #called: number[] = [];
  #at = 0;
  #countedFor = -1;
  #count = 0;

  constructor(of: {
    readonly desk: string;
    readonly members: readonly number[];
    readonly since: readonly number[];
    readonly calls: readonly CountedCall[];
  }) {
    const { desk, members, since, calls } = of;
    this.desk = desk;
    this.#since = since;
    this.#members = members.toSorted((one, other) => (since[one] ?? 0) - (since[other] ?? 0));
    this.#earlier = overtakesOf(calls, desk === '' ? null : desk);
  }

  /** Whoever of those left checked in first; −1: nobody is left. */
  oldest(isTaken: (ticket: number) => boolean): number {
    while (this.#at < this.#members.length && isTaken(this.#members[this.#at] ?? 0)) this.#at += 1;
    return this.#members[this.#at] ?? -1;
  }

  /** How often the oldest was overtaken. */
  get overtaken(): number {
    const oldest = this.#members[this.#at] ?? -1;
    if (this.#countedFor !== oldest) {
      const since = this.#since[oldest] ?? 0;
      this.#called = this.#called.filter((checkedIn) => checkedIn > since);
      this.#count = this.#earlier.length - countUntil(this.#earlier, since) + this.#called.length;
      this.#countedFor = oldest;
    }
    return this.#count;
  }

  called(checkedIn: number): void {
    const oldest = this.#members[this.#at] ?? -1;
    if (oldest < 0 || checkedIn <= (this.#since[oldest] ?? 0)) return;
    this.#called.push(checkedIn);
    if (this.#countedFor === oldest) this.#count += 1;
  }
}

/** Check-ins of those whom the rules called, rising; `desk`: only the calls of this desk or doctor. */
export function overtakesOf(calls: readonly CountedCall[], desk: string | null): readonly number[] {
  const before = known.get(calls) ?? new Map<string | null, readonly number[]>();
  const ofDesk = before.get(desk);
  if (ofDesk !== undefined) return ofDesk;
  const found: number[] = [];
  for (const { overtakesBefore, by } of calls) {
    if (overtakesBefore !== null && (desk === null || by.includes(desk))) found.push(overtakesBefore);
  }
  found.sort((one, other) => one - other);
  known.set(calls, before.set(desk, found));
  return found;
}

/** By the calls; a list of them never changes. */
const known = new WeakMap<readonly CountedCall[], Map<string | null, readonly number[]>>();
