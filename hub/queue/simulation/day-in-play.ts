import type { QueuePolicy } from '@lobby/config';
import { mergedOrder, type OrderTicket, type Placed } from '../order/index.ts';
import { Agenda } from './agenda.ts';
import type { DayPlan } from './day-plan.ts';
import { Hall, type InHall } from './hall.ts';
import { plannedPatients } from './planned-patients.ts';
import { PlayedDesk } from './played-desk.ts';
import { PatientInPlay } from './played-patient.ts';
import { PlayedQueue, type WhoIsNext } from './played-queue.ts';
import { toldWaits } from './told-wait.ts';
import type { PlayedDay, Wait } from './wait.ts';

type Happening =
  | InHall
  | { readonly happens: 'was-served' | 'was-away'; readonly patient: PatientInPlay; readonly desk: PlayedDesk }
  /** A desk opens, or its pause is over. */
  | { readonly happens: 'desk-opens' };

/** A day in virtual time: patients come, desks call whom the order says, until nobody is left or the day is over. */
export class DayInPlay {
  readonly #day: DayPlan;
  readonly #policy: QueuePolicy;
  readonly #agenda = new Agenda<Happening>();
  readonly #hall: Hall;
  readonly #queues: readonly PlayedQueue[];
  readonly #desks: readonly PlayedDesk[];
  readonly #patients: readonly PatientInPlay[];
  readonly #byTicket: ReadonlyMap<string, PatientInPlay>;
  readonly #tells: boolean;
  readonly #waits: Wait[] = [];
  #endsAt: number;

  constructor(
    day: DayPlan,
    rules: {
      readonly policy: QueuePolicy;
      readonly seed: number;
      readonly whoIsNext: WhoIsNext;
      readonly tells: boolean;
    },
  ) {
    const { policy, seed, whoIsNext } = rules;
    this.#day = day;
    this.#policy = policy;
    this.#tells = rules.tells;
    this.#endsAt = day.from;
    this.#queues = day.queues.map(({ id }) => new PlayedQueue(id, { policy, whoIsNext, sessions: day.sessions }));
    this.#desks = day.desks.map((plan) => new PlayedDesk(plan, day.overtime));
    this.#patients = plannedPatients(day, seed).map((plan, place) => new PatientInPlay(place, plan));
    this.#byTicket = new Map(this.#patients.map((patient) => [patient.plan.id, patient]));
    this.#hall = new Hall({ policy, agenda: this.#agenda, queues: this.#queues });
    for (const patient of this.#patients) this.#hall.expect(patient, day.from);
    for (const desk of this.#desks) for (const at of desk.opensAt) this.#agenda.enter(at, { happens: 'desk-opens' });
  }

  play(): PlayedDay {
    for (let next = this.#agenda.takeNext(); next !== undefined; next = this.#agenda.takeNext()) {
      for (const happening of next.entries) this.#happen(happening, next.at);
      this.#tellWaits(next.entries, next.at);
      this.#callAll(next.at);
    }
    for (const patient of this.#patients) this.#endWait(patient, { calledAt: null, isBounded: true });
    return { waits: this.#waits, patients: this.#patients.map(({ result }) => result), endsAt: this.#endsAt };
  }

  #happen(happening: Happening, now: number): void {
    switch (happening.happens) {
      case 'desk-opens':
        return;
      case 'was-served':
        return this.#served(happening.patient, happening.desk, now);
      case 'was-away':
        happening.desk.end(now);
        return this.#hall.misses(happening.patient, now);
      default:
        return this.#hall.happen(happening, now);
    }
  }

  #served(patient: PatientInPlay, desk: PlayedDesk, now: number): void {
    const { ticket, plan } = patient;
    desk.end(now);
    this.#endsAt = Math.max(this.#endsAt, now);
    patient.served += 1;
    const goesToTests = patient.served === 1 && plan.testsTake !== null;
    if (ticket !== null) this.#hall.keep(patient, { ...ticket, state: goesToTests ? 'at-tests' : 'finished' });
    if (goesToTests) this.#agenda.enter(now + (plan.testsTake ?? 0), { happens: 'returns', patient });
    else patient.over = 'finished';
  }

  /** Whoever begins to wait is told how long it will take. */
  #tellWaits(happenings: readonly Happening[], now: number): void {
    if (!this.#tells) return;
    const begun = happenings.flatMap((happening) => ('patient' in happening ? [happening.patient] : []));
    const waiting = begun.filter(({ wait }) => wait?.since === now && wait.thereFrom === now);
    for (const queue of new Set(waiting.map(({ plan }) => plan.queue))) {
      const desks = this.#desks.filter(({ plan }) => plan.queues.includes(queue));
      const told = toldWaits(desks, { queues: this.#queues, policy: this.#policy, now });
      for (const patient of waiting) if (patient.plan.queue === queue) patient.isTold(told(patient.plan.id));
    }
  }

  /** Every desk that is free calls; whoever has been idle longest calls first. */
  #callAll(now: number): void {
    const free = this.#desks.filter((desk) => desk.isFree(now));
    free.sort((one, other) => one.idleSince - other.idleSince);
    for (const desk of free) {
      const next = this.#nextAt(desk, now);
      if (next !== undefined) this.#call(desk, next, now);
    }
  }

  #nextAt({ plan, called }: PlayedDesk, now: number): Placed | undefined {
    const { rotation, weight } = this.#policy.desk;
    const [only] = plan.queues;
    if (plan.queues.length === 1 && only !== undefined) return this.#queues[only]?.next(now);
    const orders = plan.queues.flatMap((index) => {
      const queue = this.#queues[index];
      const next = queue?.next(now);
      return queue === undefined || next === undefined ? [] : [{ queueId: queue.id, order: [next], weight }];
    });
    return mergedOrder<OrderTicket>(
      orders,
      rotation === 'weights' ? { rule: 'weights', called } : { rule: rotation },
    )[0];
  }

  #call(desk: PlayedDesk, placed: Placed, now: number): void {
    const patient = this.#byTicket.get(placed.ticket.id);
    const queue = patient === undefined ? undefined : this.#queues[patient.plan.queue];
    if (patient === undefined || queue === undefined) throw new Error('a ticket is called that nobody has');
    this.#endWait(patient, { calledAt: now, isBounded: placed.automatic });
    patient.ticket = queue.call(placed, { at: now, deskId: desk.plan.id });
    desk.begin(queue.id, now);
    const { timesBeforeMissed } = this.#policy.calls;
    const wait = this.#day.queues[patient.plan.queue]?.missed.wait ?? 0;
    const isAway = patient.isAwayNow();
    patient.calls += isAway ? timesBeforeMissed : 1;
    const at = isAway ? now + timesBeforeMissed * wait : now + desk.serviceOf(patient);
    this.#agenda.enter(at, { happens: isAway ? 'was-away' : 'was-served', patient, desk });
  }

  #endWait(patient: PatientInPlay, how: { readonly calledAt: number | null; readonly isBounded: boolean }): void {
    const { wait } = patient;
    if (wait === null) return;
    const overtaken = this.#queues[patient.plan.queue]?.overtakesOf(wait.since, wait.callsBefore) ?? 0;
    this.#waits.push(...patient.ends({ ...how, overtaken }));
  }
}
