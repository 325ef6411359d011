import type { PresentedCredential } from '@lobby/hub/contract';
import { checkIdNumber } from '../sdt/id-number.ts';

/** Kinds whose number has 18 characters and a check digit (GB 11643). */
const checked: readonly PresentedCredential['kind'][] = ['resident-id', 'hmt-permit', 'foreigner-2023'];

/** Whether a number can be one of its kind: a driver's mistake must not open another person's file. */
export function isRight({ kind, number }: PresentedCredential): boolean {
  if (!checked.includes(kind)) return true;
  return checkIdNumber(number, Temporal.Now.plainDateISO().toString()).ok;
}
