import type { Agenda, Step, TicketView } from '../contract/index.ts';
import type { AppointmentEntry } from '../hospital/port.ts';
import type { QueuePlace } from '../queue/site-plan.ts';
import { checkInWindow } from './check-in-window.ts';

/** An appointment of today with the queue in which it waits and the ticket that it has. */
export interface DueAppointment {
  readonly entry: AppointmentEntry;
  readonly place: QueuePlace;
  readonly ticket: TicketView | null;
  readonly waiting: number;
  /** Its number is void after so many missed calls: staff. */
  readonly isVoid?: boolean;
  /** The queue lives in another system; left out: it does not. */
  readonly mirrored?: boolean;
  /** Where a check-in now would lead; worked out for whoever is told of it. */
  readonly joining?: () => Step['joining'];
}

export interface SlotTimes {
  readonly start: string;
  readonly end: string;
}

/** Slot of an appointment as ISO instants in UTC; undefined where the hospital names none. */
export function slotOf(entry: AppointmentEntry): SlotTimes | undefined {
  const { start, end } = entry.appointment;
  if (start === undefined || end === undefined) return undefined;
  const [from, to] = [Date.parse(start), Date.parse(end)];
  if (Number.isNaN(from) || Number.isNaN(to)) return undefined;
  return { start: new Date(from).toISOString(), end: new Date(to).toISOString() };
}

/** What a patient still has to do today: the next step first, the rest in time order. */
export function buildAgenda(today: {
  readonly maskedName: string;
  readonly acting: Agenda['acting'];
  readonly due: readonly DueAppointment[];
  readonly now: number;
}): Agenda {
  const steps = today.due.flatMap((due) => stepOf(due, today.now));
  const inTime = steps.toSorted((one, other) => (one.slotStart < other.slotStart ? -1 : 1));
  const next = inTime.reduce<Step | null>((best, step) => (isBefore(step, best) ? step : best), null);
  const { maskedName, acting } = today;
  return { maskedName, acting, next, rest: inTime.filter((step) => step !== next) };
}

/** Called now, then what can be done now, then waiting, then later, then what staff must look at. */
function urgency(step: Step): number {
  if (step.ticket?.state === 'called') return 0;
  return { ready: 1, 'checked-in': 2, 'too-early': 3, 'too-late': 4, void: 5, finished: 9 }[step.state];
}

function isBefore(step: Step, best: Step | null): boolean {
  if (step.state === 'finished') return false;
  return best === null || urgency(step) < urgency(best);
}

function stepOf(due: DueAppointment, now: number): Step[] {
  const slot = slotOf(due.entry);
  const stepId = due.entry.appointment.id;
  if (slot === undefined || stepId === undefined) return [];
  const window = checkInWindow(due.place.checkIn, slot, now);
  const state = stateOf(due, window.state === 'open' ? 'ready' : window.state);
  if (state === undefined) return [];
  const { area } = due.place;
  const joining = due.joining?.();
  const step: Step = {
    stepId,
    kind: 'appointment',
    state,
    clinic: due.entry.clinicName,
    practitioner: due.entry.practitioner,
    queueId: due.place.queue.id,
    place: area.name,
    level: area.level,
    slotStart: slot.start,
    slotEnd: slot.end,
    opensAt: window.opensAt,
    waiting: due.waiting,
    late: state === 'ready' && due.ticket === null && window.state === 'open' && window.late,
    ticket: due.ticket,
    ...(joining !== undefined && { joining }),
  };
  return [step];
}

function stateOf(due: DueAppointment, byWindow: 'ready' | 'too-early' | 'too-late'): Step['state'] | undefined {
  switch (due.ticket?.state) {
    case 'waiting':
    case 'called':
    case 'held':
      return 'checked-in';
    case 'finished':
      return 'finished';
    // Whoever missed the call or comes back from tests checks in again and keeps the number.
    case 'missed':
      return due.isVoid === true ? 'void' : 'ready';
    case 'at-tests':
      return 'ready';
    case 'dropped':
    case 'undone':
    case undefined:
      return stateByHospital(due.entry, byWindow);
  }
}

function stateByHospital(
  entry: AppointmentEntry,
  byWindow: 'ready' | 'too-early' | 'too-late',
): Step['state'] | undefined {
  switch (entry.appointment.status) {
    case 'booked':
    case 'checked-in':
    case 'arrived':
      return byWindow;
    case 'noshow':
      return 'too-late';
    case 'fulfilled':
      return 'finished';
    default:
      return undefined;
  }
}
