import { instantOfWallTime, startOfCalendarDay } from '../business-date.ts';
import type { Lane } from '../contract/index.ts';
import type { QueuePlace } from '../queue/site-plan.ts';

/** What the rules of a queue say about checking in for a slot now. `opensAt` is ISO, UTC. */
export type CheckInWindow =
  | { readonly state: 'too-early' | 'too-late'; readonly opensAt: string }
  | { readonly state: 'open'; readonly opensAt: string; readonly late: boolean; readonly lane: Lane };

const minute = 60_000;

/** Opens as the queue says, is late once the grace after the end of the slot is over, closes some time after. */
export function checkInWindow(
  rules: QueuePlace['checkIn'],
  slot: { readonly start: string; readonly end: string },
  now: number,
): CheckInWindow {
  const { checkIn, late } = rules;
  const opens = opensAtOf(rules, slot.start);
  const opensAt = new Date(opens).toISOString();
  // Without a check-in a number waits from the start, and nobody is early or late.
  if (!checkIn.required) return { state: 'open', opensAt, late: false, lane: 'normal' };
  const end = Date.parse(slot.end);
  if (now < opens) return { state: 'too-early', opensAt };
  const overGrace = now > end + late.graceMinutes * minute;
  if (now > end + checkIn.closesMinutesAfter * minute) return { state: 'too-late', opensAt };
  if (overGrace && late.place.rule === 'void') return { state: 'too-late', opensAt };
  const isLate = overGrace && late.place.rule !== 'as-normal';
  return { state: 'open', opensAt, late: isLate, lane: isLate ? 'late' : 'normal' };
}

function opensAtOf({ checkIn, timeZone }: QueuePlace['checkIn'], slotStart: string): number {
  const { opens } = checkIn;
  const start = Date.parse(slotStart);
  switch (opens.rule) {
    case 'minutes-before':
      return start - opens.minutes * minute;
    case 'any-time':
      return Date.parse(startOfCalendarDay({ timeZone }, start));
    case 'not-before':
      return Date.parse(instantOfWallTime(timeZone, slotStart, opens.time));
  }
}
