import type { QueuePolicy } from '@lobby/config';
import { lanes, type Lane } from '../../contract/index.ts';
import { missIndex, shareName, type Stand } from './stand.ts';
import type { OrderTicket } from './ticket-in-order.ts';

/** A line of a queue that has one of its own called after so many others, or a share of the calls. */
export interface PacedLine {
  readonly name: string;
  /** Others before one of its own. */
  readonly others: number;
  /** How many of its own in a row. */
  readonly own: number;
  /** Another number of others while more than `waiting` wait in it. */
  readonly many: { readonly waiting: number; readonly others: number } | undefined;
  /** A ticket waits for that many others from its own check-in on. */
  readonly fromCheckIn: boolean;
}

/**
 * The lines that a policy makes, whether anybody stands in them or not. Numbers of lines: 0 the normal lane, 1 its
 * walk-ins where they have a ratio, then the lanes that take turns, then the paced lines.
 */
export interface LineTable {
  readonly paced: readonly PacedLine[];
  /** Number of the line of each turn of the interleave. */
  readonly turns: readonly number[];
  /** Lines 0 and 1 of each turn of appointments and walk-ins; empty without a ratio. */
  readonly mix: readonly number[];
  readonly firstPaced: number;
  readonly count: number;
}

const lineOfLane: Readonly<Record<Lane, number>> = { normal: 0, return: 2, missed: 3, late: 4 };
const firstPaced = 5;

export function lineTable(policy: QueuePolicy): LineTable {
  const paced = [...shares(policy), ...pacedLanes(policy)];
  return {
    paced,
    turns: lanes.flatMap((lane) => Array<number>(turnsOf(policy, lane)).fill(lineOfLane[lane])),
    mix: mixOf(policy),
    firstPaced,
    count: firstPaced + paced.length,
  };
}

/** Number of the line in which a ticket stands; −1: with the urgent ones. */
export function lineOf(table: LineTable, stand: Stand, kind: OrderTicket['kind']): number {
  switch (stand.line) {
    case 'urgent':
      return -1;
    case 'turn':
      return lineOfLane[stand.lane];
    case 'normal':
      return table.mix.length > 0 && kind === 'walk-in' ? 1 : 0;
    case 'share':
    case 'after':
      return firstPaced + table.paced.findIndex(({ name }) => name === stand.name);
  }
}

function turnsOf(policy: QueuePolicy, lane: Lane): number {
  if (lane === 'normal') return Math.max(policy.interleave.normal, 1);
  const inTurn =
    lane === 'return'
      ? policy.return.place.rule === 'in-turn'
      : lane === 'late'
        ? policy.late.place.rule === 'in-turn'
        : policy.missed.places.some(({ rule }) => rule === 'in-turn');
  return inTurn ? policy.interleave[lane] : 0;
}

function mixOf({ appointments }: QueuePolicy): number[] {
  if (appointments.rule !== 'ratio') return [];
  const mix = [...Array<number>(appointments.appointments).fill(0), ...Array<number>(appointments.walkIns).fill(1)];
  return mix.length === 0 ? [0, 1] : mix;
}

/** One line for all classes of a level: those of the best level first. */
function shares(policy: QueuePolicy): PacedLine[] {
  const byName = new Map<string, PacedLine>();
  const classes = policy.priority.toSorted((one, other) => shareName(one).localeCompare(shareName(other)));
  for (const priority of classes) {
    const { rule } = priority;
    const name = shareName(priority);
    if (rule.rule !== 'ratio' || byName.has(name)) continue;
    const own = Math.max(rule.own, 1);
    byName.set(name, { name, others: rule.others, own, many: undefined, fromCheckIn: false });
  }
  return [...byName.values()];
}

function pacedLanes(policy: QueuePolicy): PacedLine[] {
  const lines: PacedLine[] = [];
  const returns = policy.return.place;
  if (returns.rule === 'after') {
    lines.push({ name: 'return 0', others: returns.others, own: 1, many: returns.many, fromCheckIn: true });
  }
  policy.missed.places.forEach((place, index) => {
    if (place.rule === 'after') lines.push(afterOthers(`missed ${missIndex(policy, index + 1)}`, place.others));
  });
  const { place } = policy.late;
  if (place.rule === 'after') lines.push(afterOthers('late 0', place.others));
  return lines;
}

function afterOthers(name: string, others: number): PacedLine {
  return { name, others, own: 1, many: undefined, fromCheckIn: true };
}
