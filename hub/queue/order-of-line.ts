import type { QueuePolicy } from '@lobby/config';
import type { Line } from './lines.ts';
import { callingOrder, type Placed } from './order.ts';

const known = new WeakMap<Line, readonly Placed[]>();

/** Calling order of a queue as it stands; worked out once for each version of it. */
export function orderOfLine(line: Line, policy: QueuePolicy): readonly Placed[] {
  const before = known.get(line);
  if (before !== undefined) return before;
  const called = line.calls.map((call) => call.lane);
  const order = callingOrder({ tickets: line.tickets, called, interleave: policy.interleave });
  known.set(line, order);
  return order;
}
