import { businessDayOf } from '../business-date.ts';
import type { Clock } from '../clock.ts';
import type { TicketPage } from '../contract/index.ts';
import { newestSequence } from '../feed/append.ts';
import type { TicketPages } from '../hub.ts';
import type { Store } from '../store/store.ts';
import type { Estimates } from './estimates/estimates.ts';
import type { SitePlan } from './site-plan.ts';
import { ticketView } from './ticket-view.ts';
import { storedTicket } from './tickets.ts';

export interface TicketPagesParts {
  readonly plan: SitePlan;
  readonly store: Store;
  readonly clock: Clock;
  readonly estimates: Pick<Estimates, 'now'>;
}

/** What patients see of their tickets on their own phones. */
export class HubTicketPages implements TicketPages {
  readonly #parts: TicketPagesParts;

  constructor(parts: TicketPagesParts) {
    this.#parts = parts;
  }

  async page(ticketId: string): Promise<TicketPage | undefined> {
    const { plan, store, clock, estimates } = this.#parts;
    // Read first: the page may know more than its sequence says, never less.
    const sequence = await newestSequence(store.database);
    const ticket = await storedTicket(store.database, ticketId);
    if (ticket === undefined) return undefined;
    const until = businessDayOf(plan.site, ticket.businessDate).to;
    if (clock.now() >= Date.parse(until)) return undefined;
    const view = ticketView(plan, ticket, []);
    if (view === undefined) return undefined;
    const { label, state, queue, place, level } = view;
    return {
      hospital: plan.site.hospital.name,
      label,
      state,
      queue,
      place,
      level,
      wait: state === 'waiting' ? (await estimates.now([ticket.queueId])).of(ticket) : null,
      reports: ticket.reports,
      calledAt: state === 'called' ? (ticket.call?.calledAt ?? null) : null,
      at: new Date(clock.now()).toISOString(),
      until,
      sequence,
    };
  }

  async queueOf(ticketId: string): Promise<{ readonly queueId: string; readonly areaId: string } | undefined> {
    const ticket = await storedTicket(this.#parts.store.database, ticketId);
    return ticket && { queueId: ticket.queueId, areaId: ticket.areaId };
  }
}
