import type { CheckInPolicy } from '../settings/rules.ts';
import type { QueuePolicy } from '../settings/queue-policy.ts';

const wholeDay = 1440;
const laneOfLate = { void: 'refuse', 'as-normal': 'as-normal' } as const;

/** When patients may check in, in minutes around their slot; a queue that opens by the clock opens a day before. */
export function shortCheckIn({ checkIn, late }: Pick<QueuePolicy, 'checkIn' | 'late'>): CheckInPolicy {
  const { required, opens, closesMinutesAfter } = checkIn;
  const { rule } = late.place;
  return {
    opensMinutesBefore: required && opens.rule === 'minutes-before' ? opens.minutes : wholeDay,
    graceMinutes: late.graceMinutes,
    closesMinutesAfter,
    late: rule === 'void' || rule === 'as-normal' ? laneOfLate[rule] : 'late-lane',
  };
}
