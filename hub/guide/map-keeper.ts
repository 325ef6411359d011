import type { Site } from '@lobby/config';
import { refused, type Refused } from '@lobby/maps/archive/archive.ts';
import type { WalkGraph } from '@lobby/maps/graph/walk-graph.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { ReportLine, Words } from '../contract/index.ts';
import type { Store } from '../store/store.ts';
import type { GuideStateRow } from '../store/guide-tables.ts';
import type { Compiled, CompileReply, CompileWish } from './compile.ts';
import { withMoves, type Move } from './moves.ts';
import { Threads } from './threads.ts';
import { TreeBench, type ReadyWays } from './tree-bench.ts';
import { tablesOf, type Serving } from './serving.ts';
import { makeState, readChanges, readState, readVenue, type StoredChange, type StoredVenue } from './storage.ts';

export interface KeeperParts {
  readonly site: Site;
  readonly store: Store;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}

/** A venue as its archive has it, opened once, and where one walks in it. */
interface OpenedVenue {
  readonly stored: Omit<StoredVenue, 'archive' | 'corrections'> & { readonly bytes: number };
  readonly graph: WalkGraph;
  readonly report: readonly ReportLine[];
  readonly bench: TreeBench;
}

/** What is kept of the map besides the ways. */
export interface Kept {
  readonly opened: Omit<OpenedVenue, 'bench'> | undefined;
  readonly changes: readonly StoredChange[];
  readonly trouble: Words | null;
}

/**
 * Keeps the map in memory as the database says that it is. Whatever is published, closed or moved, at whichever hub
 * server, is made ready beside the hub and then takes the place of what served until then, all at once.
 */
export class MapKeeper {
  readonly #parts: KeeperParts;
  readonly #threads = new Threads();
  readonly #listeners = new Set<() => void>();
  #serving: Serving | undefined;
  #opened: OpenedVenue | undefined;
  /** The ways on the opened venue that were made ready last. */
  #ready: ReadyWays | undefined;
  #changes: readonly StoredChange[] = [];
  #trouble: Words | null = null;
  #line: Promise<void> = Promise.resolve();
  #waiting = 0;
  #closed = false;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  get serving(): Serving | undefined {
    return this.#serving;
  }

  /** Whether something is being made ready. */
  get busy(): boolean {
    return this.#waiting > 0;
  }

  get kept(): Kept {
    return { opened: this.#opened, changes: this.#changes, trouble: this.#trouble };
  }

  /** Called whenever something else serves. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** What the database says now serves when this resolves, as far as it can be made ready. */
  refresh(): Promise<void> {
    return this.inLine(() => this.#readAgain()).catch((error: unknown) => {
      if (!this.#closed) this.#parts.onTrouble(error);
    });
  }

  /** Resolves when nothing is being made ready any more. */
  async settled(): Promise<void> {
    while (this.#waiting > 0) await this.#line;
  }

  /** Opens an archive beside the hub. */
  async compile(wish: CompileWish): Promise<CompileReply> {
    const { name, archive, corrections } = wish;
    const opened = await this.#threads.ask<CompileReply>('compile-worker.ts', { name, archive, corrections });
    if (opened.ok) return opened.reply;
    return { ...refused(notReady(opened.why)), report: [] };
  }

  /** One thing after the other: what was published later must not be overtaken. */
  inLine<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#waiting += 1;
    const done = this.#line.then(work);
    this.#line = done.then(
      () => void (this.#waiting -= 1),
      () => void (this.#waiting -= 1),
    );
    return done;
  }

  /** To be called in line, after a venue was committed that is open already; then it need not be opened again. */
  async takeOver(stored: StoredVenue, compiled: Compiled): Promise<void> {
    await this.#open(stored, compiled);
    await this.#readAgain();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#threads.close();
    await this.#opened?.bench.close();
    await this.#line;
  }

  async #readAgain(): Promise<void> {
    if (this.#closed) return;
    const { store } = this.#parts;
    const state = await readState(store.database);
    if (state === undefined || state.venue_id === null) return;
    const version = versionOf(state);
    if (this.#serving?.version === version) return;
    const changes = await readChanges(store.database);
    const opened = await this.#openedVenue(state.venue_id);
    const ready = opened && (await this.#readyWays(opened, closedIn(changes)));
    if (this.#closed || ready === undefined || opened === undefined) return;
    this.#changes = changes;
    this.#trouble = null;
    this.#serve(version, opened.graph, ready);
  }

  /** Undefined: it could not be opened; what served until now goes on. */
  async #openedVenue(venueId: string): Promise<OpenedVenue | undefined> {
    if (this.#opened?.stored.id === venueId) return this.#opened;
    const stored = await readVenue(this.#parts.store.database, venueId);
    if (stored === undefined) return undefined;
    const reply = await this.compile(stored);
    if (reply.ok) return this.#open(stored, reply);
    this.#trouble = unusable(reply);
    if (!this.#closed) this.#parts.onTrouble(new Error(reply.message));
    return undefined;
  }

  async #open(stored: StoredVenue, { graph, report }: Compiled): Promise<OpenedVenue> {
    await this.#opened?.bench.close();
    const { id, name, publishedAt, publishedBy, archive } = stored;
    const mark = { id, name, publishedAt, publishedBy, bytes: archive.length };
    this.#ready = undefined;
    this.#opened = { stored: mark, graph, report, bench: new TreeBench(graph) };
    return this.#opened;
  }

  async #readyWays({ bench }: OpenedVenue, closed: ReadonlySet<string>): Promise<ReadyWays | undefined> {
    if (this.#ready === undefined || !isSame(this.#ready.closed, closed)) this.#ready = await bench.make(closed);
    return this.#ready;
  }

  #serve(version: string, opened: WalkGraph, { weights, trees }: ReadyWays): void {
    const moves = movesIn(this.#changes);
    const graph = withMoves(opened, moves);
    const { venue } = graph;
    this.#serving = {
      version,
      site: this.#parts.site,
      venue,
      graph,
      closed: closedIn(this.#changes),
      moved: new Set(moves.map(({ occupant }) => occupant)),
      weights,
      trees,
      ...tablesOf(venue),
    };
    for (const listener of this.#listeners) listener();
  }
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && one.isSubsetOf(other);
}

/** The same for the same venue, closures and moves, whoever asks. */
export function versionOf({ venue_id, revision }: Pick<GuideStateRow, 'venue_id' | 'revision'>): string {
  return `${(venue_id ?? '').slice(-8)}.${revision}`;
}

export function closedIn(changes: readonly StoredChange[]): ReadonlySet<string> {
  return new Set(changes.flatMap(({ change }) => (change.change === 'closed' ? [change.feature] : [])));
}

function movesIn(changes: readonly StoredChange[]): readonly Move[] {
  return changes.flatMap(({ change }) =>
    change.change === 'moved' ? [{ occupant: change.occupant, unit: change.unit }] : [],
  );
}

/** What an importer says, for whoever publishes the map. */
export function unusable({ message, zh }: Pick<Refused, 'message' | 'zh'>): Words {
  return { zh: `这份地图不能用。${zh}`, en: message };
}

/** Memory has run out, or the hub is going down. */
function notReady(why: string): Words {
  return {
    zh: `准备地图时出了故障。请再试一次；还不行，请把这句话告诉管服务器的人：${why}`,
    en: `The map could not be made ready. Try again; if that does not help, tell whoever keeps the server: ${why}.`,
  };
}

/** The row of the map with its key, made at the first start. */
export async function linkKeyOf(store: Store): Promise<string> {
  const known = await readState(store.database);
  if (known !== undefined) return known.link_key;
  await store.change(async (transaction) => {
    await makeState(transaction);
    return { reply: undefined, events: [] };
  });
  return (await readState(store.database))?.link_key ?? '';
}

/** When something was done and by whom. */
export function byWhom(clock: Clock, by: string): { readonly by: string; readonly at: string } {
  return { by, at: isoNow(clock) };
}
