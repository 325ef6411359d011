import { keyOf } from '@lobby/config';
import type { z } from 'zod';
import { mostPatients, patientsOf, type DayPlan } from './day-plan.ts';
import { daySettings, type DaySettings } from './day-settings.ts';
import { planOfDay } from './plan-of-day.ts';

/** `key`: where in the day it is; empty for the day as a whole. */
export interface DayProblem {
  readonly key: string;
  readonly sentence: string;
}

export type ReadDay = { readonly ok: true; readonly day: DayPlan } | ({ readonly ok: false } & DayProblem);

/** A day from the content of a file. What cannot be is answered with its key and a sentence of what is allowed. */
export function readDay(value: unknown): ReadDay {
  const parsed = daySettings.safeParse(value ?? {});
  if (!parsed.success) return { ok: false, ...problemOf(parsed.error) };
  const problem = contradictionIn(parsed.data);
  if (problem !== undefined) return { ok: false, ...problem };
  const day = planOfDay(parsed.data);
  return nobodyComes(day) ?? twiceInPlan(day) ?? { ok: true, day };
}

/** Copies are numbered, and so get ids that others may have. */
function twiceInPlan(day: DayPlan): ReadDay | undefined {
  for (const key of ['queues', 'desks'] as const) {
    const ids = day[key].map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) < index);
    if (twice === undefined) continue;
    return { ok: false, key, sentence: `with its copies "${twice}" is there twice; give each an id of its own` };
  }
  return undefined;
}

function problemOf(error: z.ZodError): DayProblem {
  const [issue] = error.issues;
  if (issue === undefined) return { key: '', sentence: 'cannot be read' };
  const key = keyOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? `; there are: ${Object.keys(daySettings.shape).join(', ')}` : '';
    return { key, sentence: `there is no setting "${issue.keys.join('", "')}" here${known}` };
  }
  return { key, sentence: issue.message };
}

function contradictionIn(day: DaySettings): DayProblem | undefined {
  const ids = day.queues.map(({ id }) => id);
  for (const [index, queue] of day.queues.entries()) {
    if (ids.indexOf(queue.id) < index) {
      return { key: `queues[${index}].id`, sentence: `"${queue.id}" is used twice; give each queue its own` };
    }
    const shares = Object.values(queue.classes ?? {}).reduce((sum, one) => sum + one, 0);
    if (shares > 1.000001) {
      return { key: `queues[${index}].classes`, sentence: 'are more than 1 together; the rest has no class' };
    }
    const problem = slotsMakeSense(queue, `queues[${index}]`);
    if (problem !== undefined) return problem;
  }
  const everyShare = Object.values(day.everyQueue?.classes ?? {}).reduce((sum, one) => sum + one, 0);
  if (everyShare > 1.000001) {
    return { key: 'everyQueue.classes', sentence: 'are more than 1 together; the rest has no class' };
  }
  return slotsMakeSense(day.everyQueue ?? {}, 'everyQueue') ?? unknownQueue(day);
}

function slotsMakeSense(
  queue: Pick<DaySettings['queues'][number], 'appointments'>,
  at: string,
): DayProblem | undefined {
  const { slots, from, until, perSlot, slotMinutes } = queue.appointments ?? {};
  const key = `${at}.appointments`;
  if (from !== undefined && until !== undefined && from >= until) {
    return { key: `${key}.until`, sentence: 'must be later than "from"' };
  }
  if (slots === undefined) return undefined;
  if (perSlot !== undefined || slotMinutes !== undefined || from !== undefined || until !== undefined) {
    return { key, sentence: 'give either "slots", or "from", "until", "slotMinutes" and "perSlot"' };
  }
  const wrong = slots.findIndex((slot) => slot.from >= slot.until);
  return wrong < 0 ? undefined : { key: `${key}.slots[${wrong}].until`, sentence: 'must be later than "from"' };
}

function unknownQueue({ queues, desks }: DaySettings): DayProblem | undefined {
  const ids = queues.map(({ id }) => id);
  for (const [index, desk] of (desks ?? []).entries()) {
    const unknown = desk.queues.find((id) => !ids.includes(id));
    if (unknown !== undefined) {
      const sentence = `there is no queue "${unknown}"; there are: ${ids.join(', ')}`;
      return { key: `desks[${index}].queues`, sentence };
    }
  }
  return undefined;
}

function nobodyComes(day: DayPlan): ReadDay | undefined {
  const patients = patientsOf(day);
  if (patients === 0) return { ok: false, key: 'queues', sentence: 'nobody comes: give appointments or walkIns' };
  if (patients > mostPatients) {
    const sentence = `${patients} patients are too many for one day; at most ${mostPatients} are played`;
    return { ok: false, key: 'queues', sentence };
  }
  if (day.desks.length === 0) return { ok: false, key: 'desks', sentence: 'nobody serves: give a queue desks' };
  return undefined;
}
