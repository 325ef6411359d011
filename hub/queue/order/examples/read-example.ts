import { contradictionsIn, queuePolicy, usualPolicy, withSettings } from '@lobby/config';
import { callingOrder, reasonWords, type OrderCall, type OrderTicket } from '../index.ts';

/** A situation of a hospital: what the tickets of a queue have been through, and the order in which they are called. */
export interface Example {
  /** The situation as a sentence. */
  readonly says: string;
  /** Settings as a site writes them. */
  readonly policy?: unknown;
  /** Time of the day; 09:30 when left out. */
  readonly at?: string;
  /** Whose order it is; left out: that of the whole queue. */
  readonly desk?: string;
  /**
   * One line a ticket: number, `walk-in` or none, the slot where it has one, then `in` check-in, `back` return, `late`,
   * `missed` times, `class` code, `emergency` level, `no` registration, `for` desk, `moved-to` place time,
   * `moved-before` number time; and what has happened: `called` or `chosen` (by hand) time, `by` desk, `finished`,
   * `held`, `missed-now`.
   */
  readonly tickets: readonly string[];
  readonly order: string;
  /** A reason, or the end of it, in either language. */
  readonly reasons?: Readonly<Record<string, string>>;
}

const slotMinutes = 20;

/** The order of an example, and both reasons of each ticket. */
export function orderOfExample(example: Example): {
  readonly order: readonly string[];
  readonly reasons: ReadonlyMap<string, string>;
} {
  const policy = withSettings(usualPolicy, queuePolicy.parse(example.policy ?? {}));
  const wrong = contradictionsIn(policy);
  if (wrong.length > 0) throw new Error(wrong.map(({ key, sentence }) => `${key} ${sentence}`).join('; '));
  const read = example.tickets.map(readTicket);
  const calls = read.flatMap((one) => one.calls).toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const input = { tickets: read.map(({ ticket }) => ticket), calls, policy, at: instant(example.at ?? '09:30') };
  const placed = callingOrder(example.desk === undefined ? input : { ...input, offeredTo: [example.desk] });
  return {
    order: placed.map(({ ticket }) => ticket.label),
    reasons: new Map(
      placed.map(({ ticket, because }) => {
        const { zh, en } = reasonWords(because, timeOfDay);
        return [ticket.label, `${zh} / ${en}`];
      }),
    ),
  };
}

/** A ticket of an example, and the calls that were made of it. */
export function readTicket(line: string): { readonly ticket: OrderTicket; readonly calls: readonly OrderCall[] } {
  const words = line.split(' ');
  const [label = '', ...rest] = words;
  const after = (word: string, steps = 1): string | undefined =>
    words.includes(word) ? words[words.indexOf(word) + steps] : undefined;
  const has = (word: string): boolean => words.includes(word);
  const slot = rest.slice(0, 2).find((word) => /^\d\d:\d\d$/.test(word) && words[words.indexOf(word) - 1] !== 'in');
  const at = (time: string | undefined): string | null => (time === undefined ? null : instant(time));
  const checkedInAt = at(after('in')) ?? '0001-01-01T00:00:00.000Z';
  const returnedAt = at(after('back'));
  const misses = Number(after('missed') ?? 0);
  const lane = returnedAt !== null ? 'return' : misses > 0 ? 'missed' : has('late') ? 'late' : 'normal';
  const ticket: OrderTicket = {
    id: label,
    number: Number(label.replace(/\D/g, '')),
    label,
    state: stateOf(has),
    kind: has('walk-in') || slot === undefined ? 'walk-in' : 'appointment',
    lane,
    class: after('class') ?? null,
    slotStart: at(slot),
    slotEnd: slot === undefined ? null : new Date(Date.parse(instant(slot)) + slotMinutes * 60_000).toISOString(),
    checkedInAt,
    returnedAt,
    registeredNo: after('no') === undefined ? null : Number(after('no')),
    misses,
    emergency: after('emergency') === undefined ? null : Number(after('emergency')),
    move: moveOf(after),
    assignedTo: after('for') ?? null,
  };
  const calls = ['called', 'chosen', 'called-before'].flatMap((word) => {
    const time = after(word);
    return time === undefined ? [] : [callOf(ticket, instant(time), { word, by: after('by') ?? null })];
  });
  return { ticket, calls };
}

function stateOf(has: (word: string) => boolean): string {
  if (has('finished')) return 'finished';
  if (has('held')) return 'held';
  if (has('missed-now')) return 'missed';
  return has('called-now') ? 'called' : 'waiting';
}

function moveOf(after: (word: string, steps?: number) => string | undefined): OrderTicket['move'] {
  const rank = after('moved-to');
  if (rank !== undefined) return { at: instant(after('moved-to', 2) ?? ''), rank: Number(rank) };
  const before = after('moved-before');
  return before === undefined ? null : { at: instant(after('moved-before', 2) ?? ''), before };
}

function callOf(
  ticket: OrderTicket,
  at: string,
  how: { readonly word: string; readonly by: string | null },
): OrderCall {
  const isEarlier = how.word === 'called-before';
  return {
    ticketId: ticket.id,
    at,
    lane: isEarlier ? 'normal' : ticket.lane,
    since: isEarlier ? null : (ticket.returnedAt ?? ticket.checkedInAt),
    automatic: how.word !== 'chosen',
    deskId: how.by,
    workNo: null,
  };
}

function instant(time: string): string {
  return new Date(`2026-11-23T${time}:00+08:00`).toISOString();
}

function timeOfDay(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);
}
