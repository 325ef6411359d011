import type { ScreenGuide } from '@lobby/display/calls/screen-guide.ts';
import type { Board, GuidePlan, GuideWay } from '@lobby/hub/contract';
import { GuideFiles } from '#lib/guide/guide-files.ts';

type Ways = Readonly<Record<string, GuideWay | null>>;

/** A board that comes so long after no map was found asks for it again. Milliseconds. */
const askAgainAfter = 5_000;

/** The building as one screen shows it: its plan, and the ways from here to the rooms that call, asked for ahead of need. */
export class ScreenWays implements ScreenGuide {
  plan = $state.raw<GuidePlan | null>(null);
  readonly heading = $derived.by(() => this.#headingHere());
  readonly picture: 'building' | 'plan';
  readonly loadMesh = (levelId: string): Promise<ArrayBuffer> => this.#files.mesh(this.plan, levelId);
  readonly #screenId: string;
  readonly #files = new GuideFiles();
  /** By room; null: there is none. */
  #ways = $state.raw<Ways>({});
  #rooms: readonly string[] = [];
  #asked = -Infinity;
  #line: Promise<void> = Promise.resolve();

  constructor(screenId: string, picture: 'building' | 'plan') {
    this.#screenId = screenId;
    this.picture = picture;
  }

  wayTo(roomId: string): GuideWay | null {
    return this.#ways[roomId] ?? null;
  }

  /** Asks for the map as it is now; what is shown stays until the new one is here. */
  refresh(): Promise<void> {
    this.#asked = performance.now();
    return this.#inLine(async () => {
      const home = await this.#files.home();
      if (home === undefined || home.version === this.plan?.version) return;
      const plan = home.version === null ? null : await this.#files.plan(home.version);
      if (plan === undefined) return;
      const ways = plan === null ? {} : await this.#askAll(this.#rooms);
      this.#ways = ways;
      this.plan = plan;
    });
  }

  /** Rooms of a board that can call: their ways are here before they do. */
  lookAhead(board: Board): void {
    // A hub that has just started makes its map ready while it answers already.
    if (this.plan === null && performance.now() - this.#asked > askAgainAfter) void this.refresh();
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

  async #askAll(rooms: readonly string[]): Promise<Ways> {
    const ways: Record<string, GuideWay | null> = {};
    for (const id of rooms) {
      const reply = await this.#files.way({ to: { of: 'room', id }, profile: 'default' });
      if (reply !== undefined) ways[id] = reply.ok ? reply.way : null;
    }
    return ways;
  }

  #inLine(work: () => Promise<void>): Promise<void> {
    this.#line = this.#line.then(work).catch(() => undefined);
    return this.#line;
  }

  #headingHere(): number {
    const kiosks = this.plan?.levels.flatMap((level) => level.kiosks) ?? [];
    return kiosks.find(({ device }) => device?.kind === 'screen' && device.id === this.#screenId)?.heading ?? 0;
  }
}
