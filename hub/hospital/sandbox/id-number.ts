import { checkDigitOf } from '../../contract/id-number.ts';

/** A citizen identity number: area code (6 digits), date of birth (ISO), sequence 1 to 999, odd for men. GB 11643. */
export function composeIdNumber(part: {
  readonly areaCode: string;
  readonly birthDate: string;
  readonly sequence: number;
}): string {
  const first17 = part.areaCode + part.birthDate.replaceAll('-', '') + String(part.sequence).padStart(3, '0');
  return first17 + checkDigitOf(first17);
}

/** Whether a number has the shape, a date of the calendar and the right check character. GB 11643. */
export function isIdNumber(value: string): boolean {
  if (!/^\d{17}[\dX]$/.test(value)) return false;
  const [year, month, day] = [value.slice(6, 10), value.slice(10, 12), value.slice(12, 14)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && checkDigitOf(value.slice(0, 17)) === value[17];
}
