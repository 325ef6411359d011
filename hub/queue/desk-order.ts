import type { Line } from './lines.ts';
import { mergedOrder, type Placed } from './order/index.ts';
import { orderForDesk } from './order-of-line.ts';
import type { DeskPlace } from './site-plan.ts';
import type { Ticket } from './ticket.ts';

/** Whom a desk calls next: its queues as one order, of those tickets that it is offered. `now` in milliseconds. */
export function orderAtDesk(
  place: DeskPlace,
  at: { readonly lines: ReadonlyMap<string, Line>; readonly workNo: string | undefined; readonly now: number },
): readonly Placed<Ticket>[] {
  const { desk, queues } = place;
  const offeredTo = at.workNo === undefined ? [desk.id] : [desk.id, at.workNo];
  const orders = queues.flatMap(({ queue, policy, sessionEndsAt }) => {
    const line = at.lines.get(queue.id);
    if (line === undefined) return [];
    const order = orderForDesk(line, { policy, sessionEndsAt }, { now: at.now, offeredTo });
    return [{ queueId: queue.id, order, weight: policy.desk.weight }];
  });
  const inRotation = queues.some(({ policy }) => policy.desk.rotation === 'weights');
  if (!inRotation) return mergedOrder(orders, { rule: 'due-first' });
  return mergedOrder(orders, { rule: 'weights', called: queuesCalled(place, at.lines) });
}

/** Queues of a desk's calls, oldest first. */
function queuesCalled({ desk, queues }: DeskPlace, lines: ReadonlyMap<string, Line>): readonly string[] {
  const calls = queues.flatMap(({ queue }) =>
    (lines.get(queue.id)?.calls ?? []).flatMap((call) =>
      call.deskId === desk.id ? [{ at: call.at, place: call.place, queueId: queue.id }] : [],
    ),
  );
  calls.sort((one, other) => (one.at === other.at ? one.place - other.place : one.at < other.at ? -1 : 1));
  return calls.map(({ queueId }) => queueId);
}
