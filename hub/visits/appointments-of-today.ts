import { randomUUIDv7 } from 'node:crypto';
import { policyOfSite, shortCheckIn } from '@lobby/config';
import { businessDayOf, clinicTimeOf, endOfCalendarDay, startOfCalendarDay } from '../business-date.ts';
import type { Clock } from '../clock.ts';
import type {
  AppointmentEntry,
  CallContext,
  HospitalPort,
  HospitalResult,
  PatientIdentifier,
} from '../hospital/port.ts';
import type { SitePlan } from '../queue/site-plan.ts';
import { slotOf } from './agenda.ts';
import { checkInWindow } from './check-in-window.ts';

/** How long what the hospital said about a day is good enough to find a step in; a check-in itself is always asked. */
const freshMilliseconds = 60_000;

const minute = 60_000;
/** Slots are listed by their start and close by their end. */
const longestSlot = 60 * minute;

interface Known {
  readonly at: number;
  readonly patientId: string;
  readonly entries: readonly AppointmentEntry[];
}

interface Ahead {
  readonly at: number;
  readonly patientId: string;
  readonly answer: Promise<Answer>;
}

type Answer = HospitalResult<readonly AppointmentEntry[]>;

interface Today {
  readonly from: string;
  readonly to: string;
  readonly usual: string;
}

interface AskedFor {
  readonly visitId: string;
  readonly patientId: string;
  readonly terminalId: string | null;
}

/** The appointments of a visit's patient on the current business day, as the hospital has them. */
export class AppointmentsOfToday {
  readonly #port: HospitalPort;
  readonly #plan: SitePlan;
  readonly #clock: Clock;
  #latest: { readonly atMinute: number; readonly today: Today } | undefined;
  readonly #known = new Map<string, Known>();
  readonly #ahead = new Map<string, Ahead>();
  /** Visits of which somebody wanted to know, and when. */
  readonly #wanted = new Map<string, number>();

  constructor(parts: { readonly port: HospitalPort; readonly plan: SitePlan; readonly clock: Clock }) {
    this.#port = parts.port;
    this.#plan = parts.plan;
    this.#clock = parts.clock;
  }

  /**
   * Asks for whoever holds a credential while the hospital is still looking for their file; undefined where it cannot.
   * Whose appointments these are is known with the file: hand the answer to `askAhead`.
   */
  askOfBearer(of: {
    readonly terminalId: string;
    readonly identifier: PatientIdentifier;
  }): Promise<Answer> | undefined {
    if (this.#port.capabilities()['appointment.listOfBearer'] === 'unsupported') return undefined;
    const { from, to } = this.#today();
    const identifiers = [of.identifier];
    return answerOf(() => this.#port.appointment.listOfBearer({ identifiers, from, to }, contextAt(of.terminalId)));
  }

  /**
   * Asks while nobody wants to know yet; the next one who does gets this answer. Too late is no longer of use. `ofBearer`:
   * what was asked even before.
   */
  askAhead(of: AskedFor, ofBearer?: Promise<Answer>): void {
    if (this.#wanted.has(of.visitId)) return;
    const answer =
      ofBearer === undefined ? this.#ask(of) : ofBearer.then((said) => this.#keep(of, ofPatient(said, of)));
    this.#ahead.set(of.visitId, { at: this.#clock.now(), patientId: of.patientId, answer });
  }

  /** Asks the hospital, and remembers the answer for the visit. */
  async ask(of: AskedFor): Promise<Answer> {
    this.#wanted.set(of.visitId, this.#clock.now());
    const ahead = this.#ahead.get(of.visitId);
    this.#ahead.delete(of.visitId);
    if (ahead?.patientId === of.patientId && this.#isFresh(ahead)) {
      const answer = await ahead.answer;
      if (answer.ok) return answer;
    }
    return this.#ask(of);
  }

  async #ask(of: AskedFor): Promise<Answer> {
    const { patientId, terminalId } = of;
    const { from, to } = this.#today();
    const said = await answerOf(() => this.#port.appointment.list({ patientId, from, to }, contextAt(terminalId)));
    return this.#keep(of, said);
  }

  /** Remembers for the visit what counts today of an answer. */
  #keep({ visitId, patientId }: AskedFor, said: Answer): Answer {
    if (!said.ok) return said;
    const { usual } = this.#today();
    const entries = said.value.filter((entry) => this.#counts(entry, usual));
    this.#known.set(visitId, { at: this.#clock.now(), patientId, entries });
    return { ok: true, value: entries };
  }

  /**
   * What the hospital said a moment ago, so that a check-in does not wait for it twice. A visit may have passed to
   * another patient while the hospital was answering about the one before.
   */
  recent({ visitId, patientId }: Pick<AskedFor, 'visitId' | 'patientId'>): readonly AppointmentEntry[] | undefined {
    const known = this.#known.get(visitId);
    return known?.patientId === patientId && this.#isFresh(known) ? known.entries : undefined;
  }

  #isFresh({ at }: { readonly at: number }): boolean {
    return this.#clock.now() - at < freshMilliseconds;
  }

  forget(visitId: string): void {
    this.#known.delete(visitId);
    this.#ahead.delete(visitId);
    this.#wanted.delete(visitId);
  }

  forgetOld(): void {
    for (const [visitId, { at }] of this.#ahead) if (!this.#isFresh({ at })) this.forget(visitId);
    for (const [visitId, known] of this.#known) if (!this.#isFresh(known)) this.forget(visitId);
    for (const [visitId, at] of this.#wanted) if (!this.#isFresh({ at })) this.forget(visitId);
  }

  /**
   * The business day that runs now, what may still be checked in for of the day before, and the rest of the calendar day:
   * who comes at five for eight o'clock hears when check-in opens, although the night session still runs. `usual`: where
   * the day starts for queues that close some time after a slot; others take whoever comes on the same calendar day.
   */
  #today(): Today {
    const now = this.#clock.now();
    const atMinute = Math.floor(now / minute) * minute;
    if (this.#latest?.atMinute !== atMinute) this.#latest = { atMinute, today: this.#todayAt(atMinute) };
    return this.#latest.today;
  }

  /** Everybody asks, and calendars are slow; sessions start and close on the minute. */
  #todayAt(now: number): Today {
    const { site } = this.#plan;
    const checkIn = shortCheckIn(policyOfSite(site));
    const { from, to } = businessDayOf(site, clinicTimeOf(site, now).businessDate);
    const stillOpen = now - checkIn.closesMinutesAfter * minute - longestSlot;
    const openAlready = Date.parse(to) + checkIn.opensMinutesBefore * minute;
    const usual = Math.min(Date.parse(from), stillOpen);
    const midnight = Date.parse(startOfCalendarDay(site, now));
    return {
      usual: new Date(usual).toISOString(),
      from: new Date(Math.min(usual, midnight)).toISOString(),
      to: new Date(Math.max(openAlready, Date.parse(endOfCalendarDay(site, now)))).toISOString(),
    };
  }

  /** Whether an appointment is one of today's: its queue may be open longer than the others. */
  #counts(entry: AppointmentEntry, usual: string): boolean {
    const { start } = entry.appointment;
    const place = this.#plan.queueOfClinic(entry.clinic);
    if (start === undefined || place === undefined || Date.parse(start) >= Date.parse(usual)) return true;
    const slot = slotOf(entry);
    return slot !== undefined && checkInWindow(place.checkIn, slot, this.#clock.now()).state === 'open';
  }
}

async function answerOf(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    return { ok: false, reason: 'unavailable', message: error instanceof Error ? error.message : String(error) };
  }
}

function contextAt(terminalId: string | null): CallContext {
  return { terminalId, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' };
}

/** A credential opens the files of several people: the appointments of this one. */
function ofPatient(said: Answer, { patientId }: AskedFor): Answer {
  if (!said.ok) return said;
  const reference = `Patient/${patientId}`;
  const value = said.value.filter(({ appointment }) =>
    appointment.participant.some(({ actor }) => actor?.reference === reference),
  );
  return { ok: true, value };
}
