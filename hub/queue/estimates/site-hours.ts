/** Hours of the day of a zone, fast: each hour of the world is looked up once. */
export class SiteHours {
  readonly #timeZone: string;
  readonly #known = new Map<number, number>();

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  hourOf(at: number): number {
    // Quarters of an hour are the smallest differences between zones.
    const quarter = Math.floor(at / 900_000);
    const known = this.#known.get(quarter);
    if (known !== undefined) return known;
    const hour = Temporal.Instant.fromEpochMilliseconds(quarter * 900_000).toZonedDateTimeISO(this.#timeZone).hour;
    this.#known.set(quarter, hour);
    return hour;
  }
}
