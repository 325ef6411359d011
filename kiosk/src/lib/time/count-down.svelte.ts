/**
 * Whole seconds until something happens by itself, counted for the eye from when the component appears. What happens,
 * and when, is the flow's affair.
 */
export class CountDown {
  seconds = $state(0);

  constructor(milliseconds: number) {
    this.seconds = Math.round(milliseconds / 1000);
    $effect(() => {
      const timer = setInterval(() => (this.seconds = Math.max(0, this.seconds - 1)), 1000);
      return () => clearInterval(timer);
    });
  }
}
