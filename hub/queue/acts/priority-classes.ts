import type { Words } from '../../contract/index.ts';
import type { QueuePlace } from '../site-plan.ts';

/** A priority class as staff see it; the lower the level, the more urgent. */
export interface PriorityClassName {
  readonly code: string;
  readonly name: Words;
  readonly level: number;
}

/** The priority classes of a queue. */
export function classesOf({ policy }: QueuePlace): readonly PriorityClassName[] {
  return policy.priority.map(({ code, name, level }) => ({ code, name, level: level ?? 9 }));
}
