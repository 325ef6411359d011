import type { OrderTicket } from '../order/index.ts';
import type { PlannedPatient } from './planned-patients.ts';
import type { ToldWait } from './told-wait.ts';
import type { Ending, PlayedPatient, Wait } from './wait.ts';

/** A wait that goes on. `callsBefore`: how many calls its queue had made when it began. */
export interface OpenWait {
  readonly since: number;
  readonly callsBefore: number;
  readonly thereFrom: number | null;
  readonly told: ToldWait | null;
}

/** Somebody on a played day. */
export class PatientInPlay {
  readonly place: number;
  readonly plan: PlannedPatient;
  ticket: OrderTicket | null = null;
  isThere = false;
  /** Why the day is over for this patient; undefined while it is not. */
  over: Exclude<Ending, 'unfinished'> | undefined;
  wait: OpenWait | null = null;
  calls = 0;
  served = 0;
  #turns = 0;
  #backAfter: number | null = null;

  constructor(place: number, plan: PlannedPatient) {
    this.place = place;
    this.plan = plan;
  }

  /** Comes back so long after the call that was missed, milliseconds; null: never. */
  get backAfter(): number | null {
    return this.#backAfter;
  }

  /** Whether the patient is away at this call. Whoever has missed very many stays. */
  isAwayNow(): boolean {
    const drawn = this.plan.atCalls[this.#turns];
    this.#turns += 1;
    // Who has not come yet, comes when it was planned.
    this.#backAfter = this.isThere ? (drawn?.backAfter ?? null) : null;
    return !this.isThere || drawn?.isAway === true;
  }

  begins(now: number, callsBefore: number): void {
    this.wait = { since: now, callsBefore, thereFrom: this.isThere ? now : null, told: null };
  }

  isTold(told: ToldWait | null): void {
    if (this.wait !== null) this.wait = { ...this.wait, told };
  }

  arrives(now: number): void {
    this.isThere = true;
    if (this.wait?.thereFrom === null) this.wait = { ...this.wait, thereFrom: now };
  }

  /** The wait is over: with a call, or with the day (`calledAt` null). */
  ends(of: { readonly calledAt: number | null; readonly overtaken: number; readonly isBounded: boolean }): Wait[] {
    const { wait, ticket, plan, place } = this;
    if (wait === null || ticket === null) return [];
    this.wait = null;
    const { since, thereFrom, told } = wait;
    return [{ patient: place, queue: plan.queue, lane: ticket.lane, class: plan.class, since, thereFrom, told, ...of }];
  }

  get result(): PlayedPatient {
    const { plan, calls, served } = this;
    const never = this.ticket === null ? 'never-came' : 'unfinished';
    return {
      queue: plan.queue,
      class: plan.class,
      ending: this.over ?? never,
      calls,
      misses: this.ticket?.misses ?? 0,
      served,
    };
  }
}
