import { isoNow } from '../../clock.ts';
import { DueTimer } from '../../assist/due-timer.ts';
import type { DeskViewParts } from '../desk-views.ts';
import type { HubDesks } from '../desks.ts';
import { checkedIn, waitingAgain } from '../join.ts';
import { withTicket, type Line } from '../lines.ts';
import { orderAtDesk } from '../desk-order.ts';
import { rejoinsAt } from '../rejoin.ts';
import type { DeskPlace, QueuePlace } from '../site-plan.ts';
import { updateTicket } from '../storage.ts';
import { deskStatesOf } from './desk-states.ts';
import { servedAt } from './served.ts';

/** How long until something that was refused is tried again. */
const againMilliseconds = 15_000;

/** Something that a queue does by itself, once. */
interface Due {
  readonly at: number;
  /** The same on every hub server, so that only one does it. */
  readonly key: string;
  readonly work: () => Promise<void>;
}

/** What queues do though nobody asks: a missed ticket waits again, an idle desk calls the next. As policies have it. */
export class QueueByItself {
  readonly #parts: DeskViewParts;
  readonly #desks: HubDesks;
  readonly #timer: DueTimer;
  /** What was tried, and before when it is not tried again: a desk that has just been paused is asked later. */
  readonly #tried = new Map<string, number>();

  constructor(parts: DeskViewParts & { readonly onTrouble: (error: unknown) => void }, desks: HubDesks) {
    this.#parts = parts;
    this.#desks = desks;
    this.#timer = new DueTimer({
      nextDue: async () => (await this.#dues())[0]?.at,
      onDue: () => this.due(),
      now: () => parts.clock.now(),
      onTrouble: parts.onTrouble,
    });
  }

  /** Something has changed in a queue. */
  look(): void {
    this.#timer.look();
  }

  stop(): Promise<void> {
    return this.#timer.stop();
  }

  /** Does what is due by the clock of the hub. */
  async due(): Promise<void> {
    const now = this.#parts.clock.now();
    for (const [key, notBefore] of this.#tried) if (notBefore < now) this.#tried.delete(key);
    for (const { at, key, work } of await this.#dues()) {
      if (at > now) return;
      this.#tried.set(key, now + againMilliseconds);
      await work();
    }
  }

  async #dues(): Promise<readonly Due[]> {
    const dues = [...(await this.#rejoining()), ...(await this.#idleDesks())];
    const notBefore = dues.map((due) => ({ ...due, at: Math.max(due.at, this.#tried.get(due.key) ?? 0) }));
    return notBefore.sort((one, other) => one.at - other.at);
  }

  async #rejoining(): Promise<Due[]> {
    const { plan } = this.#parts;
    const queues = plan.queues().filter(({ policy }) => policy.missed.rejoin.rule === 'itself');
    const lines = await this.#read(queues.map(({ queue }) => queue.id));
    return queues.flatMap((place) => {
      const tickets = lines.get(place.queue.id)?.tickets ?? [];
      return tickets.flatMap((ticket): Due[] => {
        const at = rejoinsAt(place.policy, ticket);
        if (at === undefined) return [];
        const key = `rejoin-${ticket.id}-${ticket.misses}`;
        return [{ at, key, work: () => this.#rejoin(place, ticket.id, key) }];
      });
    });
  }

  /** The ticket waits again from now on, unless somebody was faster. */
  async #rejoin(place: QueuePlace, ticketId: string, key: string): Promise<void> {
    const { store, lines, clock } = this.#parts;
    const queueId = place.queue.id;
    let changed: Line | undefined;
    const write = { actor: 'hub', operation: 'queue.rejoin', key, request: ticketId };
    await store.write(write, async (transaction) => {
      const line = (await lines.hold(transaction, [queueId])).get(queueId);
      const ticket = line?.tickets.find(({ id }) => id === ticketId);
      const due = ticket === undefined ? undefined : rejoinsAt(place.policy, ticket);
      if (line === undefined || ticket === undefined || due === undefined || due > clock.now())
        return { reply: 'not-due', events: [], keep: false };
      const back = waitingAgain(ticket, { lane: 'missed', at: isoNow(clock) });
      await updateTicket(transaction, back);
      changed = withTicket(line, back);
      lines.changed(transaction, [changed]);
      return { reply: 'waits', events: [checkedIn(back)], keep: true };
    });
    if (changed !== undefined) lines.remember(changed);
  }

  async #idleDesks(): Promise<Due[]> {
    const { plan, logins } = this.#parts;
    const places = plan.desks().filter((place) => place.kind !== 'triage' && idleSeconds(place) > 0);
    const seated = await logins.seated(places.map(({ desk }) => desk.id));
    const dues = await Promise.all(
      places.map(async (place) => {
        const person = seated.get(place.desk.id);
        return person === undefined ? undefined : this.#idleDesk(place, person);
      }),
    );
    return dues.flatMap((due) => due ?? []);
  }

  async #idleDesk(
    place: DeskPlace,
    { workNo, since: satDown }: { readonly workNo: string; readonly since: string },
  ): Promise<Due | undefined> {
    const { store, clock } = this.#parts;
    const lines = await this.#read(place.queues.map(({ queue }) => queue.id));
    if (servedAt(lines.values(), place.desk.id).length > 0) return undefined;
    if ((await deskStatesOf(store.database, place.area.id)).has(place.desk.id)) return undefined;
    const [next] = orderAtDesk(place, { lines, workNo, now: clock.now() });
    if (next === undefined) return undefined;
    const { id, version, checkedInAt } = next.ticket;
    // Whoever sits down before a full hall is not overrun.
    const since = Math.max(Date.parse(checkedInAt), Date.parse(satDown), idleSince(lines, place.desk.id));
    const key = `auto-${id}-${version}`;
    const attempt = `${key}-${Math.floor(clock.now() / againMilliseconds)}`;
    const work = async (): Promise<void> => {
      await this.#desks.actAs(place, workNo, { action: 'next', key: attempt, serving: null });
    };
    return { at: since + idleSeconds(place) * 1_000, key: `${place.desk.id}-${key}`, work };
  }

  async #read(queueIds: readonly string[]): Promise<ReadonlyMap<string, Line>> {
    const { lines, store } = this.#parts;
    return queueIds.length === 0 ? new Map() : lines.read(store.database, queueIds);
  }
}

/** How long a desk is idle until it calls by itself; 0: it never does. */
function idleSeconds({ queues }: DeskPlace): number {
  return Math.max(0, ...queues.map(({ policy }) => policy.desk.autoCallAfterSeconds));
}

/** When the last patient of a desk left, milliseconds; 0 before the first. */
function idleSince(lines: ReadonlyMap<string, Line>, deskId: string): number {
  const ended = [...lines.values()]
    .flatMap((line) => line.tickets)
    .flatMap(({ call, endedAt }) => (call?.deskId === deskId && endedAt !== null ? [Date.parse(endedAt)] : []));
  return Math.max(0, ...ended);
}
