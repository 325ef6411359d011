import { lengthOf } from './chance.ts';
import type { DeskPlan } from './day-plan.ts';
import type { PatientInPlay } from './played-patient.ts';

/** A desk on a played day. Instants and times in milliseconds. */
export class PlayedDesk {
  readonly plan: DeskPlan;
  /** Queues that it called, oldest first: the rotation by weights goes on from there. */
  readonly called: string[] = [];
  readonly #callsUntil: number;
  #isBusy = false;
  #servesSince = 0;
  #idleSince = 0;

  /** `overtime`: how long after closing those who wait are still called. */
  constructor(plan: DeskPlan, overtime: number) {
    this.plan = plan;
    this.#callsUntil = plan.until + overtime;
  }

  get idleSince(): number {
    return this.#idleSince;
  }

  /** When it begins to call, and begins again. */
  get opensAt(): readonly number[] {
    return [this.plan.from, ...this.plan.pauses.map(({ until }) => until)];
  }

  /** Whether somebody may be called now. */
  isFree(now: number): boolean {
    const { from, pauses } = this.plan;
    if (this.#isBusy || now < from || now >= this.#callsUntil) return false;
    return !pauses.some((pause) => now >= pause.from && now < pause.until);
  }

  /** Since when it serves somebody; undefined: it serves nobody. */
  get servesSince(): number | undefined {
    return this.#isBusy ? this.#servesSince : undefined;
  }

  /** How long until it opens, or its pause is over; 0: it is open; undefined: it calls nobody any more. */
  opensIn(now: number): number | undefined {
    const { from, pauses } = this.plan;
    if (now >= this.#callsUntil) return undefined;
    const pause = pauses.find((each) => now >= each.from && now < each.until);
    return Math.max(0, from - now, (pause?.until ?? now) - now);
  }

  begin(queueId: string, now: number): void {
    this.#isBusy = true;
    this.#servesSince = now;
    this.called.push(queueId);
  }

  end(now: number): void {
    this.#isBusy = false;
    this.#idleSince = now;
  }

  /** How long this patient is served here. */
  serviceOf({ plan, served }: PatientInPlay): number {
    const service = this.plan.service[this.plan.queues.indexOf(plan.queue)];
    if (service === undefined) return 0;
    return served === 0 ? lengthOf(service.first, plan.first) : lengthOf(service.again, plan.again);
  }
}
