import type { WayToRoom } from '@lobby/display/calls/screen-guide.ts';
import type { Board, GuidePlan } from '@lobby/hub/contract';
import type { GuideFiles } from '#lib/guide/guide-files.ts';
import { wayNow } from './way-now.ts';

/** By room. Rooms of which no answer has come are missing. */
type Ways = Readonly<Record<string, WayToRoom>>;

/** The building, and the ways from this screen in it. Plan null: no venue is published, or it has not come yet. */
export interface BuildingNow {
  readonly plan: GuidePlan | null;
  readonly ways: Ways;
}

interface Tools {
  readonly files: GuideFiles;
  /** Steady, milliseconds. */
  readonly now: () => number;
  /** Returns how to call it off. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
  readonly changed: (now: BuildingNow) => void;
}

/** What is missing is asked for again so long after, by the next board or by itself; by itself then later and later. Milliseconds. */
const askAgainAfter = 5_000;
const askAgainAtLatest = 60_000;

/** Keeps the plan and the ways of one screen as the hub has them, asked for ahead of need, and again until they are here. */
export class BuildingWatch {
  readonly #tools: Tools;
  #building: BuildingNow = { plan: null, ways: {} };
  #rooms: readonly string[] = [];
  /** Of each room the last answer, also of maps before: where a way was, its end is worth a word. */
  #last: Ways = {};
  /** Rooms that the hub is being asked about, on this map: each map has a set of its own. */
  #open = new Set<string>();
  /** Of the map that the hub has told of last; null: whatever it says when asked. */
  #told: string | null = null;
  #round = 0;
  #asked = -Infinity;
  #underWay = 0;
  #delay = askAgainAfter;
  #callOff: () => void = () => undefined;
  #isStopped = false;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** The hub has another map, or something of it is closed, open again or has moved. */
  hearOf(version: string): Promise<void> {
    this.#told = version;
    return this.#ask();
  }

  /** Asks for the map as it is now; what is shown stays until the new one is here. */
  refresh(): Promise<void> {
    this.#told = null;
    return this.#ask();
  }

  /** Rooms of a board that can call: their ways are here before they do. The first board asks for the map. */
  lookAhead(board: Board): void {
    const isDue = this.#underWay === 0 && this.#tools.now() - this.#asked > askAgainAfter;
    // A hub that has just started makes its map ready while it answers already.
    if (isDue && this.#isMissing()) void this.#ask();
    // The others call to nowhere, or show no way.
    if (board.kind !== 'area') return;
    const named = [...board.rooms, ...board.calls].map(({ room }) => room.id);
    if (named.every((room) => this.#rooms.includes(room))) return;
    this.#rooms = [...new Set(named)];
    void this.#work(() => this.#askMissing());
  }

  /** Asks for nothing any more by itself. */
  stop(): void {
    this.#isStopped = true;
    this.#callOff();
  }

  #ask(): Promise<void> {
    this.#asked = this.#tools.now();
    return this.#work(async () => {
      this.#round += 1;
      const round = this.#round;
      const home = await this.#tools.files.home();
      const isOther = home !== undefined && home.version !== (this.#building.plan?.version ?? null);
      const justAsked = isOther ? await this.#take(home.version, () => round === this.#round) : [];
      await this.#askMissing(justAsked);
    });
  }

  /**
   * The plan and the ways change together: no line is drawn over walls that are no more. Gives the rooms that the hub was
   * asked about.
   */
  async #take(version: string | null, isNewest: () => boolean): Promise<readonly string[]> {
    const rooms = version === null ? [] : this.#rooms;
    const answers = rooms.map(async (room) => ({ room, way: await this.#askFor(room) }));
    const [plan, ...ways] = await Promise.all([version === null ? null : this.#tools.files.plan(version), ...answers]);
    if (plan === undefined || !isNewest()) return rooms;
    this.#open = new Set();
    this.#show({ plan, ways: {} }, ways);
    return rooms;
  }

  /** Each by itself: a room whose answer does not come holds up no other. */
  async #askMissing(justAsked: readonly string[] = []): Promise<void> {
    if (this.#building.plan === null) return;
    const open = this.#open;
    const missing = this.#missingRooms().filter((room) => !open.has(room) && !justAsked.includes(room));
    const asked = missing.map(async (room) => {
      open.add(room);
      const way = await this.#askFor(room);
      open.delete(room);
      if (open === this.#open) this.#show(this.#building, [{ room, way }]);
    });
    await Promise.all(asked);
  }

  async #askFor(id: string): Promise<WayToRoom | undefined> {
    const reply = await this.#tools.files.way({ to: { of: 'room', id }, profile: 'default' });
    return reply && wayNow(reply, this.#last[id]);
  }

  #show({ plan, ways }: BuildingNow, found: readonly { room: string; way: WayToRoom | undefined }[]): void {
    const answered = found.flatMap(({ room, way }) => (way === undefined ? [] : [[room, way] as const]));
    const more = Object.fromEntries(answered);
    this.#last = { ...this.#last, ...more };
    this.#building = { plan, ways: { ...ways, ...more } };
    this.#tools.changed(this.#building);
  }

  #missingRooms(): readonly string[] {
    return this.#rooms.filter((room) => this.#building.ways[room] === undefined);
  }

  #isMissing(): boolean {
    const { plan } = this.#building;
    return plan === null || (this.#told !== null && plan.version !== this.#told) || this.#missingRooms().length > 0;
  }

  async #work(work: () => Promise<void>): Promise<void> {
    this.#underWay += 1;
    this.#callOff();
    await work().catch(() => undefined);
    this.#underWay -= 1;
    if (this.#underWay === 0) this.#wait();
  }

  /** On a quiet screen no board comes that would ask again. */
  #wait(): void {
    if (!this.#isMissing()) this.#delay = askAgainAfter;
    else if (!this.#isStopped) {
      this.#callOff = this.#tools.after(this.#delay, () => void this.#ask());
      this.#delay = Math.min(2 * this.#delay, askAgainAtLatest);
    }
  }
}
