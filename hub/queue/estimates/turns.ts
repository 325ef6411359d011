import type { Ticket } from '../ticket.ts';

/** Somebody who was called into a room and left it again. */
export interface PastVisit {
  readonly deskId: string;
  readonly workNo: string;
  /** When it began. ISO, UTC. */
  readonly at: string;
  readonly minutes: number;
}

/** Longer than any visit: a desk that was left open over lunch. Minutes. */
const longest = 120;
/** States in which a turn at a desk has ended; a missed call takes its time as well. */
const ended = ['finished', 'missed', 'at-tests'];

type Past = Pick<Ticket, 'state' | 'endedAt'> & {
  readonly call: Pick<NonNullable<Ticket['call']>, 'deskId' | 'workNo' | 'firstCalledAt'> | null;
};

/** What a ticket says of how long visits take; undefined: nothing. */
export function visitOf({ state, endedAt, call }: Past): PastVisit | undefined {
  if (call === null || endedAt === null || !ended.includes(state)) return undefined;
  const minutes = (Date.parse(endedAt) - Date.parse(call.firstCalledAt)) / 60_000;
  // A clock that was set back in between.
  if (!(minutes > 0 && minutes <= longest)) return undefined;
  return { deskId: call.deskId, workNo: call.workNo, at: call.firstCalledAt, minutes };
}
