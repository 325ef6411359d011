import { orderAtDesk } from '../desk-order.ts';
import type { Line } from '../lines.ts';
import type { Placed } from '../order/index.ts';
import type { DeskPlace } from '../site-plan.ts';
import type { Ticket } from '../ticket.ts';
import type { Act } from './act.ts';

/** Whom a desk would call by turn, first first: those that another desk alone may call are passed over. */
export function turnsAt(act: Act, place: DeskPlace, lines: ReadonlyMap<string, Line>): readonly Placed<Ticket>[] {
  return orderAtDesk(place, { lines, workNo: act.person.workNo, now: Date.parse(act.at) });
}
