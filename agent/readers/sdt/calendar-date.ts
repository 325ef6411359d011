/** YYYYMMDD, ASCII digits, to YYYY-MM-DD; null when it is no day of the calendar (or says 长期). */
export function isoDate(digits: string): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(digits) ?? [];
  if (year === undefined || month === undefined || day === undefined || year === '0000') return null;
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
