import type { Words } from '../../contract/index.ts';
import type { DeskPlace } from '../site-plan.ts';

export interface PauseReason {
  readonly code: string;
  readonly name: Words;
}

/** Given for a clinic that stops for the rest of the day, whatever the policy names for pauses. */
const off: PauseReason = { code: 'off', name: { zh: '停诊', en: 'Clinic closed' } };

/** The reasons that a desk may give for a pause or for stopping: those of its queues, each once. */
export function pauseReasonsOf({ queues }: DeskPlace): readonly PauseReason[] {
  const named = queues.flatMap(({ policy }) => policy.desk.pauseReasons);
  return [...new Map([...named, off].map((reason) => [reason.code, reason])).values()];
}

export function reasonName(place: DeskPlace, code: string): Words {
  return pauseReasonsOf(place).find((reason) => reason.code === code)?.name ?? { zh: code, en: code };
}
