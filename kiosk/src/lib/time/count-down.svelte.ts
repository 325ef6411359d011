/**
 * Whole seconds until something happens by itself, counted for the eye from when the component appears. What happens,
 * and when, is the flow's affair. `milliseconds`: asked anew, and counted from there, when what it depends on changes.
 */
export class CountDown {
  seconds = $state(0);

  constructor(milliseconds: () => number) {
    $effect.pre(() => {
      this.seconds = Math.round(milliseconds() / 1000);
    });
    $effect(() => {
      milliseconds();
      const timer = setInterval(() => (this.seconds = Math.max(0, this.seconds - 1)), 1000);
      return () => clearInterval(timer);
    });
  }
}
