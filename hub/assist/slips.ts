import { clinicTimeOf } from '../business-date.ts';
import type { Clock } from '../clock.ts';
import type { SlipStep, WhereNextReply } from '../contract/index.ts';
import { inPlayAt } from '../queue/in-play.ts';
import type { Lines } from '../queue/lines.ts';
import { orderOfLine } from '../queue/order-of-line.ts';
import type { SitePlan } from '../queue/site-plan.ts';
import type { Ticket } from '../queue/ticket.ts';
import { ticketView } from '../queue/ticket-view.ts';
import { patientTickets, storedTicket } from '../queue/tickets.ts';
import type { Store } from '../store/store.ts';
import { ticketOfCode } from './slip-code.ts';

interface SlipParts {
  readonly store: Store;
  readonly plan: SitePlan;
  readonly lines: Lines;
  readonly clock: Clock;
}

/**
 * Where the holder of a slip goes next: among the tickets of today, one that is called now, else the one on the slip if
 * it still waits, else the one whose turn comes first. Says nothing of the person.
 */
export async function whereNext(parts: SlipParts, code: string): Promise<WhereNextReply> {
  const ticketId = ticketOfCode(code);
  if (ticketId === undefined) return refused('not-a-slip');
  const ticket = await storedTicket(parts.store.database, ticketId);
  if (ticket === undefined) return refused('no-such-ticket');
  const inPlay = inPlayAt(parts.plan.site, parts.clock.now());
  const ofPatient = await patientTickets(parts.store.database, ticket.patient.patientId, inPlay.dayBefore);
  const steps = await stepsOf(parts, ofPatient);
  const scanned = steps.find((step) => step.ticketId === ticket.id)?.step;
  if (scanned === undefined) return refusedForDay(parts, ticket);
  return { ok: true, scanned, next: nextOf(steps, ticket.id) };
}

interface Placed {
  readonly ticketId: string;
  readonly step: SlipStep;
}

/** Those of some tickets that are in play, as a slip's holder may hear of them. */
async function stepsOf({ store, plan, lines, clock }: SlipParts, tickets: readonly Ticket[]): Promise<Placed[]> {
  const queueIds = [...new Set(tickets.map(({ queueId }) => queueId))].filter((id) => plan.queue(id) !== undefined);
  const read = queueIds.length === 0 ? new Map() : await lines.read(store.database, queueIds);
  return tickets.flatMap(({ id, queueId }) => {
    const line = read.get(queueId);
    const rules = plan.queue(queueId);
    const current = line?.tickets.find((known: Ticket) => known.id === id);
    if (current === undefined || line === undefined || rules === undefined) return [];
    const view = ticketView(plan, current, orderOfLine(line, rules, clock.now()));
    if (view === undefined) return [];
    const { label, state, queue, area, place, level, ahead } = view;
    return [{ ticketId: id, step: { label, state, queue, area, place, level, ahead } }];
  });
}

function nextOf(steps: readonly Placed[], scannedId: string): SlipStep | null {
  const called = steps.find(({ step }) => step.state === 'called');
  const scanned = steps.find(({ ticketId, step }) => ticketId === scannedId && step.state === 'waiting');
  const waiting = steps
    .filter(({ step }) => step.state === 'waiting')
    .toSorted((one, other) => one.step.ahead - other.step.ahead);
  const missed = steps.find(({ step }) => step.state === 'missed');
  return (called ?? scanned ?? waiting[0] ?? missed)?.step ?? null;
}

/** A ticket that is not in play: of another day, or of a queue that the site no longer has. */
function refusedForDay({ plan, clock }: SlipParts, ticket: Ticket): WhereNextReply {
  const today = clinicTimeOf(plan.site, clock.now()).businessDate;
  if (ticket.businessDate === today) return refused('no-such-ticket');
  return { ok: false, reason: 'other-day', day: ticket.businessDate };
}

function refused(reason: 'not-a-slip' | 'no-such-ticket'): WhereNextReply {
  return { ok: false, reason, day: null };
}
