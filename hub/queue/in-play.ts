import { businessDateAfter, businessDayOf, clinicTimeOf, type ClinicCalendar } from '../business-date.ts';

const hour = 3_600_000;
/** How long after the start of a business day the last tickets of the day before may still be called. */
const overrun = 3 * hour;
/** Who checked in or was called that long before the new day belongs to a clinic that runs over into it. */
const nightBefore = 6 * hour;

/** Which tickets of a queue may be called, shown and served at an instant. */
export interface InPlay {
  /** Tickets of this business day are, whatever their time. */
  readonly businessDate: string;
  readonly dayBefore: string;
  /** Tickets of the day before are when they checked in or were called since. ISO, UTC; never falls. */
  readonly since: string;
}

/**
 * The tickets of the business day, and for its first hours those of the night before: a clinic that runs over still
 * calls its patients, while who was left over in the afternoon is not called the next morning.
 */
export function inPlayAt(calendar: ClinicCalendar, now: number): InPlay {
  const { businessDate } = clinicTimeOf(calendar, now);
  const start = Date.parse(businessDayOf(calendar, businessDate).from);
  const since = now - start < overrun ? start - nightBefore : start;
  return { businessDate, dayBefore: businessDateAfter(businessDate, -1), since: new Date(since).toISOString() };
}
