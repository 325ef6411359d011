import type { QueuePolicy } from '@lobby/config';
import { usualLevel } from './order/stand.ts';

/**
 * Code of the priority class that the age of a patient proves, the best one of several; null: none. Only the year of
 * birth is kept with a ticket: the age that the patient reaches in the year of the visit counts.
 */
export function classAtCheckIn(
  { priority }: Pick<QueuePolicy, 'priority'>,
  patient: { readonly birthYear: number | null; readonly businessDate: string },
): string | null {
  const { birthYear, businessDate } = patient;
  if (birthYear === null) return null;
  const age = Number(businessDate.slice(0, 4)) - birthYear;
  const proven = priority.filter(({ proof }) => {
    return proof.rule === 'age' && age >= (proof.from ?? 0) && age < (proof.below ?? Infinity);
  });
  const best = proven.toSorted((one, other) => (one.level ?? usualLevel) - (other.level ?? usualLevel))[0];
  return best?.code ?? null;
}
