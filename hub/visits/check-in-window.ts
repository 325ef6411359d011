import type { CheckInPolicy } from '@lobby/config';
import type { Lane } from '../contract/index.ts';

/** What the rules of a site say about checking in for a slot now. `opensAt` is ISO, UTC. */
export type CheckInWindow =
  | { readonly state: 'too-early' | 'too-late'; readonly opensAt: string }
  | { readonly state: 'open'; readonly opensAt: string; readonly late: boolean; readonly lane: Lane };

const minute = 60_000;

/** Opens before the slot starts, is late once the grace after its end is over, closes some time after. */
export function checkInWindow(
  policy: CheckInPolicy,
  slot: { readonly start: string; readonly end: string },
  now: number,
): CheckInWindow {
  const opens = Date.parse(slot.start) - policy.opensMinutesBefore * minute;
  const end = Date.parse(slot.end);
  const opensAt = new Date(opens).toISOString();
  if (now < opens) return { state: 'too-early', opensAt };
  const overGrace = now > end + policy.graceMinutes * minute;
  if (now > end + policy.closesMinutesAfter * minute) return { state: 'too-late', opensAt };
  if (overGrace && policy.late === 'refuse') return { state: 'too-late', opensAt };
  const late = overGrace && policy.late === 'late-lane';
  return { state: 'open', opensAt, late, lane: late ? 'late' : 'normal' };
}
