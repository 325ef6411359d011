import type { Queue } from '@lobby/config';

/** Whether people see a doctor there by appointment: not at a pharmacy, a laboratory or a window. */
export function isClinic({ kind }: Pick<Queue, 'kind'>): boolean {
  return kind === undefined || kind === 'clinic';
}
