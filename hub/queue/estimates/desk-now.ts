import type { DeskStanding } from '../desk-standing.ts';
import { orderAtDesk } from '../desk-order.ts';
import type { Line } from '../lines.ts';
import type { DeskPlace } from '../site-plan.ts';
import { beforeRoom, servedAt } from '../acts/served.ts';
import type { CallingDesk } from './forecast.ts';
import type { VisitTime } from './visit-time.ts';

const minute = 60_000;
/** Whoever called that short a time ago is at work, also where nobody logs in at the hub. Milliseconds. */
const recently = 30 * minute;
/** A visit that goes on for longer was never ended at the desk. Minutes. */
const longest = 120;
/** Nobody knows to the minute when a clinic begins. */
const unpunctual = 5;

/** A desk and who sits there. */
export interface DeskNow {
  readonly place: DeskPlace;
  /** Undefined: open. */
  readonly standing: Pick<DeskStanding, 'state' | 'reason'> | undefined;
  readonly workNo: string | undefined;
}

/** The queues at one instant, and how long their visits take. */
export interface Moment {
  readonly now: number;
  readonly lines: ReadonlyMap<string, Line>;
  readonly visitTime: (queueId: string, workNo: string | undefined) => VisitTime | undefined;
}

export function isAway({ standing }: DeskNow): boolean {
  return standing !== undefined && standing.state !== 'open';
}

/** Whether a desk calls at present. */
export function isAtWork(desk: DeskNow, { lines, now }: Moment): boolean {
  if (isAway(desk)) return false;
  if (desk.workNo !== undefined) return true;
  return lastCalls(desk.place, lines).some((at) => now - Date.parse(at) <= recently);
}

/** When a desk called last in each of its queues. */
export function lastCalls({ desk, queues }: DeskPlace, lines: ReadonlyMap<string, Line>): readonly string[] {
  return queues.flatMap(
    ({ queue }) => lines.get(queue.id)?.calls.findLast(({ deskId }) => deskId === desk.id)?.at ?? [],
  );
}

/** What the calls of a desk depend on; undefined: nobody knows how long its visits take. `opensIn`: minutes. */
export function callingDesk(desk: DeskNow, moment: Moment, opensIn?: number): CallingDesk | undefined {
  const { place, workNo } = desk;
  const { lines, now, visitTime } = moment;
  const offered = orderAtDesk(place, { lines, workNo, now }).flatMap(({ ticket }) => {
    const visit = visitTime(ticket.queueId, workNo);
    return visit === undefined ? [] : [{ ticketId: ticket.id, visit }];
  });
  const queueId = servedAt(lines.values(), place.desk.id).at(-1)?.queueId ?? place.queues[0]?.queue.id ?? '';
  const visit = visitTime(queueId, workNo);
  if (visit === undefined) return undefined;
  return {
    offered,
    freeIn: opensIn === undefined ? freeIn(desk, moment, visit) : { mean: opensIn, spread: unpunctual },
    visit,
    atRoom: beforeRoom(lines.values(), place.desk.id).length,
    roomLimit: roomLimitOf(place),
  };
}

/** What is left of the visit in the room: the longer it has taken, the less, but never nothing. */
function freeIn({ place }: DeskNow, { lines, now }: Moment, visit: VisitTime): VisitTime {
  const began = servedAt(lines.values(), place.desk.id).at(-1)?.call?.firstCalledAt;
  const taken = began === undefined ? Infinity : Math.max(now - Date.parse(began), 0) / minute;
  if (taken > longest) return { mean: 0, spread: 0 };
  return { mean: Math.max(visit.mean - taken, visit.mean / 4), spread: visit.spread };
}

function roomLimitOf({ queues }: DeskPlace): number {
  const limits = queues.map(({ policy }) => policy.roomLimit);
  return Math.max(0, ...limits.map(({ most, filled }) => (filled === 'automatically' ? most : 0)));
}
