import { checkDigitOf } from '@lobby/hub/contract/id-number.ts';
import { isoDate } from './calendar-date.ts';

/** Why a number is none. */
export type IdNumberProblem = 'length' | 'characters' | 'birth-date' | 'check-digit';

export type IdNumberCheck =
  | { readonly ok: true; readonly number: string; readonly birthDate: string; readonly sex: 'male' | 'female' }
  | { readonly ok: false; readonly problem: IdNumberProblem };

/** Full-width digits and letters to ASCII, x to X, blanks around it gone. */
export function normaliseIdNumber(input: string): string {
  return input
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .trim()
    .toUpperCase();
}

/**
 * Checks an 18-character number: citizens, 港澳台居民居住证 and foreigner cards of 2023 share the scheme. `today` is
 * YYYY-MM-DD: nobody is born after it, whatever the check digit says. The sex is what the 17th digit says, which a card
 * may contradict.
 */
export function checkIdNumber(input: string, today: string): IdNumberCheck {
  const number = normaliseIdNumber(input);
  if (number.length !== 18) return { ok: false, problem: 'length' };
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, problem: 'characters' };
  const birthDate = isoDate(number.slice(6, 14));
  if (birthDate === null || birthDate > today) return { ok: false, problem: 'birth-date' };
  if (checkDigitOf(number) !== number.charAt(17)) return { ok: false, problem: 'check-digit' };
  return { ok: true, number, birthDate, sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female' };
}
