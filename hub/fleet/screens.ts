import { areasOfScreen, showsCall, soundOfScreen, type CallPlace, type Screen, type Site } from '@lobby/config';
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

  /** The screens that have to show a call to one of these places, as its desk sees them. */
  async showing(places: readonly CallPlace[]): Promise<DeskView['screens']> {
    const screens = this.#site.screens.filter((screen) => places.some((place) => showsCall(screen, place)));
    const ids = screens.map(({ id }) => id);
    const rows = new Map((await screenRows(this.#store.database, ids)).map((row) => [row.screen_id, row]));
    return screens.flatMap((screen): DeskView['screens'] => {
      const row = rows.get(screen.id);
      const screenId = screen.id;
      // A door whose screen has never been there has none yet; an area without its screen is in trouble.
      if (row === undefined && screen.kind === 'door') return [];
      if (row === undefined || row.connected === 0) return [{ screenId, state: 'away' }];
      return [{ screenId, state: row.sound === 'on' || this.#isSilent(screen) ? 'on' : 'muted' }];
    });
  }

  /** Those of the places whose calls some screen would sound now. */
  async heardAt(places: readonly CallPlace[]): Promise<readonly CallPlace[]> {
    const loud = this.#site.screens.filter((screen) => !this.#isSilent(screen));
    const screens = loud.filter((screen) => places.some((place) => showsCall(screen, place)));
    const rows = await screenRows(
      this.#store.database,
      screens.map(({ id }) => id),
    );
    const sounding = new Set(
      rows.filter((row) => row.connected === 1 && row.sound === 'on').map((row) => row.screen_id),
    );
    return places.filter((place) => screens.some((screen) => sounding.has(screen.id) && showsCall(screen, place)));
  }

  /** Waits until what was reported so far is stored. */
  async settle(): Promise<void> {
    await this.#changes;
  }

  async #change(screenId: string, change: { readonly connected?: boolean; readonly sound?: Sound }): Promise<void> {
    const screen = this.#site.screens.find(({ id }) => id === screenId);
    if (screen === undefined) return;
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
      // What the lobby shows is no desk's concern.
      const areaId = screen.kind === 'lobby' ? null : (areasOfScreen(this.#site, screen)[0]?.id ?? null);
      return { reply: undefined, events: [{ type: 'screen.changed', businessDate, areaId, queueId: null, body }] };
    });
  }

  /** A screen that is never heard need not be allowed to sound. */
  #isSilent(screen: Screen): boolean {
    return soundOfScreen(this.#site, screen).volume === 0;
  }
}
