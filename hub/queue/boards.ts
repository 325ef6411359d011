import { clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Board } from '../contract/index.ts';
import type { Logins } from '../fleet/logins.ts';
import type { Screens } from '../fleet/screens.ts';
import type { Boards } from '../hub.ts';
import type { Store } from '../store/store.ts';
import { newestSequence } from '../feed/append.ts';
import { buildBoard } from './board.ts';
import type { Lines } from './lines.ts';
import type { SitePlan } from './site-plan.ts';
import { callById, insertShown } from './storage.ts';

interface Made {
  readonly sequence: number;
  readonly minute: number;
  readonly board: Promise<Board>;
}

/** Boards of the waiting areas: each is made once for all its screens, until something happens. */
export class HubBoards implements Boards {
  readonly #parts: BoardParts;
  readonly #made = new Map<string, Made>();

  constructor(parts: BoardParts) {
    this.#parts = parts;
  }

  async board(areaId: string): Promise<Board | undefined> {
    const area = this.#parts.plan.area(areaId);
    if (area === undefined) return undefined;
    const now = this.#parts.clock.now();
    // The sequence is read before the tables: a board may know more than its sequence says, never less.
    const sequence = await newestSequence(this.#parts.store.database);
    // Sessions end and logins run out without an event, but on the minute.
    const minute = Math.floor(now / 60_000);
    const known = this.#made.get(areaId);
    if (known?.sequence !== sequence || known.minute !== minute) {
      const board = this.#make(areaId, sequence, now);
      this.#made.set(areaId, { sequence, minute, board });
      board.catch(() => this.#made.delete(areaId));
    }
    const board = await this.#made.get(areaId)?.board;
    return board === undefined ? undefined : { ...board, at: new Date(now).toISOString() };
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
    const { plan, store, clock } = this.#parts;
    const call = await callById(store.database, callId);
    const area = plan.site.screens.find(({ id }) => id === screenId)?.area;
    if (call === undefined || call.areaId !== area) return;
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

  async #make(areaId: string, sequence: number, now: number): Promise<Board> {
    const { plan, lines, store, logins } = this.#parts;
    const area = plan.area(areaId);
    if (area === undefined) throw new Error(`area ${areaId} is gone`);
    const desks = area.rooms.flatMap((room) => plan.desksInRoom(room.id).map(({ desk }) => desk.id));
    const queues = await lines.read(
      store.database,
      area.queues.map((queue) => queue.id),
    );
    return buildBoard({ plan, area, lines: queues, seated: await logins.seated(desks), sequence, now });
  }
}

export interface BoardParts {
  readonly plan: SitePlan;
  readonly lines: Lines;
  readonly store: Store;
  readonly clock: Clock;
  readonly logins: Logins;
  readonly screens: Screens;
}
