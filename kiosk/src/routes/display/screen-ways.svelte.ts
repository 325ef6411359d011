import type { ScreenGuide, WayToRoom } from '@lobby/display/calls/screen-guide.ts';
import type { Board, GuidePlan } from '@lobby/hub/contract';
import { GuideFiles } from '#lib/guide/guide-files.ts';
import { wayNow } from './way-now.ts';

type Ways = Readonly<Record<string, WayToRoom>>;

/** A board that comes so long after no map was found, or an old one, asks for it again. Milliseconds. */
const askAgainAfter = 5_000;

/** The building as one screen shows it: its plan, and the ways from here to the rooms that call, asked for ahead of need. */
export class ScreenWays implements ScreenGuide {
  plan = $state.raw<GuidePlan | null>(null);
  readonly picture: 'building' | 'plan';
  readonly loadMesh = (levelId: string): Promise<ArrayBuffer> => this.#files.mesh(this.plan, levelId);
  readonly #here = $derived.by(() => this.#standsHere());
  readonly #screenId: string;
  readonly #files = new GuideFiles();
  /** By room. */
  #ways = $state.raw<Ways>({});
  #rooms: readonly string[] = [];
  #asked = -Infinity;
  /** Of the map that the hub has told of last; null: it has told of none since this page was opened. */
  #told: string | null = null;
  #line: Promise<void> = Promise.resolve();

  constructor(screenId: string, picture: 'building' | 'plan') {
    this.#screenId = screenId;
    this.picture = picture;
  }

  get heading(): number {
    return this.#here.heading;
  }

  get ordinal(): number {
    return this.#here.ordinal;
  }

  wayTo(roomId: string): WayToRoom {
    return this.#ways[roomId] ?? { of: 'none' };
  }

  /** The hub has another map, or something of it is closed, open again or has moved. */
  hearOf(version: string): Promise<void> {
    this.#told = version;
    return this.refresh();
  }

  /** Asks for the map as it is now; what is shown stays until the new one is here. */
  refresh(): Promise<void> {
    this.#asked = performance.now();
    return this.#inLine(async () => {
      const home = await this.#files.home();
      if (home === undefined || home.version === this.plan?.version) return;
      const [plan, ways] = await Promise.all([
        home.version === null ? null : this.#files.plan(home.version),
        home.version === null ? {} : this.#askAll(this.#rooms),
      ]);
      if (plan === undefined) return;
      this.#ways = ways;
      this.plan = plan;
    });
  }

  /** Rooms of a board that can call: their ways are here before they do. */
  lookAhead(board: Board): void {
    // A hub that has just started makes its map ready while it answers already.
    if (this.#isBehind() && performance.now() - this.#asked > askAgainAfter) void this.refresh();
    const named = [...board.rooms, ...board.calls].map(({ room }) => room.id);
    const rooms = named.filter((room, index) => named.indexOf(room) === index);
    if (board.kind !== 'area' && board.kind !== 'service') return;
    if (rooms.every((room) => this.#rooms.includes(room))) return;
    this.#rooms = rooms;
    if (this.plan === null) return;
    void this.#inLine(async () => {
      const missing = rooms.filter((room) => this.#ways[room] === undefined);
      this.#ways = { ...this.#ways, ...(await this.#askAll(missing)) };
    });
  }

  /** What is known of a room whose answer does not come stays known no longer. */
  async #askAll(rooms: readonly string[]): Promise<Ways> {
    const before = this.#ways;
    const asked = rooms.map(async (id) => {
      const reply = await this.#files.way({ to: { of: 'room', id }, profile: 'default' });
      return reply === undefined ? [] : [[id, wayNow(reply, before[id])] as const];
    });
    return Object.fromEntries((await Promise.all(asked)).flat());
  }

  #isBehind(): boolean {
    return this.plan === null || (this.#told !== null && this.plan.version !== this.#told);
  }

  #inLine(work: () => Promise<void>): Promise<void> {
    this.#line = this.#line.then(work).catch(() => undefined);
    return this.#line;
  }

  #standsHere(): { readonly heading: number; readonly ordinal: number } {
    for (const { level, kiosks } of this.plan?.levels ?? [])
      for (const { device, heading } of kiosks)
        if (device?.kind === 'screen' && device.id === this.#screenId)
          return { heading: heading ?? 0, ordinal: level.ordinal };
    return { heading: 0, ordinal: 0 };
  }
}
