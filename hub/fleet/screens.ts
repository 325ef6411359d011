import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { DeskView } from '../contract/index.ts';
import type { Store } from '../store/store.ts';
import { disconnectScreens, putScreenRow, screenRows } from './storage.ts';

type Sound = 'on' | 'muted';

/** Which calling screens are connected and may sound. */
export class Screens {
  readonly #site: Site;
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #hubId: string;
  readonly #onTrouble: (error: unknown) => void;
  /** Open streams of each screen at this hub server: the same screen may be open in two windows. */
  readonly #streams = new Map<string, number>();
  #changes: Promise<void> = Promise.resolve();

  constructor(parts: {
    readonly site: Site;
    readonly store: Store;
    readonly clock: Clock;
    readonly hubId: string;
    readonly onTrouble: (error: unknown) => void;
  }) {
    this.#site = parts.site;
    this.#store = parts.store;
    this.#clock = parts.clock;
    this.#hubId = parts.hubId;
    this.#onTrouble = parts.onTrouble;
  }

  /** On SQLite this is the only hub server: whoever was connected before it started is not any more. */
  async start(): Promise<void> {
    if (this.#store.kind === 'sqlite') await disconnectScreens(this.#store.database);
  }

  connected(screenId: string, connected: boolean): void {
    const before = this.#streams.get(screenId) ?? 0;
    const streams = Math.max(0, before + (connected ? 1 : -1));
    this.#streams.set(screenId, streams);
    if (before > 0 === streams > 0) return;
    this.#changes = this.#changes
      .then(() => this.#change(screenId, { connected: streams > 0 }))
      .catch((error: unknown) => this.#onTrouble(error));
  }

  async sound(screenId: string, sound: Sound): Promise<void> {
    await this.#changes;
    await this.#change(screenId, { sound });
  }

  /** Screens of an area as its desks see them. */
  async ofArea(areaId: string): Promise<DeskView['screens']> {
    const ids = this.#site.screens.filter((screen) => screen.area === areaId).map((screen) => screen.id);
    const rows = new Map((await screenRows(this.#store.database, ids)).map((row) => [row.screen_id, row]));
    return ids.map((screenId) => {
      const row = rows.get(screenId);
      if (row === undefined || row.connected === 0) return { screenId, state: 'away' };
      return { screenId, state: row.sound === 'on' ? 'on' : 'muted' };
    });
  }

  /** Waits until what was reported so far is stored. */
  async settle(): Promise<void> {
    await this.#changes;
  }

  async #change(screenId: string, change: { readonly connected?: boolean; readonly sound?: Sound }): Promise<void> {
    const area = this.#site.screens.find((screen) => screen.id === screenId)?.area;
    if (area === undefined) return;
    await this.#store.change(async (transaction) => {
      const [row] = await screenRows(transaction, [screenId]);
      const connected = change.connected ?? row?.connected === 1;
      // A browser stays mute until it says otherwise.
      const sound = change.sound ?? (change.connected === true ? 'muted' : (row?.sound ?? 'muted'));
      // Another hub server has the screen by now: its streams count, not the one that ended here.
      const elsewhere = change.connected === false && row !== undefined && row.hub_id !== this.#hubId;
      const hub = change.connected === true ? this.#hubId : (row?.hub_id ?? this.#hubId);
      const same = row?.connected === Number(connected) && row.sound === sound;
      if (elsewhere || (same && row.hub_id === hub)) return { reply: undefined, events: [] };
      const at = isoNow(this.#clock);
      await putScreenRow(transaction, { screen_id: screenId, connected: Number(connected), sound, hub_id: hub, at });
      if (same) return { reply: undefined, events: [] };
      const { businessDate } = clinicTimeOf(this.#site, this.#clock.now());
      const body = { screenId, connected, sound };
      return {
        reply: undefined,
        events: [{ type: 'screen.changed', businessDate, areaId: area, queueId: null, body }],
      };
    });
  }
}
