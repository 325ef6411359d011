import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { ChangeGuide, ChangeReply, PublishReply, PublishVenue } from '../contract/index.ts';
import type { NewEvent } from '../feed/append.ts';
import { noticeTo } from '../fleet/terminal-notices.ts';
import type { KeyedWrite, Store } from '../store/store.ts';
import { applies } from './changes-in-words.ts';
import { deviceTrouble } from './devices-on-map.ts';
import { firstVenue, type FirstVenue } from './first-venue.ts';
import { byWhom, unusable, versionOf, type MapKeeper } from './map-keeper.ts';
import {
  digestOf,
  endChange,
  forgetUpload,
  holdMap,
  keepChange,
  keepPiece,
  keepVenue,
  readState,
  readUpload,
  readVenueMark,
  type StoredVenue,
} from './storage.ts';

export interface MapDeskParts {
  /** As its settings have it: devices that came with loaded data are on nobody's map. */
  readonly configured: Site;
  /** The site as it is now. */
  readonly site: Site;
  /** Of the site's settings; undefined: only venues that ship are found. */
  readonly folder: string | undefined;
  readonly store: Store;
  readonly clock: Clock;
  readonly keeper: MapKeeper;
}

/** Who published the venue of the settings. */
const bySettings = 'settings';

/** What operators do with the map: publish another, close and open, move and take back. */
export class MapDesk {
  readonly #parts: MapDeskParts;

  constructor(parts: MapDeskParts) {
    this.#parts = parts;
  }

  async keepPiece(piece: {
    readonly upload: string;
    readonly number: number;
    readonly bytes: Uint8Array;
  }): Promise<void> {
    const { store, clock } = this.#parts;
    await keepPiece(store.database, { ...piece, at: isoNow(clock) });
  }

  async publish(by: string, { key, ...wish }: PublishVenue): Promise<PublishReply> {
    const { store } = this.#parts;
    const write = { actor: `staff:${by}`, operation: 'guide.publish', key, request: wish };
    const before = await store.replyTo<PublishReply>(write);
    if (before !== undefined) return before.reply;
    const archive = await readUpload(store.database, wish.upload, wish.pieces);
    if (archive === undefined) return piecesMissing;
    const reply = await this.#publish(by, { name: wish.name, archive, corrections: null }, write);
    if (reply.ok) await forgetUpload(store.database, wish.upload);
    return reply;
  }

  /** Publishes the venue of the settings where none is published, or where the settings have another one by now. */
  async publishFirst(): Promise<void> {
    const { configured, folder, store } = this.#parts;
    if (configured.guide.venue === undefined) return;
    const state = await readState(store.database);
    const mark = state?.venue_id ? await readVenueMark(store.database, state.venue_id) : undefined;
    if (mark !== undefined && mark.published_by !== bySettings) return;
    const first = await firstVenue(configured, folder);
    const digest = first && digestOf(first.archive, first.corrections);
    if (first === undefined || digest === mark?.digest) return;
    const reply = await this.#publish(bySettings, first, {
      actor: bySettings,
      operation: 'guide.publish',
      key: `settings-${digest?.slice(0, 40)}`,
      request: {},
    });
    if (!reply.ok) throw new Error(`The venue of the settings was not published: ${reply.said.en}`);
  }

  async change(by: string, { key, ...wish }: ChangeGuide): Promise<ChangeReply> {
    const { store, clock, keeper } = this.#parts;
    const write = { actor: `staff:${by}`, operation: 'guide.change', key, request: wish };
    const before = await store.replyTo<ChangeReply>(write);
    if (before !== undefined) return before.reply;
    const refusal = this.#refusal(wish);
    if (refusal !== undefined) return { ok: false, reason: refusal };
    const reply = await store.write<ChangeReply>(write, async (transaction) => {
      const state = await holdMap(transaction);
      const keep = wish.do === 'make' ? keepChange : endChange;
      await keep(transaction, wish.change, byWhom(clock, by));
      const version = versionOf(state);
      return { reply: { ok: true, version }, events: this.#events(version), keep: true };
    });
    await keeper.refresh();
    return reply;
  }

  #refusal({ do: verb, change }: Omit<ChangeGuide, 'key'>): Extract<ChangeReply, { ok: false }>['reason'] | undefined {
    const { serving } = this.#parts.keeper;
    if (serving === undefined) return 'no-venue';
    // What the map does not have any more can still be taken back.
    if (verb === 'take-back' || applies(serving, change)) return undefined;
    return change.change === 'moved' ? 'cannot-move' : 'feature-unknown';
  }

  async #publish(by: string, venue: FirstVenue, write: KeyedWrite): Promise<PublishReply> {
    const { configured, keeper } = this.#parts;
    const compiled = await keeper.compile(venue);
    if (!compiled.ok)
      return { ok: false, reason: 'venue-unusable', said: unusable(compiled), report: [...compiled.report] };
    const trouble = deviceTrouble(compiled.graph.venue, configured);
    if (trouble !== undefined) return { ok: false, ...trouble, report: [...compiled.report] };
    // In line: whoever hears of it finds it ready.
    return keeper.inLine(async () => {
      const { reply, stored } = await this.#commit(by, venue, write);
      if (stored !== undefined) await keeper.takeOver(stored, compiled);
      return reply;
    });
  }

  /** `stored`: undefined when the key was used for it before. */
  async #commit(
    by: string,
    venue: FirstVenue,
    write: KeyedWrite,
  ): Promise<{ readonly reply: PublishReply; readonly stored: StoredVenue | undefined }> {
    const { store, clock } = this.#parts;
    const kept = { ...venue, publishedAt: isoNow(clock), publishedBy: by };
    let stored: StoredVenue | undefined;
    const reply = await store.write<PublishReply>(write, async (transaction) => {
      const { revision } = await holdMap(transaction);
      const id = await keepVenue(transaction, kept);
      stored = { ...kept, id };
      const version = versionOf({ venue_id: id, revision });
      return { reply: { ok: true, version }, events: this.#events(version), keep: true };
    });
    return { reply, stored };
  }

  #events(version: string): readonly NewEvent[] {
    const { site, clock } = this.#parts;
    const { businessDate } = clinicTimeOf(site, clock.now());
    const changed = { type: 'guide.changed', businessDate, areaId: null, queueId: null, body: { version } } as const;
    const notice = { type: 'guide.changed', body: { version } } as const;
    return [changed, ...site.terminals.map(({ id }) => noticeTo({ terminalId: id, businessDate, notice }))];
  }
}

const piecesMissing: PublishReply = {
  ok: false,
  reason: 'venue-pieces-missing',
  said: {
    zh: '文件没有传完，没有发布。请再传一次。',
    en: 'The file did not arrive whole; nothing was published. Please send it again.',
  },
  report: [],
};
