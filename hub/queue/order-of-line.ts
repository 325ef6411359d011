import { partsOf } from './line-parts.ts';
import type { Line } from './lines.ts';
import { isTakenOver, rankOf } from './mirrored/rank.ts';
import { callingOrder, mergedOrder, mirroredOrder, type Placed, type QueueOrder } from './order/index.ts';
import type { QueuePlace, SitePlan } from './site-plan.ts';
import type { Ticket } from './ticket.ts';

type Rules = Pick<QueuePlace, 'policy' | 'sessionEndsAt'>;

interface Known {
  readonly calls: Line['calls'];
  readonly mirrored: boolean;
  readonly policy: Rules['policy'];
  /** Until when the order holds by itself: as long as nobody is kept waiting by the clock. */
  readonly minute: number | undefined;
  readonly order: readonly Placed<Ticket>[];
}

/**
 * By those who are offered it; '' for the whole queue. Kept with the list of tickets: whoever holds a line to change it
 * has the order that everybody saw before.
 */
const known = new WeakMap<readonly Ticket[], Map<string, Known>>();

/** Calling order of a queue as it stands; worked out once for each version of it. `now` in milliseconds. */
export function orderOfLine(line: Line, rules: Rules, now: number): readonly Placed<Ticket>[] {
  return keptOrder(line, rules, { now });
}

/** What a desk and its doctor are offered of a queue: tickets that belong to others are left out. */
export function orderForDesk(
  line: Line,
  rules: Rules,
  desk: { readonly now: number; readonly offeredTo: readonly string[] },
): readonly Placed<Ticket>[] {
  const isOthers = ({ assignedTo }: Ticket): boolean => assignedTo !== null && !desk.offeredTo.includes(assignedTo);
  if (!partsOf(line).waiting.some(isOthers)) return orderOfLine(line, rules, desk.now);
  return keptOrder(line, rules, desk);
}

/** The orders of some queues as one: whoever is due first goes first. */
export function dueFirst(orders: readonly QueueOrder<Ticket>[]): readonly Placed<Ticket>[] {
  return mergedOrder(orders, { rule: 'due-first' });
}

/** The calling orders of some queues. */
export function ordersOf(
  plan: SitePlan,
  queueIds: readonly string[],
  at: { readonly lines: ReadonlyMap<string, Line>; readonly now: number },
): readonly QueueOrder<Ticket>[] {
  return queueIds.flatMap((queueId) => {
    const place = plan.queue(queueId);
    const line = at.lines.get(queueId);
    if (place === undefined || line === undefined) return [];
    return [{ queueId, order: orderOfLine(line, place, at.now), weight: place.policy.desk.weight }];
  });
}

function keptOrder(
  line: Line,
  rules: Rules,
  whose: { readonly now: number; readonly offeredTo?: readonly string[] },
): readonly Placed<Ticket>[] {
  const { tickets, calls, mirrored } = line;
  const { policy } = rules;
  const { now, offeredTo } = whose;
  const minute = policy.calls.gapMinutes === 0 ? undefined : Math.floor(now / 60_000);
  const orders = known.get(tickets) ?? new Map<string, Known>();
  const name = offeredTo?.join(' ') ?? '';
  const before = orders.get(name);
  const isSame = before?.calls === calls && before.mirrored === mirrored;
  if (isSame && before.policy === policy && before.minute === minute) return before.order;
  const order = workOut(line, rules, now, offeredTo);
  known.set(tickets, orders.set(name, { calls, mirrored, policy, minute, order }));
  return order;
}

function workOut(line: Line, rules: Rules, now: number, offeredTo?: readonly string[]): readonly Placed<Ticket>[] {
  if (line.mirrored) return mirroredOrder(line.tickets, rankOf);
  const takenOver = partsOf(line).waiting.filter(isTakenOver);
  if (takenOver.length > 0) return withTakenOver(line, takenOver, (rest) => workOut(rest, rules, now, offeredTo));
  const { tickets, calls } = line;
  const { policy, sessionEndsAt } = rules;
  const input = { tickets, calls, policy, at: new Date(now).toISOString(), sessionEndsAt };
  return callingOrder<Ticket>(offeredTo === undefined ? input : { ...input, offeredTo });
}

/** Emergencies first, then whoever waited in another system in the order that they had there, then our own rules. */
function withTakenOver(
  line: Line,
  takenOver: readonly Ticket[],
  orderOf: (rest: Line) => readonly Placed<Ticket>[],
): readonly Placed<Ticket>[] {
  const rest = orderOf({ ...line, tickets: line.tickets.filter((ticket) => !takenOver.includes(ticket)) });
  const others = rest.findIndex(({ because }) => because.rule !== 'emergency');
  const urgent = others < 0 ? rest.length : others;
  return [...rest.slice(0, urgent), ...mirroredOrder(takenOver, rankOf), ...rest.slice(urgent)];
}
