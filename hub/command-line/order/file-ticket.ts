import { z } from 'zod';
import { keyOf, type QueuePolicy } from '@lobby/config';
import { lanes, type Lane } from '../../contract/index.ts';
import type { NurseMove, OrderTicket } from '../../queue/order/index.ts';
import { readTicketInstant, type WrittenInstant } from './file-instants.ts';
import { UnusableFile } from './order-files.ts';

/** States that a file may give; only `waiting` stands in the order. */
export const knownStates: readonly string[] = [
  'waiting',
  'called',
  'held',
  'at-tests',
  'missed',
  'finished',
  'dropped',
  'undone',
  'registered',
];

/** Who waits from the start: no check-in is earlier. */
const fromTheStart = '0001-01-01T00:00:00.000Z';

const number = z.union([z.string().min(1), z.number()], { error: 'expected a number or a label such as A003' });
const text = z.string().nullish();
const whole = z.number().int().nullish();
const formOfCalls = 'expected instants such as 2026-11-23T09:20:00+08:00, or { at, lane, automatic, since, desk }';
const call = z.union([z.string(), z.looseObject({ at: z.string() })], { error: formOfCalls });
const kinds = { appointment: 'appointment', 'walk-in': 'walk-in', walkin: 'walk-in', walk_in: 'walk-in' } as const;

const entry = z.looseObject({
  number,
  state: text.transform((state) => state ?? 'waiting'),
  kind: z.enum(Object.keys(kinds) as (keyof typeof kinds)[]).nullish(),
  lane: z.enum(lanes).nullish(),
  class: text,
  slotStart: text,
  slotEnd: text,
  checkedInAt: text,
  returnedAt: text,
  registeredNo: whole,
  misses: z.number().int().min(0).nullish(),
  calledAt: z.union([z.string(), z.array(call)], { error: formOfCalls }).nullish(),
  emergency: z.number().int().min(1).max(9).nullish(),
  move: z.looseObject({ at: z.string(), rank: z.number().int().min(1).nullish(), before: number.nullish() }).nullish(),
  assignedTo: text,
});
type Entry = z.infer<typeof entry>;
const knownKeys = new Set(Object.keys(entry.shape));

/** A ticket of a file. Instants are ISO, UTC. */
export interface FileTicket {
  readonly number: string | number;
  readonly ticket: OrderTicket;
  /** Number of the ticket before which a nurse has put it. */
  readonly before: string | null;
  readonly calledAt: readonly FileCall[];
  /** Its check-ins that are known, oldest first. */
  readonly checkIns: readonly string[];
  /** It has no check-in, and counts from the start. */
  readonly isUnchecked: boolean;
  readonly unknownKeys: readonly string[];
}

export interface FileCall {
  readonly at: string;
  readonly lane: Lane | null;
  readonly automatic: boolean | null;
  readonly since: string | null;
  readonly desk: string | null;
}

interface Context {
  readonly file: string;
  readonly index: number;
  readonly policy: QueuePolicy;
  readonly day: WrittenInstant;
}

/** Throws UnusableFile. */
export function ticketOf(value: unknown, context: Context): FileTicket {
  const parsed = entry.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw wrong(context, keyOf(issue?.path ?? []), issue?.message ?? 'cannot be read');
  }
  const given = parsed.data;
  const at = (key: string, written: string | null | undefined): string | null => instantAt(context, key, written);
  const checkedInAt = at('checkedInAt', given.checkedInAt);
  const times = {
    slotStart: at('slotStart', given.slotStart),
    slotEnd: at('slotEnd', given.slotEnd),
    checkedInAt: checkedInAt ?? fromTheStart,
    returnedAt: at('returnedAt', given.returnedAt),
  };
  const lane = given.lane ?? laneOf(given, times, context.policy);
  const calledAt = callsOf(given, context);
  const { move, before } = moveOf(given, context);
  return {
    number: given.number,
    ticket: {
      id: String(given.number),
      number: numberOf(given.number, context.index),
      label: String(given.number),
      state: given.state,
      kind: kindOf(given, times.slotStart),
      lane,
      class: given.class === '' ? null : (given.class ?? null),
      ...times,
      checkedInAt: checkInAfterCalls(times, { state: given.state, calledAt }),
      registeredNo: given.registeredNo ?? null,
      misses: given.misses ?? (lane === 'missed' ? 1 : 0),
      emergency: given.emergency ?? null,
      move,
      assignedTo: given.assignedTo ?? null,
    },
    before,
    calledAt,
    checkIns: [times.checkedInAt, ...(times.returnedAt === null ? [] : [times.returnedAt])].sort(),
    isUnchecked: checkedInAt === null,
    unknownKeys: Object.keys(given).filter((key) => !knownKeys.has(key)),
  };
}

/** Who waits again after a call without a check-in that is known counts from that call on. */
function checkInAfterCalls(
  times: { readonly checkedInAt: string; readonly returnedAt: string | null },
  { state, calledAt }: { readonly state: string; readonly calledAt: readonly FileCall[] },
): string {
  const since = [times.checkedInAt, times.returnedAt ?? ''].sort().at(-1) ?? '';
  const last = calledAt
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return state === 'waiting' && last !== undefined && last > since ? last : times.checkedInAt;
}

/** The digits of a label, else its place in the file. */
function numberOf(given: string | number, index: number): number {
  if (typeof given === 'number') return given;
  const digits = /\d+$/.exec(given)?.[0];
  return digits === undefined ? index + 1 : Number(digits);
}

function kindOf({ kind }: Entry, slotStart: string | null): OrderTicket['kind'] {
  if (kind !== null && kind !== undefined) return kinds[kind];
  return slotStart === null ? 'walk-in' : 'appointment';
}

function laneOf(
  { misses, state }: Entry,
  times: { readonly slotEnd: string | null; readonly checkedInAt: string; readonly returnedAt: string | null },
  policy: QueuePolicy,
): Lane {
  const { slotEnd, checkedInAt, returnedAt } = times;
  if (returnedAt !== null && returnedAt >= checkedInAt) return 'return';
  if ((misses ?? 0) > 0 && state === 'waiting') return 'missed';
  const grace = policy.late.graceMinutes * 60_000;
  const isLate = slotEnd !== null && Date.parse(checkedInAt) > Date.parse(slotEnd) + grace;
  return isLate && policy.checkIn.required ? 'late' : 'normal';
}

function moveOf(
  { move }: Entry,
  context: Context,
): { readonly move: NurseMove | null; readonly before: string | null } {
  if (move === null || move === undefined) return { move: null, before: null };
  const at = instantAt(context, 'move.at', move.at) ?? context.day.at;
  const before = move.before ?? null;
  if (before !== null) return { move: { at, before: String(before) }, before: String(before) };
  const rank = move.rank ?? null;
  if (rank === null) throw wrong(context, 'move', 'says neither rank nor before');
  return { move: { at, rank }, before: null };
}

function callsOf({ calledAt }: Entry, context: Context): FileCall[] {
  const calls = typeof calledAt === 'string' ? [calledAt] : (calledAt ?? []);
  return calls.map((one, index) => {
    const given = typeof one === 'string' ? { at: one } : one;
    const at = instantAt(context, `calledAt[${index}]`, given.at) ?? context.day.at;
    const { lane, automatic, since, desk }: Readonly<Record<string, unknown>> = given;
    return {
      at,
      lane: lanes.find((known) => known === lane) ?? null,
      automatic: typeof automatic === 'boolean' ? automatic : null,
      since: typeof since === 'string' ? instantAt(context, `calledAt[${index}].since`, since) : null,
      desk: typeof desk === 'string' ? desk : null,
    };
  });
}

function instantAt(context: Context, key: string, written: string | null | undefined): string | null {
  if (written === null || written === undefined || written === '') return null;
  const instant = readTicketInstant(written, context.day);
  if (instant !== undefined) return instant;
  throw wrong(context, key, `"${written}" is no instant; write one such as 2026-11-23T09:20:00+08:00, or 09:20`);
}

function wrong({ file, index }: Context, key: string, sentence: string): UnusableFile {
  const where = key === '' ? `tickets[${index}]` : `tickets[${index}].${key}`;
  return new UnusableFile('bad-tickets', { file, key: where, sentence });
}
