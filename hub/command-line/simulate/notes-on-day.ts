import type { QueuePolicy } from '@lobby/config';
import type { DayPlan } from '../../queue/simulation/day-plan.ts';

/** What of a day a policy knows nothing of, a sentence each. */
export function notesOn(day: DayPlan, policy: QueuePolicy, name: string): readonly string[] {
  const known = new Set(policy.priority.map(({ code }) => code));
  const codes = new Set(day.queues.flatMap(({ classes }) => classes.map(({ code }) => code)));
  const served = new Set(day.desks.flatMap(({ queues }) => queues));
  return [
    ...[...codes]
      .filter((code) => !known.has(code))
      .map((code) => `${name}: the policy has no class "${code}"; its patients are called like all others.`),
    ...day.queues.flatMap(({ id }, index) =>
      served.has(index) ? [] : [`Queue "${id}" has no desk; nobody is called.`],
    ),
  ];
}
