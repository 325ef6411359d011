import type { Site } from '@lobby/config';
import type { WalkGraph } from '@lobby/maps/graph/walk-graph.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { ReportLine, Words } from '../contract/index.ts';
import type { Store } from '../store/store.ts';
import type { GuideStateRow } from '../store/guide-tables.ts';
import { CompileBeside } from './compile-beside.ts';
import type { Compiled, CompileReply, CompileWish, ReadyWays } from './compile.ts';
import { withMoves, type Move } from './moves.ts';
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
}

/** What is kept of the map besides the ways. */
export interface Kept {
  readonly opened: OpenedVenue | undefined;
  readonly changes: readonly StoredChange[];
  readonly trouble: Words | null;
}

/**
 * Keeps the map in memory as the database says that it is. Whatever is published, closed or moved, at whichever hub
 * server, is made ready beside the hub and then takes the place of what served until then, all at once.
 */
export class MapKeeper {
  readonly #parts: KeeperParts;
  readonly #beside = new CompileBeside();
  readonly #listeners = new Set<() => void>();
  #serving: Serving | undefined;
  #opened: OpenedVenue | undefined;
  /** The ways that were made ready last. */
  #ready: (ReadyWays & { readonly of: string; readonly closed: ReadonlySet<string> }) | undefined;
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

  compile(wish: CompileWish): Promise<CompileReply> {
    return this.#beside.compile(wish);
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

  /** To be called in line, after a venue was committed that is ready already; then it need not be opened again. */
  async takeOver(
    stored: StoredVenue,
    {
      opened,
      ...ways
    }: ReadyWays & {
      readonly opened: NonNullable<Compiled['opened']>;
      readonly closed: ReadonlySet<string>;
    },
  ): Promise<void> {
    this.#opened = openedOf(stored, opened);
    this.#ready = { of: stored.id, ...ways };
    await this.#readAgain();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#beside.close();
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
    const ready = await this.#readyWays(state.venue_id, closedIn(changes));
    if (this.#closed || ready === undefined || this.#opened === undefined) return;
    this.#changes = changes;
    this.#trouble = null;
    this.#serve(version, this.#opened.graph, ready);
  }

  /** Undefined: they could not be made ready; what served until now goes on. */
  async #readyWays(venueId: string, closed: ReadonlySet<string>): Promise<ReadyWays | undefined> {
    const ready = this.#ready;
    if (ready?.of === venueId && isSame(ready.closed, closed)) return ready;
    const isOpened = this.#opened?.stored.id === venueId;
    const stored = isOpened ? undefined : await readVenue(this.#parts.store.database, venueId);
    const from = stored ?? this.#opened;
    if (from === undefined) return undefined;
    const reply = await this.compile({ from, closed });
    if (!reply.ok) {
      this.#trouble = unusable(reply.message);
      if (!this.#closed) this.#parts.onTrouble(new Error(reply.message));
      return undefined;
    }
    if (stored !== undefined && reply.opened !== null) this.#opened = openedOf(stored, reply.opened);
    const { weights, trees, meshes } = reply;
    this.#ready = { of: venueId, closed, weights, trees, meshes };
    return this.#ready;
  }

  #serve(version: string, opened: WalkGraph, { weights, trees, meshes }: ReadyWays): void {
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
      meshes,
      ...tablesOf(venue),
    };
    for (const listener of this.#listeners) listener();
  }
}

function openedOf(stored: StoredVenue, opened: NonNullable<Compiled['opened']>): OpenedVenue {
  const { id, name, publishedAt, publishedBy, archive } = stored;
  return { stored: { id, name, publishedAt, publishedBy, bytes: archive.length }, ...opened };
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

export function movesIn(changes: readonly StoredChange[]): readonly Move[] {
  return changes.flatMap(({ change }) =>
    change.change === 'moved' ? [{ occupant: change.occupant, unit: change.unit }] : [],
  );
}

/** What an importer says is for people who make maps, and in English. */
export function unusable(message: string): Words {
  return { zh: `这份地图不能用。请把这句话告诉制图的人：${message}`, en: message };
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
