/**
 * The hub's time, in milliseconds, counted on from when the page was made by what passes and not by the terminal's own
 * clock, which may be wrong, and may be set right while the page stands. Moves every second.
 */
export class HubTime {
  now = $state(0);

  constructor(hubNow: () => number) {
    this.now = hubNow();
    $effect(() => {
      const ahead = hubNow() - performance.now();
      const timer = setInterval(() => (this.now = performance.now() + ahead), 1000);
      return () => clearInterval(timer);
    });
  }
}
