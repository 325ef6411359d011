import type { FileTime } from '../contract/index.ts';

const shape =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:[T ](?<time>\d{2}:\d{2}(?::\d{2})?)(?<fraction>\.\d{1,9})?\s*(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?$/iu;

/**
 * A FHIR instant, dateTime or date, and what exports make of them: a blank for the T, no seconds, an offset without a
 * colon, no offset at all. `unreadable`: not a day of the calendar, or not so exact as a day.
 */
export function readFileTime(text: string): FileTime | 'unreadable' {
  const { date, time, fraction = '', offset } = shape.exec(text.trim())?.groups ?? {};
  if (date === undefined) return 'unreadable';
  try {
    const day = Temporal.PlainDate.from(date, { overflow: 'reject' }).toString();
    if (time === undefined) return { kind: 'date', date: day };
    const local = Temporal.PlainDateTime.from(`${day}T${time}${fraction}`, { overflow: 'reject' });
    if (offset === undefined) return { kind: 'local', at: local.toString({ smallestUnit: 'second' }) };
    const instant = Temporal.Instant.from(`${local.toString()}${zoneOf(offset)}`);
    return { kind: 'instant', at: new Date(instant.epochMilliseconds).toISOString() };
  } catch {
    return 'unreadable';
  }
}

function zoneOf(offset: string): string {
  return /^[+-]\d{2}$/.test(offset) ? `${offset}:00` : offset.toUpperCase();
}
