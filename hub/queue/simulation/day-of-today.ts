import type { Site } from '@lobby/config';
import type { Ticket } from '../ticket.ts';
import type { DaySettings, QueueOfDay } from './day-settings.ts';
import { readDay, type ReadDay } from './read-day.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A queue today: its tickets so far and how many desks serve it. */
export interface QueueToday {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly tickets: readonly Ticket[];
  readonly desks: number;
}

/** Today as far as it has been, as a day to be played: who came when, how long they were served, who went to tests. */
export function dayOfToday(site: Pick<Site, 'timeZone'>, queues: readonly QueueToday[]): ReadDay {
  const busy = queues.filter(({ tickets, desks }) => tickets.length > 0 && desks > 0);
  if (busy.length === 0) return { ok: false, key: 'queues', sentence: 'nobody has come today' };
  const clock = wallClock(site.timeZone);
  const [from, until] = hoursOf(
    busy.flatMap(({ tickets }) => tickets.map(startOf)),
    clock,
  );
  const day: DaySettings = {
    name: { zh: '今天', en: 'Today' },
    from,
    until,
    overtimeMinutes: 120,
    queues: busy.map((queue) => queueOf(queue, clock)),
  };
  return readDay(day);
}

type WallClock = (instant: number) => string;

function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (instant) => format.format(instant);
}

/** When a ticket is due: its slot, else its check-in. */
function startOf({ slotStart, checkedInAt }: Ticket): number {
  return Date.parse(slotStart ?? checkedInAt);
}

/** From the hour of the first to the end of that of the last, on one day of the wall clock. */
function hoursOf(starts: readonly number[], clock: WallClock): [string, string] {
  const times = starts.map(clock).sort();
  const last = Number(times.at(-1)?.slice(0, 2) ?? 0);
  const until = last >= 23 ? '23:59' : `${String(last + 1).padStart(2, '0')}:00`;
  return [`${times[0]?.slice(0, 2) ?? '00'}:00`, until];
}

function queueOf({ id, name, tickets, desks }: QueueToday, clock: WallClock): QueueOfDay {
  const planned = tickets.filter(({ kind, slotStart }) => kind === 'appointment' && slotStart !== null);
  const walkIns = tickets.filter((ticket) => !planned.includes(ticket));
  const early = planned.map((ticket) => (startOf(ticket) - Date.parse(ticket.checkedInAt)) / minute);
  const missed = tickets.filter(({ misses }) => misses > 0).length;
  const atTests = tickets.filter(({ returnedAt, state }) => returnedAt !== null || state === 'at-tests').length;
  const service = serviceOf(tickets);
  return {
    id,
    name,
    desks,
    appointments: {
      slots: slotsOf(planned, clock),
      earlyMinutes: Math.max(0, Math.round(mean(early))),
      spreadMinutes: Math.round(deviation(early)),
    },
    walkIns: countsOf(walkIns.map(({ checkedInAt }) => clock(Math.floor(Date.parse(checkedInAt) / hour) * hour))),
    classes: sharesOf(
      tickets.flatMap(({ class: code }) => code ?? []),
      tickets.length,
    ),
    missed: { share: share(missed, tickets.length) },
    tests: { share: share(atTests, tickets.length) },
    ...(service !== undefined && { service }),
  };
}

function slotsOf(planned: readonly Ticket[], clock: WallClock): { from: string; until: string; patients: number }[] {
  const counts = countsOf(planned.map((ticket) => `${clock(startOf(ticket))} ${endOf(ticket, clock)}`));
  return Object.entries(counts).flatMap(([slot, patients]) => {
    const [from = '', until = ''] = slot.split(' ');
    return from < until ? [{ from, until, patients }] : [{ from, until: '23:59', patients }];
  });
}

function endOf(ticket: Ticket, clock: WallClock): string {
  const { slotEnd } = ticket;
  return clock(slotEnd === null ? startOf(ticket) + hour / 2 : Date.parse(slotEnd));
}

/** Minutes with the doctor, of those who were served to the end; undefined: too few to tell. */
function serviceOf(tickets: readonly Ticket[]): { median: number; p90: number } | undefined {
  const minutes = tickets
    .flatMap(({ state, call, endedAt }) =>
      state === 'finished' && call !== null && endedAt !== null
        ? [(Date.parse(endedAt) - Date.parse(call.calledAt)) / minute]
        : [],
    )
    .filter((length) => length >= 0.1 && length <= 240)
    .sort((one, other) => one - other);
  if (minutes.length < 5) return undefined;
  const at = (part: number): number => minutes[Math.min(minutes.length - 1, Math.floor(minutes.length * part))] ?? 1;
  return { median: at(0.5), p90: at(0.9) };
}

function countsOf(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function sharesOf(names: readonly string[], of: number): Record<string, number> {
  return Object.fromEntries(Object.entries(countsOf(names)).map(([name, count]) => [name, share(count, of)]));
}

function share(count: number, of: number): number {
  return of === 0 ? 0 : Math.floor((1000 * count) / of) / 1000;
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function deviation(numbers: readonly number[]): number {
  const middle = mean(numbers);
  return Math.sqrt(mean(numbers.map((one) => (one - middle) ** 2)));
}
