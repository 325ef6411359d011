import type { DatabaseSync } from 'node:sqlite';
import type { Site } from '@lobby/config';
import type { Clock } from '../../../clock.ts';
import type { MirroredItem, MirroredTicket } from '../../../contract/index.ts';
import { readAppointment, type AppointmentRow, type ServedBy } from '../appointments.ts';
import { currentSession, type ClinicSession } from '../clinic-day.ts';
import { inTransaction } from '../database.ts';
import type { Doctor } from '../doctors.ts';
import { readPatient } from '../patient-files.ts';
import { seedFor } from '../seeded-random.ts';
import {
  arrivedWithoutPlace,
  enterQueue,
  putQueueRow,
  queueOfClinic,
  queueRow,
  type QueueRow,
} from './queue-storage.ts';

export interface OwnQueueParts {
  readonly database: DatabaseSync;
  readonly site: Site;
  readonly clock: Clock;
  readonly doctors: readonly Doctor[];
  readonly doctorOf: (row: AppointmentRow) => ServedBy | undefined;
}

const second = 1_000;
const recallAfter = 25 * second;
const shortestVisit = 75 * second;
const longestVisit = 180 * second;

/**
 * The hospital's own queue, with doctors who call from it: the other end of a mirrored area. Whoever has arrived has a
 * place in it, whether anybody asks for it or not.
 */
export class OwnQueue {
  readonly #parts: OwnQueueParts;

  constructor(parts: OwnQueueParts) {
    this.#parts = parts;
  }

  /** All who have a place in the queue of a clinic now and are not done. */
  list(clinic: string): readonly MirroredTicket[] {
    const session = this.#session();
    return inTransaction(this.#parts.database, () => {
      this.#letIn(clinic, session);
      const rows = queueOfClinic(this.#parts.database, clinic, session.key);
      return rows.filter((row) => row.state !== 'finished' && this.#isHere(row)).map((row) => this.#ticketOf(row));
    });
  }

  /** The place of one appointment; undefined before it has arrived. */
  find(appointmentId: string): MirroredTicket | undefined {
    const { database } = this.#parts;
    const appointment = readAppointment(database, appointmentId);
    if (appointment?.status !== 'arrived') return undefined;
    return inTransaction(database, () => {
      const known = queueRow(database, appointmentId);
      const { clinic } = appointment;
      const place = { appointment: appointmentId, clinic, session: this.#session().key, now: this.#now() };
      return this.#ticketOf(known ?? enterQueue(database, place));
    });
  }

  /** What the doctors of a clinic do now: finish, call the next, call again, give up on who does not come. */
  work(clinic: string): readonly MirroredItem[] {
    const { database, doctors } = this.#parts;
    const session = this.#session();
    return inTransaction(database, () => {
      const items = this.#letIn(clinic, session);
      for (const doctor of doctors.filter((one) => one.clinic === clinic)) items.push(...this.#workOf(doctor, session));
      return items;
    });
  }

  #letIn(clinic: string, session: ClinicSession): MirroredItem[] {
    const { database } = this.#parts;
    // Who has a slot of the session before and comes now waits with those of this one.
    const from = session.start - (session.end - session.start);
    const arrived = arrivedWithoutPlace(database, { clinic, from, to: session.end });
    return arrived.map((appointment) =>
      this.#ticketOf(enterQueue(database, { appointment, clinic, session: session.key, now: this.#now() })),
    );
  }

  #workOf(doctor: Doctor, session: ClinicSession): MirroredItem[] {
    const rows = queueOfClinic(this.#parts.database, doctor.clinic, session.key);
    const serving = rows.find((row) => row.state === 'called' && row.room === doctor.room);
    if (serving !== undefined && serving.calledAt !== null) {
      const since = this.#now() - serving.calledAt;
      const chance = seedFor(1, serving.appointment);
      if (since < shortestVisit + (chance % (longestVisit - shortestVisit))) {
        const again = since > recallAfter && serving.calls === 1 && chance % 3 === 0;
        return again ? [this.#call(serving, doctor)] : [];
      }
      const end = this.#end(serving, chance % 8 === 0 ? 'missed' : 'finished');
      return [end, ...this.#callNext(doctor, rows)];
    }
    return this.#callNext(doctor, rows);
  }

  #callNext(doctor: Doctor, rows: readonly QueueRow[]): MirroredItem[] {
    const own = rows.filter(
      (row) => row.state === 'waiting' && this.#appointmentOf(row)?.role === doctor.role && this.#isHere(row),
    );
    const [next] = own.sort((one, other) => this.#rankOf(one) - this.#rankOf(other));
    return next === undefined ? [] : [this.#call(next, doctor)];
  }

  #call(row: QueueRow, { room }: Doctor): MirroredItem {
    const now = this.#now();
    const calledAt = row.state === 'called' ? row.calledAt : now;
    const called: QueueRow = { ...row, state: 'called', room, calls: row.calls + 1, changed: now, calledAt };
    putQueueRow(this.#parts.database, called);
    const occurredAt = new Date(now).toISOString();
    const { queue, label } = this.#named(called);
    return { kind: 'call', ticket: ticketId(called), call: callId(called), room, queue, label, occurredAt };
  }

  #end(row: QueueRow, state: 'missed' | 'finished'): MirroredItem {
    const changed = this.#now();
    putQueueRow(this.#parts.database, { ...row, state, changed });
    return { kind: state, ticket: ticketId(row), occurredAt: new Date(changed).toISOString() };
  }

  #ticketOf(row: QueueRow): MirroredTicket {
    const appointment = this.#appointmentOf(row);
    const doctor = appointment === undefined ? undefined : this.#parts.doctorOf(appointment)?.name;
    const isCalled = row.state === 'called' && row.room !== null;
    return {
      kind: 'ticket',
      ticket: ticketId(row),
      ...this.#named(row),
      state: row.state,
      rank: this.#rankOf(row),
      occurredAt: new Date(row.changed).toISOString(),
      waitingSince: new Date(row.since).toISOString(),
      appointment: row.appointment,
      ...(appointment !== undefined && { slotStart: iso(appointment.start), slotEnd: iso(appointment.end) }),
      ...(doctor !== null && doctor !== undefined && { practitioner: doctor }),
      ...(appointment !== undefined && { patient: this.#patientOf(appointment) }),
      ...(isCalled && { calledTo: { call: callId(row), room: row.room, at: iso(row.calledAt ?? row.changed) } }),
    };
  }

  #patientOf({ patient }: AppointmentRow): NonNullable<MirroredTicket['patient']> {
    const file = readPatient(this.#parts.database, patient);
    const name = file?.name?.[0]?.text;
    const { gender, birthDate } = file ?? {};
    return {
      id: patient,
      sex: gender === 'male' || gender === 'female' ? gender : 'unknown',
      ...(name !== undefined && { name }),
      ...(birthDate !== undefined && { birthYear: Number(birthDate.slice(0, 4)) }),
    };
  }

  #named({ clinic, number }: QueueRow): { readonly queue: string; readonly label: string } {
    const queues = this.#parts.site.areas.flatMap((area) => area.queues);
    const prefix = queues.find((queue) => queue.clinic === clinic)?.prefix ?? '';
    return { queue: clinic, label: `${prefix}${String(number).padStart(3, '0')}` };
  }

  /** By slot, then by number. */
  #rankOf(row: QueueRow): number {
    const start = this.#appointmentOf(row)?.start ?? row.since;
    return Math.floor(start / second) * 1_000 + row.number;
  }

  #appointmentOf({ appointment }: QueueRow): AppointmentRow | undefined {
    return readAppointment(this.#parts.database, appointment);
  }

  /** Whoever's check-in was undone has no place until the next one. */
  #isHere(row: QueueRow): boolean {
    return this.#appointmentOf(row)?.status !== 'checked-in';
  }

  #session(): ClinicSession {
    return currentSession(this.#parts.site, this.#now());
  }

  #now(): number {
    return this.#parts.clock.now();
  }
}

function ticketId({ session, clinic, number }: QueueRow): string {
  return `${session}-${clinic}-${number}`;
}

function callId(row: QueueRow): string {
  return `${ticketId(row)}-${row.calls}`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
