import type { TypingProblem } from './facts.ts';

/** What was typed, as it is sent; or what is wrong with it. */
export type Checked =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: TypingProblem };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** A number of a card or file. What looks like an identity number must be one: date and check digit (GB 11643). */
export function checkNumber(text: string): Checked {
  const value = text.toUpperCase();
  if (value.length < 4) return wrong('too-short');
  if (/^\d{17}[\dX]$/.test(value) && !isIdNumber(value)) return wrong('number-wrong');
  if (/X./.test(value) && /^[\dX]+$/.test(value)) return wrong('number-wrong');
  return { ok: true, value };
}

/** Eight digits that are a day in the past: 19540318 becomes 1954-03-18. */
export function checkBirthDate(text: string, now: number): Checked {
  if (!/^\d{8}$/.test(text)) return wrong('date-wrong');
  const value = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const date = new Date(`${value}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  return isReal && date.getTime() < now && value >= '1890-01-01' ? { ok: true, value } : wrong('date-wrong');
}

export function checkFourDigits(text: string): Checked {
  return /^\d{4}$/.test(text) ? { ok: true, value: text } : wrong('four-digits');
}

export function checkNotEmpty(text: string): Checked {
  return text.length > 0 ? { ok: true, value: text } : wrong('too-short');
}

function isIdNumber(value: string): boolean {
  const date = checkBirthDate(value.slice(6, 14), Number.POSITIVE_INFINITY);
  const sum = weights.reduce((total, weight, place) => total + weight * Number(value.charAt(place)), 0);
  return date.ok && '10X98765432'.charAt(sum % 11) === value.charAt(17);
}

function wrong(problem: TypingProblem): Checked {
  return { ok: false, problem };
}
