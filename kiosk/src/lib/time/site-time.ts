import type { Language } from '../words/language.ts';

const locale: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** Time of day in the site's zone, such as 08:52. `at`: ISO instant or milliseconds. */
export function timeOfDay(at: string | number, timeZone: string): string {
  const options = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(at));
}

/** From when to when, such as 09:00–09:20. */
export function timeSpan(from: string, to: string, timeZone: string): string {
  return `${timeOfDay(from, timeZone)}–${timeOfDay(to, timeZone)}`;
}

/** The day in the site's zone: 11月23日 星期一, Mon 23 Nov. */
export function dayOf(at: string | number, timeZone: string, language: Language): string {
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale[language], { timeZone, ...options }).format(new Date(at));
  if (language === 'zh') return `${format({ month: 'long', day: 'numeric' })} ${format({ weekday: 'long' })}`;
  return `${format({ weekday: 'short' })} ${format({ day: 'numeric', month: 'short' })}`;
}
