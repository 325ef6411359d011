/** An instant as somebody writes it, and the offset in which they read the clock. */
export interface WrittenInstant {
  /** ISO, UTC. */
  readonly at: string;
  /** Minutes east of UTC. */
  readonly offset: number;
}

const written = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?$/i;
const timeOfDay = /^([01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

/** An ISO instant with or without an offset; undefined: it is none. Without one it is in `offset`, else in UTC. */
export function readInstant(text: string, offset?: number): WrittenInstant | undefined {
  const match = written.exec(text.trim());
  if (match === null) return undefined;
  const [, date = '', time = '', zone] = match;
  const minutes = zone === undefined ? (offset ?? 0) : offsetOf(zone);
  const local = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  if (Number.isNaN(local) || minutes === undefined || !isInCalendar(date)) return undefined;
  return { at: new Date(local - minutes * 60_000).toISOString(), offset: minutes };
}

/** An instant of a ticket: ISO, or a time such as 09:20 on the day of `day`. ISO, UTC. */
export function readTicketInstant(text: string, day: WrittenInstant): string | undefined {
  if (!timeOfDay.test(text.trim())) return readInstant(text, day.offset)?.at;
  const local = new Date(Date.parse(day.at) + day.offset * 60_000).toISOString().slice(0, 10);
  return readInstant(`${local}T${text.trim().padStart(5, '0')}`, day.offset)?.at;
}

/** Time of the day of an instant, on the clock of an offset. */
export function timeAt(instant: string, offset: number): string {
  return new Date(Date.parse(instant) + offset * 60_000).toISOString().slice(11, 16);
}

/** An instant as it is written in an offset: 2026-11-23T09:20:00+08:00. */
export function isoAt(instant: string, offset: number): string {
  const local = new Date(Date.parse(instant) + offset * 60_000).toISOString().replace(/(\.000)?Z$/, '');
  const size = Math.abs(offset);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** No clock on earth is further than this from UTC, minutes. */
const furthestOffset = 14 * 60;

/** Undefined: no clock has it. */
function offsetOf(zone: string): number | undefined {
  if (zone.toUpperCase() === 'Z') return 0;
  const digits = zone.replace(/\D/g, '');
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  const size = hours * 60 + minutes;
  if (minutes > 59 || size > furthestOffset) return undefined;
  return zone.startsWith('-') ? -size : size;
}

/** A 30 February is read as 2 March otherwise. */
function isInCalendar(date: string): boolean {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(date);
}
