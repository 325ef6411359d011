import { blended, startingTime, type VisitTime } from './visit-time.ts';
import type { PastVisit } from './turns.ts';

/** How many of the last visits count, of a doctor and of a queue. */
const lastOfDoctor = 20;
const lastOfQueue = 100;

/** What is known of the visits of a queue. */
export interface Experience {
  /** What the hospital says of them; 0: nothing. Minutes. */
  readonly startMinutes: number;
  /** Those of today and of the days before, in any order. */
  readonly visits: readonly PastVisit[];
  /** Hour of the day at the site, 0–23. */
  readonly hourOf: (at: string) => number;
}

/**
 * How long the next visits take: this doctor's last ones at this hour, on top of the doctor's at any hour, on top of
 * everybody's in the queue, on top of what the hospital says. Undefined: nothing is known.
 */
export function visitTimeOf(
  { startMinutes, visits, hourOf }: Experience,
  next: { readonly workNo: string | undefined; readonly hour: number },
): VisitTime | undefined {
  const newestFirst = visits.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const ofDoctor = newestFirst.filter(({ workNo }) => workNo === next.workNo);
  const atHour = ofDoctor.filter(({ at }) => hourOf(at) === next.hour);
  const start = startMinutes === 0 ? undefined : startingTime(startMinutes);
  const layers = [newestFirst.slice(0, lastOfQueue), ofDoctor.slice(0, lastOfDoctor), atHour.slice(0, lastOfDoctor)];
  return layers.reduce(
    (known, layer) =>
      blended(
        known,
        layer.map(({ minutes }) => minutes),
      ),
    start,
  );
}
