import type { SitePlan, DeskPlace } from '../site-plan.ts';
import type { DeskAction, DeskActionKind, DeskRefusal, StaffRole, Words } from '../../contract/index.ts';
import type { NewEvent } from '../../feed/append.ts';
import type { WriteTransaction } from '../../store/tables.ts';
import { withTicket, type Line } from '../lines.ts';
import { updateTicket } from '../storage.ts';
import { ticketEvent } from '../ticket-event.ts';
import type { Ticket } from '../ticket.ts';
import type { DeskState } from './desk-states.ts';

/** Who acts. */
export interface ActingPerson {
  readonly workNo: string;
  readonly role: StaffRole;
}

/** One action under way, with the queues it concerns held until its transaction ends. */
export interface Act {
  readonly transaction: WriteTransaction;
  readonly plan: SitePlan;
  readonly place: DeskPlace;
  readonly person: ActingPerson;
  /** The held queues; whoever changes one puts it back. */
  readonly lines: Map<string, Line>;
  /** Desks of the area that pause or have stopped. */
  readonly desks: ReadonlyMap<string, DeskState>;
  /** ISO, UTC. */
  readonly at: string;
}

export type ActionOf<Kind extends DeskActionKind> = Extract<DeskAction, { readonly action: Kind }>;

/** What an action did, and to which ticket, for the record of actions. */
export interface ActDone {
  readonly ok: true;
  readonly events: readonly NewEvent[];
  readonly before?: Ticket;
  readonly after?: Ticket;
  /** Ids and codes only. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface ActRefused {
  readonly ok: false;
  readonly reason: DeskRefusal;
  /** Where the usual sentence of the reason says too little. */
  readonly said?: Words;
}

export type ActOutcome = ActDone | ActRefused;

export function refuse(reason: DeskRefusal, said?: Words): ActRefused {
  return said === undefined ? { ok: false, reason } : { ok: false, reason, said };
}

/** Stores the next version of a ticket and puts it into its line. */
export async function changeTicket(act: Act, ticket: Ticket, change: Partial<Ticket>): Promise<Ticket> {
  const changed: Ticket = { ...ticket, ...change, version: ticket.version + 1 };
  await updateTicket(act.transaction, changed);
  const line = lineOf(act, ticket.queueId);
  act.lines.set(line.queueId, withTicket(line, changed));
  return changed;
}

/** An event about a ticket that this desk has changed. */
export function actEvent(act: Act, ticket: Ticket, type: NewEvent['type'], body: NewEvent['body'] = {}): NewEvent {
  return ticketEvent(ticket, type, { deskId: act.place.desk.id, ...body });
}

export function lineOf(act: Act, queueId: string): Line {
  const line = act.lines.get(queueId);
  if (line === undefined) throw new Error(`queue ${queueId} is not held`);
  return line;
}

/** Milliseconds from an instant to now. Less than 0 when the clock was set back. */
export function since(act: Act, instant: string): number {
  return Date.parse(act.at) - Date.parse(instant);
}
