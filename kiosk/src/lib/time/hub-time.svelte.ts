/** The hub's time, in milliseconds, kept by the browser's own clock from when the page was made. Moves every second. */
export class HubTime {
  now = $state(0);

  constructor(hubNow: () => number) {
    this.now = hubNow();
    $effect(() => {
      const ahead = hubNow() - Date.now();
      const timer = setInterval(() => (this.now = Date.now() + ahead), 1000);
      return () => clearInterval(timer);
    });
  }
}
