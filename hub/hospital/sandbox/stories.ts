import type { CheckInPolicy } from '@lobby/config';
import { slotsOf, type ClinicSession, type SlotTime } from './clinic-day.ts';

/** What a demo patient's appointment is there to show, at any hour of the day or night. */
export const stories = ['ready', 'ready-next', 'too-early', 'late', 'too-late', 'cancelled'] as const;
export type Story = (typeof stories)[number];

export interface StoryTime {
  readonly story: Story;
  readonly now: number;
  readonly current: ClinicSession;
  /** Sessions in order, those before and after the current one included. */
  readonly sessions: readonly ClinicSession[];
  readonly policy: CheckInPolicy;
}

const minute = 60_000;
/** How long a story must still hold, so that it does not change while somebody stands at a terminal. */
const margin = 3 * minute;
/** A patient who is too early stays so for at least this long. */
const earlyBy = 60 * minute;

/** Whether an appointment in this slot tells the story now, and a few minutes on. */
export function storyHolds(slot: SlotTime, time: StoryTime): boolean {
  const { now, policy, current } = time;
  const opens = slot.start - policy.opensMinutesBefore * minute;
  const late = slot.end + policy.graceMinutes * minute;
  const closes = slot.end + policy.closesMinutesAfter * minute;
  switch (time.story) {
    case 'ready':
    case 'ready-next':
    case 'cancelled':
      return opens <= now && now + margin < late && slot.start >= current.start && slot.end <= current.end;
    case 'too-early':
      return opens > now + earlyBy && opens < now + 6 * earlyBy;
    case 'late':
      return late + minute <= now && now + margin < closes;
    case 'too-late':
      return closes + minute <= now && now < closes + 8 * 60 * minute;
  }
}

/**
 * The slot for a story: the one that tells it best. A ready patient has the slot that is running, the second
 * appointment of a day the next one; a late one came just too late; who is too late or too early is so by little.
 */
export function slotForStory(time: StoryTime): SlotTime {
  const all = time.sessions.flatMap(slotsOf);
  const running = all.find((slot) => slot.start <= time.now && time.now < slot.end);
  if (running === undefined) throw new Error('no slot is running');
  const fitting = all.filter((slot) => storyHolds(slot, time));
  if (fitting.length === 0) return running;
  const takesLast = time.story !== 'ready' && time.story !== 'cancelled' && time.story !== 'too-early';
  if (takesLast) return fitting.at(-1) ?? running;
  if (time.story === 'too-early') return fitting[0] ?? running;
  return fitting.includes(running) ? running : (fitting.at(-1) ?? running);
}
