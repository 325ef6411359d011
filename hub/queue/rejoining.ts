import { isoNow, type Clock } from '../clock.ts';
import type { NewEvent } from '../feed/append.ts';
import type { Store } from '../store/store.ts';
import { checkedIn, waitingAgain } from './join.ts';
import { withTicket, type Line, type Lines } from './lines.ts';
import { rejoinsAt } from './rejoin.ts';
import type { QueuePlace, SitePlan } from './site-plan.ts';
import { updateTicket } from './storage.ts';
import type { Ticket } from './ticket.ts';

/** Missed tickets that wait again by themselves, in the queues whose policy says so. */
export class Rejoining {
  readonly #parts: { readonly plan: SitePlan; readonly lines: Lines; readonly store: Store; readonly clock: Clock };

  constructor(parts: { readonly plan: SitePlan; readonly lines: Lines; readonly store: Store; readonly clock: Clock }) {
    this.#parts = parts;
  }

  /** Lets all whose minutes have passed wait again. */
  async run(): Promise<void> {
    const { plan, lines, store } = this.#parts;
    const places = plan.queuesWhere(({ policy }) => policy.missed.rejoin.rule === 'itself');
    if (places.length === 0) return;
    const ids = places.map(({ queue }) => queue.id);
    const read = await lines.read(store.database, ids);
    for (const place of places) {
      const line = read.get(place.queue.id);
      if (line !== undefined && this.#dueIn(place, line).length > 0) await this.#rejoin(place);
    }
  }

  /** Looked at again while the queue is held: its patient may have come back in the meantime. */
  async #rejoin(place: QueuePlace): Promise<void> {
    const { lines, store, clock } = this.#parts;
    let changed: Line | undefined;
    await store.change(async (transaction) => {
      let line = (await lines.hold(transaction, [place.queue.id])).get(place.queue.id);
      const events: NewEvent[] = [];
      for (const ticket of line === undefined ? [] : this.#dueIn(place, line)) {
        const waiting = waitingAgain(ticket, { lane: 'missed', at: isoNow(clock) });
        await updateTicket(transaction, waiting);
        if (line !== undefined) line = withTicket(line, waiting);
        events.push(checkedIn(waiting));
      }
      if (line !== undefined) lines.changed(transaction, [line]);
      changed = line;
      return { reply: undefined, events };
    });
    if (changed !== undefined) lines.remember(changed);
  }

  #dueIn({ policy }: QueuePlace, line: Line): readonly Ticket[] {
    const now = this.#parts.clock.now();
    return line.tickets.filter((ticket) => (rejoinsAt(policy, ticket) ?? Infinity) <= now);
  }
}
