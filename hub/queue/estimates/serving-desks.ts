import type { DeskPlace, SitePlan } from '../site-plan.ts';

/** Desks from which the tickets of some queues are called, and all whose queues they share, however far around. */
export interface ServingDesks {
  readonly desks: readonly DeskPlace[];
  readonly queueIds: readonly string[];
}

/** A triage desk acts on tickets and sees nobody itself. */
export function servesQueue(desk: DeskPlace, queueId: string): boolean {
  return desk.kind !== 'triage' && desk.queues.some(({ queue }) => queue.id === queueId);
}

/** Whoever shares a desk with another queue waits for that one as well. */
export function servingDesks(plan: SitePlan, queueIds: readonly string[]): ServingDesks {
  const queues = new Set(queueIds);
  const desks = new Map<string, DeskPlace>();
  const all = plan.site.desks.flatMap(({ id }) => plan.desk(id) ?? []);
  // Each round brings in a queue at least, or is the last.
  for (let before = -1; before !== queues.size;) {
    before = queues.size;
    for (const desk of all) {
      if (desks.has(desk.desk.id) || ![...queues].some((queueId) => servesQueue(desk, queueId))) continue;
      desks.set(desk.desk.id, desk);
      for (const { queue } of desk.queues) queues.add(queue.id);
    }
  }
  return { desks: [...desks.values()], queueIds: [...queues] };
}
