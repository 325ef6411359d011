import type { ScreenGuide, WayToRoom } from '@lobby/display/calls/screen-guide.ts';
import type { Board, GuidePlan } from '@lobby/hub/contract';
import { GuideFiles } from '#lib/guide/guide-files.ts';
import { BuildingWatch, type BuildingNow } from './building-watch.ts';

/** The building as one screen shows it: its plan, and the ways from here to the rooms that call. */
export class ScreenWays implements ScreenGuide {
  readonly picture: 'building' | 'plan';
  readonly loadMesh = (levelId: string): Promise<ArrayBuffer> => this.#files.mesh(this.plan, levelId);
  readonly #here = $derived.by(() => this.#standsHere());
  readonly #screenId: string;
  readonly #files = new GuideFiles();
  #building = $state.raw<BuildingNow>({ plan: null, ways: {} });
  readonly #watch = new BuildingWatch({
    files: this.#files,
    now: () => performance.now(),
    after: (milliseconds, then) => {
      const timer = setTimeout(then, milliseconds);
      return () => clearTimeout(timer);
    },
    changed: (building) => (this.#building = building),
  });

  constructor(screenId: string, picture: 'building' | 'plan') {
    this.#screenId = screenId;
    this.picture = picture;
  }

  get plan(): GuidePlan | null {
    return this.#building.plan;
  }

  get heading(): number {
    return this.#here.heading;
  }

  get ordinal(): number {
    return this.#here.ordinal;
  }

  wayTo(roomId: string): WayToRoom {
    return this.#building.ways[roomId] ?? { of: 'none' };
  }

  /** The hub has another map, or something of it is closed, open again or has moved. */
  hearOf(version: string): Promise<void> {
    return this.#watch.hearOf(version);
  }

  /** Asks for the map as it is now; what is shown stays until the new one is here. */
  refresh(): Promise<void> {
    return this.#watch.refresh();
  }

  lookAhead(board: Board): void {
    this.#watch.lookAhead(board);
  }

  stop(): void {
    this.#watch.stop();
  }

  #standsHere(): { readonly heading: number; readonly ordinal: number } {
    for (const { level, kiosks } of this.plan?.levels ?? [])
      for (const { device, heading } of kiosks)
        if (device?.kind === 'screen' && device.id === this.#screenId)
          return { heading: heading ?? 0, ordinal: level.ordinal };
    return { heading: 0, ordinal: 0 };
  }
}
