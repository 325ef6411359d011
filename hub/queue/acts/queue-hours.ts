import type { Queue } from '@lobby/config';

/** Whether a queue gives numbers at a time of the day such as 09:20. Hours may go past midnight. */
export function isOpenAt(queue: Pick<Queue, 'hours'>, time: string): boolean {
  const { hours } = queue;
  if (hours === undefined) return true;
  const { from, to } = hours;
  return from <= to ? from <= time && time < to : from <= time || time < to;
}
