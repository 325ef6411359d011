import { readFileSync } from 'node:fs';
import { readDocument, type QueuePolicy } from '@lobby/config';
import type { OrderCall, OrderTicket } from '../../queue/order/index.ts';
import { callsOfTicket } from './file-calls.ts';
import type { WrittenInstant } from './file-instants.ts';
import { UnusableFile } from './order-files.ts';
import { knownStates, ticketOf, type FileTicket } from './file-ticket.ts';

export interface TicketsFile {
  readonly tickets: readonly OrderTicket[];
  readonly calls: readonly OrderCall[];
  /** Number of each ticket as the file writes it, by the ticket's id. */
  readonly numbers: ReadonlyMap<string, string | number>;
  /** What was passed over, a sentence each. */
  readonly notes: readonly string[];
}

/** The tickets of a file: a list, or a list below `tickets`. Throws UnusableFile. */
export function readTickets(
  file: string,
  context: { readonly policy: QueuePolicy; readonly day: WrittenInstant },
): TicketsFile {
  const read = entriesOf(file).map((entry, index) => {
    return ticketOf(entry, { ...context, file, index });
  });
  numbersDiffer(file, read);
  const idOf = new Map(read.map(({ number, ticket }) => [String(number), ticket.id]));
  const tickets = read.map(({ ticket, before }) => {
    const { move } = ticket;
    return move === null || before === null
      ? ticket
      : { ...ticket, move: { at: move.at, before: idOf.get(before) ?? before } };
  });
  const calls = read.flatMap((one, index) => {
    const ticket = tickets[index];
    return ticket === undefined ? [] : callsOfTicket(one, ticket, context.policy);
  });
  return {
    tickets,
    calls: calls.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
    numbers: new Map(read.map(({ number, ticket }) => [ticket.id, number])),
    notes: notesOn(file, read, context),
  };
}

function entriesOf(file: string): readonly unknown[] {
  const value = contentOf(file);
  const list = typeof value === 'object' && value !== null && 'tickets' in value ? value.tickets : value;
  if (Array.isArray(list)) return list;
  const sentence = 'expected a list of tickets, or {"tickets": […]}, found something else';
  throw new UnusableFile('bad-tickets', { file, key: '', sentence });
}

/** JSON is read as JSON: a large file is read at once. */
function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    const read = readDocument(file);
    if (read.ok) return read.value;
    const sentence = read.sentence.startsWith(`${file}: `) ? read.sentence.slice(file.length + 2) : read.sentence;
    throw new UnusableFile('bad-tickets', { file, key: '', sentence });
  }
}

function numbersDiffer(file: string, read: readonly FileTicket[]): void {
  const seen = new Map<string, number>();
  for (const [index, { number }] of read.entries()) {
    const earlier = seen.get(String(number));
    if (earlier !== undefined) {
      const sentence = `${number} is the number of tickets[${earlier}] already; a number is given once`;
      throw new UnusableFile('bad-tickets', { file, key: `tickets[${index}].number`, sentence });
    }
    seen.set(String(number), index);
  }
}

function notesOn(
  file: string,
  read: readonly FileTicket[],
  { policy, day }: { readonly policy: QueuePolicy; readonly day: WrittenInstant },
): string[] {
  const keys = new Set(read.flatMap(({ unknownKeys }) => unknownKeys));
  const classes = new Set(read.flatMap(({ ticket }) => ticket.class ?? []));
  const states = new Set(read.map(({ ticket }) => ticket.state));
  const known = policy.priority.map(({ code }) => code);
  const laterCalls = read.flatMap(({ calledAt }) => calledAt).filter(({ at }) => at > day.at).length;
  const unchecked = read.filter(({ ticket, isUnchecked }) => isUnchecked && ticket.state === 'waiting');
  return [
    ...[...keys].map((key) => `${file}: "${key}" of tickets is not known and was passed over.`),
    ...[...classes]
      .filter((code) => !known.includes(code))
      .map((code) => `${file}: the policy has no class "${code}"; its tickets stand like all others.`),
    ...[...states]
      .filter((state) => !knownStates.includes(state))
      .map((state) => `${file}: state "${state}" is taken for one that does not wait.`),
    ...(laterCalls > 0
      ? [`${file}: ${laterCalls} of calledAt later than --at: they count as calls that were made.`]
      : []),
    ...(unchecked.length > 0 && policy.checkIn.required
      ? [`${file}: ${unchecked.length} waiting without checkedInAt: they are taken to wait from the start.`]
      : []),
  ];
}
