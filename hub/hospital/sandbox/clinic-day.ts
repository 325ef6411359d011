import type { Site } from '@lobby/config';

/** One half day of the site, in milliseconds since the epoch; `key` is unique for ever, such as 2026-11-23-night. */
export interface ClinicSession {
  readonly key: string;
  /** ISO date on which the session starts in the site's time zone. */
  readonly businessDate: string;
  readonly start: number;
  readonly end: number;
}

export interface SlotTime {
  readonly start: number;
  readonly end: number;
}

type SiteTimes = Pick<Site, 'timeZone' | 'clinicSessions'>;

const slotMilliseconds = 20 * 60_000;

/**
 * Every clinic session that touches the two days before and after `now`, in order. A session ends where the next one
 * starts, so the last one of a day crosses midnight, and a day with a change of the clock stays whole.
 */
export function sessionsAround(site: SiteTimes, now: number): ClinicSession[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(site.timeZone).toPlainDate();
  const starts = [-2, -1, 0, 1, 2, 3].flatMap((days) => sessionStarts(site, today.add({ days })));
  return starts.flatMap((session, index) => {
    const next = starts[index + 1];
    return next === undefined ? [] : [{ ...session, end: next.start }];
  });
}

function sessionStarts(site: SiteTimes, date: Temporal.PlainDate): Omit<ClinicSession, 'end'>[] {
  return site.clinicSessions.map((session) => {
    const plainTime = Temporal.PlainTime.from(session.start);
    const start = date.toZonedDateTime({ timeZone: site.timeZone, plainTime }).epochMilliseconds;
    return { key: `${date.toString()}-${session.code}`, businessDate: date.toString(), start };
  });
}

/** The session that contains `now`. */
export function currentSession(site: SiteTimes, now: number): ClinicSession {
  const current = sessionsAround(site, now).find((session) => session.start <= now && now < session.end);
  if (current === undefined) throw new Error('clinic sessions leave a gap');
  return current;
}

/** The slots of a session, twenty minutes each; the last one ends with the session. */
export function slotsOf(session: ClinicSession): SlotTime[] {
  const count = Math.ceil((session.end - session.start) / slotMilliseconds);
  return Array.from({ length: count }, (_, index) => {
    const start = session.start + index * slotMilliseconds;
    return { start, end: Math.min(start + slotMilliseconds, session.end) };
  });
}
