import { feedEvent, type FeedEvent } from '../contract/index.ts';
import type { Feed } from '../hub.ts';
import { statement } from '../store/statement.ts';
import type { Database, EventRow } from '../store/tables.ts';
import { newestSequence } from './append.ts';

/** Most events read at once. */
const batch = 500;
/** After how long events that could not be read are asked for again, though nobody wakes the feed. */
const retryMilliseconds = 1000;

interface Follower {
  readonly onEvents: (events: readonly FeedEvent[]) => void;
  readonly onClose: () => void;
}

/**
 * The feed as its followers see it. It reads on from the last delivered sequence whenever somebody wakes it, so a
 * wake-up may come late, twice or for nothing without an event being lost or delivered twice.
 */
export class EventFeed implements Feed {
  readonly #database: Database;
  readonly #onTrouble: (error: unknown) => void;
  readonly #followers = new Set<Follower>();
  #position: number;
  #awake: Promise<void> | undefined;
  #again = false;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  /** `position`: sequence of the last event that need not be delivered. */
  constructor(database: Database, position: number, onTrouble: (error: unknown) => void) {
    this.#database = database;
    this.#position = position;
    this.#onTrouble = onTrouble;
  }

  /** A feed that delivers what is committed from now on. */
  static async open(database: Database, onTrouble: (error: unknown) => void): Promise<EventFeed> {
    return new EventFeed(database, await newestSequence(database), onTrouble);
  }

  newest(): Promise<number> {
    return newestSequence(this.#database);
  }

  async after(sequence: number, limit: number): Promise<readonly FeedEvent[] | 'reset'> {
    const rows = await this.#rowsAfter(sequence, limit);
    const first = rows[0];
    if (first !== undefined) return first.sequence === sequence + 1 ? rows.flatMap(eventOfRow) : 'reset';
    // A sequence from the future was given by a database that is no longer there.
    return sequence > (await this.newest()) ? 'reset' : [];
  }

  follow(onEvents: (events: readonly FeedEvent[]) => void, onClose: () => void): () => void {
    const follower: Follower = { onEvents, onClose };
    if (this.#closed) onClose();
    else this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  /** Something may have been committed: read on. */
  wake(): void {
    if (this.#closed) return;
    if (this.#awake !== undefined) {
      this.#again = true;
      return;
    }
    this.#awake = this.#readOn().finally(() => {
      this.#awake = undefined;
      if (this.#again) {
        this.#again = false;
        this.wake();
      }
    });
  }

  /** Tells every follower that the hub goes down. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#retry);
    for (const follower of this.#followers) this.#guarded(follower.onClose);
    this.#followers.clear();
    await this.#awake;
  }

  async #readOn(): Promise<void> {
    try {
      for (let rows = await this.#unread(); rows.length > 0 && !this.#closed; rows = await this.#unread()) {
        this.#position = rows.at(-1)?.sequence ?? this.#position;
        const events = rows.flatMap(eventOfRow);
        if (events.length === 0) continue;
        for (const follower of this.#followers) this.#guarded(() => follower.onEvents(events));
        if (rows.length < batch) break;
      }
    } catch (error) {
      if (this.#closed) return;
      this.#onTrouble(error);
      this.#retry = setTimeout(() => this.wake(), retryMilliseconds).unref();
    }
  }

  #unread(): Promise<EventRow[]> {
    return this.#rowsAfter(this.#position, batch);
  }

  async #rowsAfter(sequence: number, limit: number): Promise<EventRow[]> {
    const { rows } = await this.#database.executeQuery(eventsAfter(this.#database, { sequence, limit }));
    return rows;
  }

  #guarded(tell: () => void): void {
    try {
      tell();
    } catch (error) {
      this.#onTrouble(error);
    }
  }
}

const eventsAfter = statement((database, { sequence, limit }: { readonly sequence: number; readonly limit: number }) =>
  database.selectFrom('event').selectAll().where('sequence', '>', sequence).orderBy('sequence').limit(limit),
);

/** None for an event of a newer hub server on the same database: this one cannot show it, and must not stop at it. */
function eventOfRow(row: EventRow): FeedEvent[] {
  const parsed = feedEvent.safeParse({
    sequence: row.sequence,
    type: row.type,
    version: row.version,
    at: row.at,
    businessDate: row.business_date,
    areaId: row.area_id,
    queueId: row.queue_id,
    body: JSON.parse(row.body) as unknown,
  });
  return parsed.success ? [parsed.data] : [];
}
