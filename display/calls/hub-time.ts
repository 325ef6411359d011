/** The hub's time as a screen last heard it. A screen's own clock may be wrong; only how long ago it heard counts. */
export interface HubTime {
  /** The hub's time then, milliseconds since the epoch. */
  readonly at: number;
  /** The screen's steady clock then, milliseconds. */
  readonly heard: number;
}

/** Data older than this is shown grey, with the words. Milliseconds. */
export const oldAfter = 60_000;

/** Takes in a time that the hub said. One from before what is known is an older picture given again: ignored. */
export function hearTime(known: HubTime | undefined, at: string, steady: number): HubTime | undefined {
  const time = Date.parse(at);
  if (Number.isNaN(time) || (known !== undefined && time < known.at)) return known;
  return { at: time, heard: steady };
}

/** What time it is at the hub, milliseconds since the epoch. */
export function hubNow(time: HubTime, steady: number): number {
  return time.at + age(time, steady);
}

/** Milliseconds since the hub was last heard. */
export function age(time: HubTime, steady: number): number {
  return Math.max(0, steady - time.heard);
}

/** A time of day as a clock on the wall shows it, 24 hours, in the time zone of the site. */
export function timeOfDay(at: number, timeZone: string, precision: 'minutes' | 'seconds'): string {
  return formatter(timeZone, precision).format(at);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string, precision: 'minutes' | 'seconds'): Intl.DateTimeFormat {
  const key = `${timeZone} ${precision}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const digits = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const made = new Intl.DateTimeFormat('en-GB', precision === 'minutes' ? digits : { ...digits, second: '2-digit' });
  formatters.set(key, made);
  return made;
}
