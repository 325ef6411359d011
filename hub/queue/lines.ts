import type { Site } from '@lobby/config';
import type { Clock } from '../clock.ts';
import type { Database, WriteTransaction } from '../store/tables.ts';
import { inPlayAt, type InPlay } from './in-play.ts';
import { isMirrored } from './mirrored/area-modes.ts';
import {
  callsInPlay,
  holdQueue,
  numbersGone,
  queueVersions,
  ticketsInPlay,
  type NumberGone,
  type PastCall,
} from './storage.ts';
import type { Ticket } from './ticket.ts';

const minute = 60_000;

/** A queue as it stands at one version: its tickets in play, whatever their state, and the first calls so far. */
export interface Line {
  readonly queueId: string;
  readonly version: number;
  /** Since when its tickets are in play. */
  readonly since: string;
  readonly tickets: readonly Ticket[];
  readonly calls: readonly PastCall[];
  readonly numbersGone: readonly NumberGone[];
  /** Its order and its calls come from another system. Whoever switches that makes a new version of the queue. */
  readonly mirrored: boolean;
}

/**
 * The queues of this hub, read once and then followed from write to write. A line is good as long as its version is
 * the stored one; when another hub server has changed the queue, it is read again.
 */
export class Lines {
  readonly #site: Site;
  readonly #clock: Clock;
  readonly #known = new Map<string, Line>();
  #inPlay: { readonly minute: number; readonly inPlay: InPlay } | undefined;
  /** Lines changed by a transaction that goes on: the next write in it starts from them. */
  readonly #uncommitted = new WeakMap<WriteTransaction, Map<string, Line>>();

  constructor(site: Site, clock: Clock) {
    this.#site = site;
    this.#clock = clock;
  }

  /** Queues as they are stored now. */
  async read(database: Database, queueIds: readonly string[]): Promise<ReadonlyMap<string, Line>> {
    // Versions are read before tickets: a line may be newer than its version says, never older.
    const versions = await queueVersions(database, queueIds);
    const lines = new Map<string, Line>();
    for (const queueId of queueIds) {
      const line = await this.#line(database, queueId, versions.get(queueId) ?? 0);
      lines.set(queueId, line);
      this.remember(line);
    }
    return lines;
  }

  /**
   * Queues held for this transaction, each with the version that its changes will have. Whoever holds several takes
   * them in the order of their ids, so that no two wait for each other.
   */
  async hold(transaction: WriteTransaction, queueIds: readonly string[]): Promise<Map<string, Line>> {
    const lines = new Map<string, Line>();
    for (const queueId of [...new Set(queueIds)].sort()) {
      const version = await holdQueue(transaction, queueId);
      const changed = this.#uncommitted.get(transaction)?.get(queueId);
      const usable = changed?.version === version - 1;
      const line = usable ? changed : await this.#line(transaction, queueId, version - 1);
      lines.set(queueId, { ...line, version });
    }
    return lines;
  }

  /** Tells what a write has made of the queues it holds, as its last word on them. */
  changed(transaction: WriteTransaction, lines: Iterable<Line>): void {
    const changed = this.#uncommitted.get(transaction) ?? new Map<string, Line>();
    for (const line of lines) changed.set(line.queueId, line);
    this.#uncommitted.set(transaction, changed);
  }

  /** Keeps a line that is committed, unless a newer one is known. */
  remember(line: Line): void {
    const known = this.#known.get(line.queueId);
    if (known === undefined || known.version < line.version || known.since < line.since) {
      this.#known.set(line.queueId, line);
    }
  }

  async #line(database: Database, queueId: string, version: number): Promise<Line> {
    const inPlay = this.#inPlayNow();
    const { since } = inPlay;
    const known = this.#known.get(queueId);
    if (known !== undefined && known.version === version && known.since === since) return known;
    const tickets = await ticketsInPlay(database, queueId, inPlay);
    const calls = await callsInPlay(database, queueId, inPlay);
    const gone = await numbersGone(database, queueId, inPlay.dayBefore);
    const area = this.#site.areas.find(({ queues }) => queues.some(({ id }) => id === queueId));
    const mirrored = area !== undefined && (await isMirrored(database, area));
    return { queueId, version, since, tickets, calls, numbersGone: gone, mirrored };
  }

  /** Sessions start on the minute, and calendars are slow. */
  #inPlayNow(): InPlay {
    const now = this.#clock.now();
    const current = Math.floor(now / minute);
    if (this.#inPlay?.minute !== current) this.#inPlay = { minute: current, inPlay: inPlayAt(this.#site, now) };
    return this.#inPlay.inPlay;
  }
}

/** The line without a ticket that has gone to another queue; its number stays taken. */
export function withoutTicket(line: Line, ticket: Ticket): Line {
  const { businessDate, session, number } = ticket;
  return {
    ...line,
    tickets: line.tickets.filter((known) => known.id !== ticket.id),
    numbersGone: [...line.numbersGone, { businessDate, session, number }],
  };
}

/** The line with one ticket put in or replaced. */
export function withTicket(line: Line, ticket: Ticket): Line {
  const index = line.tickets.findIndex((known) => known.id === ticket.id);
  return { ...line, tickets: index < 0 ? [...line.tickets, ticket] : line.tickets.with(index, ticket) };
}
