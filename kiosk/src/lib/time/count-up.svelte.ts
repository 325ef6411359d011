/** Whole seconds that have passed, counted for the eye; begins with those that had passed when the component appeared. */
export class CountUp {
  seconds = $state(0);

  constructor(passedMilliseconds: number) {
    this.seconds = Math.round(passedMilliseconds / 1000);
    $effect(() => {
      const timer = setInterval(() => (this.seconds += 1), 1000);
      return () => clearInterval(timer);
    });
  }
}
