import { followFeed } from '#lib/feed/follow-feed.ts';
import type { FleetView } from '@lobby/hub/contract';

/** What an operator's page knows: the newest fleet, and how old that is. */
export class OperatorState {
  fleet: FleetView;
  lost = $state(false);
  /** This browser's time, in milliseconds, told every second. */
  #tick = $state(Date.now());
  /** The hub's time when it last said anything, and this browser's then. Milliseconds. */
  #heard = $state.raw<{ readonly hub: number; readonly here: number }>();
  readonly #reload: () => void;

  /** `reload`: accounts or badges changed, or nobody is logged in any more. */
  constructor(fleet: FleetView, reload: () => void) {
    this.fleet = $state.raw(fleet);
    this.#reload = reload;
    this.#hear(fleet.at);
  }

  /** The hub's time now, in milliseconds. */
  get now(): number {
    const heard = this.#heard;
    return heard === undefined ? this.#tick : heard.hub + Math.max(0, this.#tick - heard.here);
  }

  /** When the hub last said anything, in its own time. */
  get heardAt(): number {
    return this.#heard?.hub ?? this.#tick;
  }

  /** Follows the hub until the returned function is called. */
  follow(): () => void {
    const leave = followFeed('/api/operator/feed', {
      fleet: (fleet) => {
        this.#hear(fleet.at);
        if (fleet.at >= this.fleet.at) this.fleet = fleet;
      },
      event: ({ type, at }) => {
        this.#hear(at);
        if (type === 'staff.changed') this.#reload();
      },
      beat: (at) => this.#hear(at),
      state: (state) => {
        this.lost = state === 'lost';
        if (this.lost) this.#reload();
      },
    });
    const tick = setInterval(() => void (this.#tick = Date.now()), 1_000);
    return () => {
      leave();
      clearInterval(tick);
    };
  }

  #hear(at: string): void {
    this.#heard = { hub: Date.parse(at), here: Date.now() };
    this.#tick = Date.now();
  }
}
