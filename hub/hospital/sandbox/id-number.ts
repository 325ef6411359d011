const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** The check character of the first 17 digits of a citizen identity number. GB 11643, ISO 7064 MOD 11-2. */
export function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return checkCharacters.charAt(sum % 11);
}

/** A citizen identity number: area code (6 digits), date of birth (ISO), sequence 1 to 999, odd for men. GB 11643. */
export function composeIdNumber(part: {
  readonly areaCode: string;
  readonly birthDate: string;
  readonly sequence: number;
}): string {
  const first17 = part.areaCode + part.birthDate.replaceAll('-', '') + String(part.sequence).padStart(3, '0');
  return first17 + checkCharacter(first17);
}

/** Whether a number has the shape, a date of the calendar and the right check character. GB 11643. */
export function isIdNumber(value: string): boolean {
  if (!/^\d{17}[\dX]$/.test(value)) return false;
  const [year, month, day] = [value.slice(6, 10), value.slice(10, 12), value.slice(12, 14)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && checkCharacter(value.slice(0, 17)) === value[17];
}
