import type { ScreenSound } from '@lobby/config';

/** How loud a screen is at a time of day, 0 to 1; at 0 it is not heard. `minutes`: since midnight at the site. */
export function loudnessAt({ volume, quietHours }: ScreenSound, minutes: number): number {
  const quiet = quietHours.filter(({ from, to }) => isWithin(minutes, minutesOf(from), minutesOf(to)));
  return Math.min(volume, ...quiet.map((hours) => hours.volume));
}

/** Minutes since midnight of a time such as 08:57. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Hours that end before they begin go past midnight. */
function isWithin(now: number, from: number, to: number): boolean {
  return from < to ? now >= from && now < to : now >= from || now < to;
}
