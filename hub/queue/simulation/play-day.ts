import type { QueuePolicy } from '@lobby/config';
import { callingOrder } from '../order/index.ts';
import { DayInPlay } from './day-in-play.ts';
import type { DayPlan } from './day-plan.ts';
import type { WhoIsNext } from './played-queue.ts';
import type { PlayedDay } from './wait.ts';

/** The order of the hub itself, asked anew for every call. */
const whoIsNext: WhoIsNext = (input) => callingOrder({ ...input, limit: 1 })[0];

/**
 * Plays a day under a policy, in virtual time: the same seed gives the same day. `tells`: patients are told how
 * long they will wait; true unless given.
 */
export function playDay(
  day: DayPlan,
  rules: {
    readonly policy: QueuePolicy;
    readonly seed: number;
    readonly whoIsNext?: WhoIsNext;
    readonly tells?: boolean;
  },
): PlayedDay {
  return new DayInPlay(day, { whoIsNext, tells: true, ...rules }).play();
}
