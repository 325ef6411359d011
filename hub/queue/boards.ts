import { areasOfScreen, showsCall, type Screen } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Board, ScreenSettings } from '../contract/index.ts';
import type { Logins } from '../fleet/logins.ts';
import { settingsOfScreen } from '../fleet/screen-settings.ts';
import type { Screens } from '../fleet/screens.ts';
import type { Boards } from '../hub.ts';
import type { Store } from '../store/store.ts';
import { newestSequence } from '../feed/append.ts';
import type { Estimates } from './estimates/estimates.ts';
import { pictureOfArea, type AreaPicture } from './board.ts';
import { broadcastsOf } from './acts/broadcast.ts';
import { standingOfDesks } from './acts/standing-of-desks.ts';
import type { Lines } from './lines.ts';
import { silentSince } from './mirrored/silence.ts';
import { boardOfScreen } from './screen-board.ts';
import type { SitePlan } from './site-plan.ts';
import { callById, insertShown } from './storage.ts';

interface Made {
  readonly sequence: number;
  readonly minute: number;
  readonly picture: Promise<AreaPicture>;
}

/** Boards of the screens: the picture of an area is made once for all its screens, until something happens. */
export class HubBoards implements Boards {
  readonly #parts: BoardParts;
  readonly #made = new Map<string, Made>();

  constructor(parts: BoardParts) {
    this.#parts = parts;
  }

  board(areaId: string): Promise<Board | undefined> {
    if (this.#parts.plan.area(areaId) === undefined) return Promise.resolve(undefined);
    return this.#board({ id: areaId, kind: 'area', area: areaId, panel: '', hide: [], guide: 'none' }, '');
  }

  async ofScreen(screenId: string): Promise<Board | undefined> {
    const screen = this.#screen(screenId);
    const settings = this.settings(screenId);
    return screen === undefined || settings === undefined ? undefined : this.#board(screen, settings.version);
  }

  settings(screenId: string): ScreenSettings | undefined {
    const screen = this.#screen(screenId);
    const { site } = this.#parts.plan;
    if (screen === undefined || areasOfScreen(site, screen).length === 0) return undefined;
    return settingsOfScreen(site, screen);
  }

  /** How many numbers a queue has given in the clinic session that runs now. */
  async numbersGiven(queueId: string): Promise<number> {
    const { plan, lines, store, clock } = this.#parts;
    const now = clinicTimeOf(plan.site, clock.now());
    const line = (await lines.read(store.database, [queueId])).get(queueId);
    const given = line?.tickets.filter(
      ({ businessDate, session }) => businessDate === now.businessDate && session === now.session,
    );
    return given?.length ?? 0;
  }

  async shown(screenId: string, callId: string): Promise<void> {
    const { store, clock } = this.#parts;
    const call = await callById(store.database, callId);
    const screen = this.#screen(screenId);
    if (call === undefined || screen === undefined || !showsCall(screen, call)) return;
    await store.change(async (transaction) => {
      const first = await insertShown(transaction, { callId, screenId, at: isoNow(clock) });
      if (!first) return { reply: undefined, events: [] };
      const { ticketId, areaId, queueId, businessDate } = call;
      const body = { callId, ticketId, screenId };
      return { reply: undefined, events: [{ type: 'call.shown', businessDate, areaId, queueId, body }] };
    });
  }

  sound(screenId: string, sound: 'on' | 'muted'): Promise<void> {
    return this.#parts.screens.sound(screenId, sound);
  }

  #screen(screenId: string): Screen | undefined {
    return this.#parts.plan.site.screens.find(({ id }) => id === screenId);
  }

  async #board(screen: Screen, settings: string): Promise<Board> {
    const { plan, store, clock } = this.#parts;
    const now = clock.now();
    // The sequence is read before the tables: a board may know more than its sequence says, never less.
    const sequence = await newestSequence(store.database);
    const areas = areasOfScreen(plan.site, screen);
    const pictures = await Promise.all(areas.map(({ id }) => this.#pictureOf(id, sequence, now)));
    return boardOfScreen({ plan, screen, pictures, sequence, now, settings });
  }

  #pictureOf(areaId: string, sequence: number, now: number): Promise<AreaPicture> {
    // Sessions end and logins run out without an event, but on the minute.
    const minute = Math.floor(now / 60_000);
    const known = this.#made.get(areaId);
    if (known?.sequence === sequence && known.minute === minute) return known.picture;
    const picture = this.#make(areaId, now);
    this.#made.set(areaId, { sequence, minute, picture });
    picture.catch(() => this.#made.delete(areaId));
    return picture;
  }

  async #make(areaId: string, now: number): Promise<AreaPicture> {
    const { plan, lines, store, logins, estimates } = this.#parts;
    const area = plan.area(areaId);
    if (area === undefined) throw new Error(`area ${areaId} is gone`);
    const desks = area.rooms.flatMap((room) => plan.desksInRoom(room.id).map(({ desk }) => desk.id));
    const queues = await lines.read(
      store.database,
      area.queues.map((queue) => queue.id),
    );
    const seated = await logins.seated(desks);
    const at = new Date(now).toISOString();
    const standing = await standingOfDesks(store.database, plan, areaId);
    const notices = await broadcastsOf(store.database, areaId, at);
    const waits = await estimates.forNewcomers([...queues.keys()]);
    const silent = await silentSince(store.database, { area, now, silentSeconds: plan.site.mirrored.silentSeconds });
    const picture = pictureOfArea({ plan, area, lines: queues, seated, standing, waits, notices, now });
    return { ...picture, silentSince: silent };
  }
}

export interface BoardParts {
  readonly plan: SitePlan;
  readonly lines: Lines;
  readonly store: Store;
  readonly clock: Clock;
  readonly logins: Logins;
  readonly screens: Screens;
  readonly estimates: Pick<Estimates, 'forNewcomers'>;
}
