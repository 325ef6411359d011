import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../../../business-date.ts';
import type { FileTime, Loaded } from '../../../contract/index.ts';
import type { WhoIsWho } from './who-is-who.ts';

type SiteTimes = Pick<Site, 'timeZone' | 'clinicSessions'>;

/** When an appointment is, in milliseconds since the epoch, and the business day on which that falls. */
export interface AppointmentTime {
  readonly start: number;
  readonly end: number;
  readonly businessDate: string;
}

const usualMinutes = 20;
const longest = 24 * 3_600_000;

/**
 * Start and end of an appointment, its own or those of its slots, moved by whole days on the calendar of the site: the
 * time on the wall stays, also across a change of the clock. Undefined when nothing says when it starts.
 */
export function appointmentTime(of: {
  readonly appointment: Loaded<'Appointment'>;
  readonly data: WhoIsWho;
  readonly site: SiteTimes;
  readonly days: number;
}): AppointmentTime | undefined {
  const { appointment, data, site, days } = of;
  const [start, end] = timesOf(appointment, data);
  const wall = (time: FileTime, side: 'start' | 'end'): Temporal.ZonedDateTime => onTheWall(time, side, site);
  const minutes = appointment.minutes ?? usualMinutes;
  try {
    const from =
      start === null ? (end === null ? undefined : wall(end, 'end').subtract({ minutes })) : wall(start, 'start');
    if (from === undefined) return undefined;
    const to =
      end !== null && end.kind !== 'date' ? wall(end, 'end') : (wholeDay(start, site) ?? from.add({ minutes }));
    const moved = from.add({ days }).epochMilliseconds;
    const until = to.add({ days }).epochMilliseconds;
    const lasts = until > moved ? Math.min(until - moved, longest) : minutes * 60_000;
    return { start: moved, end: moved + lasts, businessDate: clinicTimeOf(site, moved).businessDate };
  } catch {
    // Beyond the last day that can be reckoned with.
    return undefined;
  }
}

function timesOf(appointment: Loaded<'Appointment'>, data: WhoIsWho): readonly [FileTime | null, FileTime | null] {
  if (appointment.start !== null || appointment.slots.length === 0) return [appointment.start, appointment.end];
  const slots = appointment.slots.flatMap((pointer) => data.findAs('Slot', pointer) ?? []);
  const inOrder = slots.toSorted((one, other) => textOf(one.start).localeCompare(textOf(other.start)));
  return [inOrder[0]?.start ?? null, inOrder.at(-1)?.end ?? appointment.end];
}

function textOf(time: FileTime | null): string {
  return time === null ? '' : time.kind === 'date' ? time.date : time.at;
}

/** A day without a time: from its first clinic session on, until the start of its last. */
function onTheWall(
  time: FileTime,
  side: 'start' | 'end',
  { timeZone, clinicSessions }: SiteTimes,
): Temporal.ZonedDateTime {
  switch (time.kind) {
    case 'instant':
      return Temporal.Instant.from(time.at).toZonedDateTimeISO(timeZone);
    case 'local':
      return Temporal.PlainDateTime.from(time.at).toZonedDateTime(timeZone);
    case 'date': {
      const plainTime = clinicSessions.at(side === 'start' ? 0 : -1)?.start ?? '08:00';
      return Temporal.PlainDate.from(time.date).toZonedDateTime({ timeZone, plainTime });
    }
  }
}

function wholeDay(start: FileTime | null, site: SiteTimes): Temporal.ZonedDateTime | undefined {
  return start?.kind === 'date' ? onTheWall(start, 'end', site) : undefined;
}

/** The business day on which most of these fall, the latest of several; undefined when there is none. */
export function busiestDay(times: readonly AppointmentTime[]): string | undefined {
  const days = Map.groupBy(times, ({ businessDate }) => businessDate);
  const inOrder = [...days].sort(
    ([one, some], [other, others]) => others.length - some.length || (one < other ? 1 : -1),
  );
  return inOrder[0]?.[0];
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}
