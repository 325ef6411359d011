import type { QueuePlace } from '../site-plan.ts';

/** What the policy of a queue says about acting on it. Seconds. */
export interface ActRules {
  readonly finishOnNext: boolean;
  readonly transferKeepsWait: boolean;
  /** How often somebody is called before they are missed. */
  readonly callsBeforeMissed: number;
  readonly recallGapSeconds: number;
  /** How many may wait before a room; 0: nobody is called into the corridor. */
  readonly roomLimit: number;
  readonly roomFilledBy: 'call' | 'nurse';
}

/** A call is not said again before loudspeakers have begun with the first. */
const recallGapSeconds = 2;

export function rulesOf({ policy }: QueuePlace): ActRules {
  return {
    finishOnNext: policy.desk.finishOnNext,
    transferKeepsWait: policy.desk.transferKeepsWait,
    callsBeforeMissed: policy.calls.timesBeforeMissed,
    recallGapSeconds,
    roomLimit: policy.roomLimit.most,
    roomFilledBy: policy.roomLimit.filled === 'automatically' ? 'call' : 'nurse',
  };
}
