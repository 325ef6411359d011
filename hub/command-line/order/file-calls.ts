import type { QueuePolicy } from '@lobby/config';
import type { Lane } from '../../contract/index.ts';
import { isCalledByRules, type OrderCall, type OrderTicket } from '../../queue/order/index.ts';
import type { FileCall, FileTicket } from './file-ticket.ts';

/** Between the same two check-ins a call that soon after another one says it again. */
const recallMilliseconds = 45_000;

/**
 * The first calls of a ticket. After its last check-in it is called for one turn, and what comes after the first call
 * says it again. What came before may have been several turns, whose check-ins the file does not know any more.
 */
export function callsOfTicket(file: FileTicket, ticket: OrderTicket, policy: QueuePolicy): OrderCall[] {
  const byRules = isCalledByRules(policy, ticket);
  const calls = file.calledAt
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .map((call) => ({ ...call, since: call.since ?? file.checkIns.findLast((known) => known <= call.at) ?? null }));
  return calls
    .filter((call, index) => !saysAgain(call, calls[index - 1], file.checkIns.at(-1)))
    .map((call) => ({
      ticketId: ticket.id,
      at: call.at,
      lane: call.lane ?? laneAtCall(ticket, call.since),
      // Of a check-in that is not known any more it is only sure that it was not after the call.
      since: isFirstOf(call, calls) ? (call.since ?? call.at) : call.at,
      automatic: call.automatic ?? byRules,
      deskId: call.desk,
      workNo: null,
    }));
}

function saysAgain(call: FileCall, before: FileCall | undefined, lastCheckIn: string | undefined): boolean {
  if (before === undefined || before.since !== call.since) return false;
  if (call.since !== null && call.since === lastCheckIn) return true;
  return Date.parse(call.at) - Date.parse(before.at) <= recallMilliseconds;
}

/** A check-in counts for the first call after it; a later turn had one of its own. */
function isFirstOf(call: FileCall, calls: readonly FileCall[]): boolean {
  return calls.find(({ since }) => since === call.since) === call;
}

/** Before its last check-in a ticket was in the normal lane, as far as one knows. */
function laneAtCall(ticket: OrderTicket, since: string | null): Lane {
  if (since === null) return 'normal';
  if (since === ticket.returnedAt) return 'return';
  return ticket.lane === 'return' ? 'normal' : ticket.lane;
}
