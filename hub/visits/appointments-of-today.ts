import { randomUUIDv7 } from 'node:crypto';
import { businessDayOf, clinicTimeOf, endOfCalendarDay, startOfCalendarDay } from '../business-date.ts';
import type { Clock } from '../clock.ts';
import type { AppointmentEntry, HospitalPort, HospitalResult } from '../hospital/port.ts';
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
  readonly answer: Promise<HospitalResult<readonly AppointmentEntry[]>>;
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
  readonly #known = new Map<string, Known>();
  readonly #ahead = new Map<string, Ahead>();
  /** Visits of which somebody wanted to know, and when. */
  readonly #wanted = new Map<string, number>();

  constructor(parts: { readonly port: HospitalPort; readonly plan: SitePlan; readonly clock: Clock }) {
    this.#port = parts.port;
    this.#plan = parts.plan;
    this.#clock = parts.clock;
  }

  /** Asks while nobody wants to know yet; the next one who does gets this answer. Too late is no longer of use. */
  askAhead(of: AskedFor): void {
    if (this.#wanted.has(of.visitId)) return;
    this.#ahead.set(of.visitId, { at: this.#clock.now(), patientId: of.patientId, answer: this.#ask(of) });
  }

  /** Asks the hospital, and remembers the answer for the visit. */
  async ask(of: AskedFor): Promise<HospitalResult<readonly AppointmentEntry[]>> {
    this.#wanted.set(of.visitId, this.#clock.now());
    const ahead = this.#ahead.get(of.visitId);
    this.#ahead.delete(of.visitId);
    if (ahead?.patientId === of.patientId && this.#isFresh(ahead)) {
      const answer = await ahead.answer;
      if (answer.ok) return answer;
    }
    return this.#ask(of);
  }

  async #ask(of: AskedFor): Promise<HospitalResult<readonly AppointmentEntry[]>> {
    const { patientId, terminalId } = of;
    const context = { terminalId, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' } as const;
    try {
      const { from, to, usual } = this.#today();
      const result = await this.#port.appointment.list({ patientId, from, to }, context);
      if (!result.ok) return result;
      const entries = result.value.filter((entry) => this.#counts(entry, usual));
      this.#known.set(of.visitId, { at: this.#clock.now(), patientId, entries });
      return { ok: true, value: entries };
    } catch (error) {
      return { ok: false, reason: 'unavailable', message: error instanceof Error ? error.message : String(error) };
    }
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
  #today(): { readonly from: string; readonly to: string; readonly usual: string } {
    const { site } = this.#plan;
    const now = this.#clock.now();
    const { from, to } = businessDayOf(site, clinicTimeOf(site, now).businessDate);
    const stillOpen = now - site.checkIn.closesMinutesAfter * minute - longestSlot;
    const openAlready = Date.parse(to) + site.checkIn.opensMinutesBefore * minute;
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
