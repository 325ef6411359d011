import type { TerminalConfig } from '@lobby/config';
import type { Acting, CheckInRefusal, Lane, TicketView } from '../contract/index.ts';
import { seeNoExtension, type AppointmentEntry, type Support } from '../hospital/port.ts';
import type { QueuePlace } from '../queue/site-plan.ts';
import type { TicketKind, TicketPatient } from '../queue/ticket.ts';
import { slotOf, type DueAppointment, type SlotTimes } from './agenda.ts';
import { checkInWindow } from './check-in-window.ts';
import type { AppointmentStatus, CheckInPlan } from './intent-storage.ts';

/** A check-in that may go on. `ticket`: it has one that counts, and nothing is left to do. */
export interface AllowedCheckIn {
  readonly ok: true;
  readonly entry: AppointmentEntry;
  readonly appointmentId: string;
  readonly place: QueuePlace;
  readonly slot: SlotTimes;
  readonly status: AppointmentStatus;
  readonly lane: Lane;
  readonly ticket: TicketView | undefined;
}

export interface ForbiddenCheckIn {
  readonly ok: false;
  readonly reason: Extract<
    CheckInRefusal,
    'too-early' | 'too-late' | 'no-such-appointment' | 'number-void' | 'not-here'
  >;
  readonly opensAt: string | null;
}

/** Whether an appointment may be checked in for now, at this terminal. */
export function decideCheckIn(asked: {
  readonly due: DueAppointment | undefined;
  readonly terminal: TerminalConfig | undefined;
  /** What a check-in does where the queue lives in another system. */
  readonly elsewhere: Support;
  readonly now: number;
}): AllowedCheckIn | ForbiddenCheckIn {
  const { due, terminal } = asked;
  const slot = due === undefined ? undefined : slotOf(due.entry);
  const appointmentId = due?.entry.appointment.id;
  if (due === undefined || slot === undefined || appointmentId === undefined) return forbidden('no-such-appointment');
  const { entry, place } = due;
  const base = { ok: true, entry, appointmentId, place, slot } as const;
  const ticket = countingTicket(due);
  if (ticket !== undefined && ticket.state !== 'missed' && ticket.state !== 'at-tests') {
    return { ...base, status: 'arrived', lane: ticket.lane, ticket };
  }
  if (terminal?.areas !== undefined && !terminal.areas.includes(place.area.id)) return forbidden('not-here');
  if (due.isVoid === true) return forbidden('number-void');
  // Where the other system takes nobody over, its own people check in.
  if (due.mirrored === true && asked.elsewhere === 'unsupported') return forbidden('not-here');
  // Whoever missed the call or was at tests comes back at any time; the hospital knows of the arrival already.
  if (ticket !== undefined) return { ...base, status: 'arrived', lane: 'missed', ticket: undefined };
  const status = entry.appointment.status;
  if (status === 'noshow') return forbidden('too-late');
  if (status !== 'booked' && status !== 'checked-in' && status !== 'arrived') return forbidden('no-such-appointment');
  const window = checkInWindow(place.checkIn, slot, asked.now);
  if (window.state !== 'open') {
    return { ok: false, reason: window.state, opensAt: window.state === 'too-early' ? window.opensAt : null };
  }
  return { ...base, status, lane: window.lane, ticket: undefined };
}

/** A ticket that was taken out, or whose check-in was undone, stands in nobody's way. */
function countingTicket({ ticket }: DueAppointment): TicketView | undefined {
  const gone = ticket === null || ticket.state === 'dropped' || ticket.state === 'undone';
  return gone ? undefined : ticket;
}

/** All that the check-in needs from here on, also when the terminal is gone. */
export function planOf(
  allowed: AllowedCheckIn,
  { patient, acting }: { readonly patient: TicketPatient; readonly acting: Acting | null },
): CheckInPlan {
  const { entry, place, slot, status, lane } = allowed;
  return {
    patient,
    actedBy: acting,
    queueId: place.queue.id,
    areaId: place.area.id,
    status,
    kind: kindOf(entry),
    practitioner: entry.practitioner,
    slotStart: slot.start,
    slotEnd: slot.end,
    lane,
    registeredNo: registeredNoOf(entry),
  };
}

/** The hospital's own sequence number, where it has given one already. */
function registeredNoOf({ appointment }: AppointmentEntry): number | null {
  return appointment.extension?.find(({ url }) => url === seeNoExtension)?.valuePositiveInt ?? null;
}

/** HL7 v2 table 0276: WALKIN is a visit without an appointment made before. */
export function kindOf(entry: AppointmentEntry): TicketKind {
  const codes = entry.appointment.appointmentType?.coding ?? [];
  return codes.some((coding) => coding.code === 'WALKIN') ? 'walk-in' : 'appointment';
}

function forbidden(reason: ForbiddenCheckIn['reason']): ForbiddenCheckIn {
  return { ok: false, reason, opensAt: null };
}
