import type { Site } from '@lobby/config';

/** What the calendar of a site depends on. */
export type ClinicCalendar = Pick<Site, 'timeZone' | 'clinicSessions'>;

/** Where an instant falls in the days of a hospital. `businessDate` is YYYY-MM-DD. */
export interface ClinicTime {
  readonly businessDate: string;
  /** Code of the clinic session. */
  readonly session: string;
}

/**
 * The clinic session that contains an instant and the date, in the zone of the site, on which it started. The last
 * session of a day runs until the first one of the next day, so its hours after midnight belong to the day before.
 */
export function clinicTimeOf(calendar: ClinicCalendar, at: number): ClinicTime {
  const minute = Math.floor(at / 60_000);
  const times = knownTimes.get(calendar) ?? new Map<number, ClinicTime>();
  const known = times.get(minute);
  if (known !== undefined) return known;
  const time = workOutClinicTime(calendar, at);
  if (times.size >= minutesKnown) times.clear();
  knownTimes.set(calendar, times.set(minute, time));
  return time;
}

/** A busy minute asks for itself and for the slots of its patients again and again; sessions start on the minute. */
const minutesKnown = 500;
const knownTimes = new WeakMap<ClinicCalendar, Map<number, ClinicTime>>();

function workOutClinicTime(calendar: ClinicCalendar, at: number): ClinicTime {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const started = calendar.clinicSessions.findLast((session) => session.start <= time);
  if (started !== undefined) return { businessDate: local.toPlainDate().toString(), session: started.code };
  const last = calendar.clinicSessions.at(-1);
  if (last === undefined) throw new Error('a site has at least one clinic session');
  return { businessDate: local.toPlainDate().subtract({ days: 1 }).toString(), session: last.code };
}

/** The day after a business date, or `days` days after it. */
export function businessDateAfter(businessDate: string, days = 1): string {
  return Temporal.PlainDate.from(businessDate).add({ days }).toString();
}

/** The business day as instants [from, to) in ISO, UTC: from its first clinic session to that of the next day. */
export function businessDayOf(calendar: ClinicCalendar, businessDate: string): { from: string; to: string } {
  return {
    from: startOfDay(calendar, businessDate),
    to: startOfDay(calendar, businessDateAfter(businessDate)),
  };
}

/** A clinic session as instants [from, to) in ISO, UTC; undefined for a session the site has not. */
export function clinicSessionSpan(
  calendar: ClinicCalendar,
  { businessDate, session }: ClinicTime,
): { readonly from: string; readonly to: string } | undefined {
  const at = calendar.clinicSessions.findIndex(({ code }) => code === session);
  const current = calendar.clinicSessions[at];
  if (current === undefined) return undefined;
  const name = `${calendar.timeZone} ${businessDate} ${session}`;
  const spans = sessionSpans.get(calendar) ?? new Map<string, { from: string; to: string }>();
  const known = spans.get(name);
  if (known !== undefined) return known;
  const date = Temporal.PlainDate.from(businessDate);
  const next = calendar.clinicSessions[at + 1];
  const to = next === undefined ? businessDayOf(calendar, businessDate).to : instantOf(calendar, date, next.start);
  const span = { from: instantOf(calendar, date, current.start), to };
  sessionSpans.set(calendar, spans.set(name, span));
  return span;
}

// A few sessions are asked for by every ticket of every order.
const sessionSpans = new WeakMap<ClinicCalendar, Map<string, { from: string; to: string }>>();

/** Midnight, in the zone of the site, that begins the calendar day of an instant. ISO, UTC. */
export function startOfCalendarDay(calendar: Pick<ClinicCalendar, 'timeZone'>, at: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.timeZone);
  return new Date(local.startOfDay().epochMilliseconds).toISOString();
}

/** Midnight, in the zone of the site, that ends the calendar day of an instant. ISO, UTC. */
export function endOfCalendarDay(calendar: ClinicCalendar, at: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.timeZone);
  return new Date(local.startOfDay().add({ days: 1 }).epochMilliseconds).toISOString();
}

function startOfDay(calendar: ClinicCalendar, date: string): string {
  const first = calendar.clinicSessions[0];
  if (first === undefined) throw new Error('a site has at least one clinic session');
  return instantOf(calendar, Temporal.PlainDate.from(date), first.start);
}

function instantOf({ timeZone }: Pick<ClinicCalendar, 'timeZone'>, date: Temporal.PlainDate, time: string): string {
  const local = date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(local.epochMilliseconds).toISOString();
}

/** The instant at which the clock of a site shows a time (HH:MM) on the day of another instant. ISO, UTC. */
export function instantOfWallTime(timeZone: string, dayOf: string, time: string): string {
  const day = Temporal.Instant.from(dayOf).toZonedDateTimeISO(timeZone).toPlainDate();
  return instantOf({ timeZone }, day, time);
}

// The same few slots are read out for every waiting ticket at every change of a queue.
const wallTimes = new Map<string, string>();
const mostWallTimes = 2000;

/** Time of day as it stands on the wall of the site, such as 09:20. */
export function wallTime(timeZone: string, at: string): string {
  const name = `${timeZone} ${at}`;
  const known = wallTimes.get(name);
  if (known !== undefined) return known;
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainTime();
  const time = local.toString({ smallestUnit: 'minute' });
  if (wallTimes.size >= mostWallTimes) wallTimes.clear();
  wallTimes.set(name, time);
  return time;
}
