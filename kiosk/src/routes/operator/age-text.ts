/** An age as a person says it, in the units of a language: seconds, minutes, hours, and days from the third on. */
export function ageIn(seconds: number, [second, minute, hour, day]: readonly [string, string, string, string]): string {
  if (seconds < 60) return `${seconds} ${second}`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} ${minute}`;
  if (seconds < 172_800) return `${Math.floor(seconds / 3600)} ${hour}`;
  return `${Math.floor(seconds / 86_400)} ${day}`;
}
