/** How instants are read on the wall of the hospital: in the site's time zone, 24 hours. */
export interface HubClock {
  /** 08:57 */
  readonly minute: (instant: string | number) => string;
  /** 08:57:03 */
  readonly second: (instant: string | number) => string;
}

export function hubClock(timeZone: string): HubClock {
  const hourMinute = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const minute = new Intl.DateTimeFormat('en-GB', hourMinute);
  const second = new Intl.DateTimeFormat('en-GB', { ...hourMinute, second: '2-digit' });
  return {
    minute: (instant) => minute.format(new Date(instant)),
    second: (instant) => second.format(new Date(instant)),
  };
}
