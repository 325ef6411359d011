import type { QueuePolicy } from '@lobby/config';
import type { Lane } from '../../contract/index.ts';
import { checkInWindow } from '../../visits/check-in-window.ts';
import type { OrderTicket } from '../order/index.ts';
import { mayRejoin, rejoinsAt } from '../rejoin.ts';
import type { Agenda } from './agenda.ts';
import type { PatientInPlay } from './played-patient.ts';
import { isoAt, type PlayedQueue } from './played-queue.ts';

/** What happens to a patient outside the rooms. `waits-again`: without being asked, after a missed call. */
export interface InHall {
  readonly happens: 'arrives' | 'checks-in' | 'waits-again' | 'returns';
  readonly patient: PatientInPlay;
}

/** The waiting hall of a played day: who comes, checks in, goes away and comes back. Instants in milliseconds. */
export class Hall {
  readonly #policy: QueuePolicy;
  readonly #agenda: Pick<Agenda<InHall>, 'enter'>;
  readonly #queues: readonly PlayedQueue[];

  constructor(of: {
    readonly policy: QueuePolicy;
    readonly agenda: Pick<Agenda<InHall>, 'enter'>;
    readonly queues: readonly PlayedQueue[];
  }) {
    this.#policy = of.policy;
    this.#agenda = of.agenda;
    this.#queues = of.queues;
  }

  /** Before the day: when a patient will come. Where nobody checks in, a number waits from the start. */
  expect(patient: PatientInPlay, dayStarts: number): void {
    const { kind, arrivesAt } = patient.plan;
    if (!this.#policy.checkIn.required && kind === 'appointment') this.#takeTicket(patient, 'normal', dayStarts);
    if (arrivesAt !== null) this.#agenda.enter(arrivesAt, { happens: 'arrives', patient });
  }

  happen({ happens, patient }: InHall, now: number): void {
    switch (happens) {
      case 'arrives':
        return this.#arrive(patient, now);
      case 'checks-in':
        return this.#checkIn(patient, now);
      case 'waits-again':
        return this.#waitAgain(patient, now);
      case 'returns':
        if (patient.ticket === null) return;
        return this.#wait(patient, { ...patient.ticket, lane: 'return', returnedAt: isoAt(now) }, now);
    }
  }

  /** A call was missed: sooner or later the patient comes back, or the number waits again by itself. */
  misses(patient: PatientInPlay, now: number): void {
    const { ticket, backAfter } = patient;
    if (ticket === null) return;
    const missed = { ...ticket, state: 'missed', misses: ticket.misses + 1 };
    this.keep(patient, missed);
    const itself = rejoinsAt(this.#policy, { ...missed, endedAt: isoAt(now) });
    if (itself !== undefined) this.#agenda.enter(itself, { happens: 'waits-again', patient });
    if (backAfter !== null) this.#agenda.enter(now + backAfter, { happens: 'arrives', patient });
    // Whoever has not arrived yet does so when it was planned.
    const comes = backAfter !== null || (patient.plan.arrivesAt ?? now) > now;
    if (!comes && itself === undefined) patient.over = 'left';
    patient.isThere = false;
  }

  #arrive(patient: PatientInPlay, now: number): void {
    patient.arrives(now);
    if (patient.ticket === null) return this.#checkIn(patient, now);
    if (patient.ticket.state !== 'missed') return;
    if (mayRejoin(this.#policy, patient.ticket)) return this.#waitAgain(patient, now);
    patient.over = 'turned-away';
  }

  #checkIn(patient: PatientInPlay, now: number): void {
    const { slot } = patient.plan;
    if (slot === null) return this.#takeTicket(patient, 'normal', now);
    const { checkIn, late } = this.#policy;
    const times = { start: isoAt(slot.from), end: isoAt(slot.until) };
    const window = checkInWindow({ checkIn, late, timeZone: 'UTC' }, times, now);
    if (window.state === 'open') this.#takeTicket(patient, window.lane, now);
    else if (window.state === 'too-late') patient.over = 'turned-away';
    else this.#agenda.enter(Date.parse(window.opensAt), { happens: 'checks-in', patient });
  }

  #takeTicket(patient: PatientInPlay, lane: Lane, now: number): void {
    const { id, kind, slot, registeredNo, class: priority, queue } = patient.plan;
    const number = this.#queues[queue]?.nextNumber ?? 0;
    const ticket: OrderTicket = {
      id,
      number,
      label: String(number),
      state: 'waiting',
      kind,
      lane,
      class: priority,
      slotStart: slot === null ? null : isoAt(slot.from),
      slotEnd: slot === null ? null : isoAt(slot.until),
      checkedInAt: isoAt(now),
      returnedAt: null,
      registeredNo,
      misses: 0,
      emergency: null,
      move: null,
      assignedTo: null,
    };
    this.#wait(patient, ticket, now);
  }

  #waitAgain(patient: PatientInPlay, now: number): void {
    const { ticket } = patient;
    if (ticket?.state !== 'missed') return;
    this.#wait(patient, { ...ticket, lane: 'missed', checkedInAt: isoAt(now) }, now);
  }

  #wait(patient: PatientInPlay, ticket: OrderTicket, now: number): void {
    this.keep(patient, { ...ticket, state: 'waiting' });
    patient.begins(now, this.#queues[patient.plan.queue]?.made ?? 0);
  }

  /** A ticket has changed. */
  keep(patient: PatientInPlay, ticket: OrderTicket): void {
    patient.ticket = ticket;
    this.#queues[patient.plan.queue]?.put(ticket);
  }
}
