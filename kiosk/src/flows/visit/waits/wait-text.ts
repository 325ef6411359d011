import type { ExpectedWait, WaitTold } from '@lobby/hub/contract';
import type { WaitWording } from './wording.ts';

/** From there on nobody counts minutes. */
const inHours = 120;

/** How long a wait is, in words. */
export function expectedText({ fromMinutes, toMinutes }: ExpectedWait, words: WaitWording): string {
  if (fromMinutes === 0) return words.within(toMinutes);
  if (fromMinutes < inHours) return words.expected(fromMinutes, toMinutes);
  return words.hours(Math.floor(fromMinutes / 60), Math.ceil(toMinutes / 60));
}

/** What a patient is told of a wait; a clinic that calls nobody says so, and nothing is made up. */
export function waitText({ expected, clinic }: Pick<WaitTold, 'expected' | 'clinic'>, words: WaitWording): string {
  if (clinic !== 'open') return words[clinic];
  return expected === null ? words.unknown : expectedText(expected, words);
}

/** Where a check-in leads, in the words of the rule; undefined: nothing needs to be said. */
export function placeText(
  place: { readonly rule: string; readonly others: number | null } | null | undefined,
  words: WaitWording['places'],
): string | undefined {
  switch (place?.rule) {
    case 'after':
      return words.after(place.others ?? 0);
    case 'in-turn':
    case 'end-of-slot':
    case 'end-of-session':
    case 'as-normal':
      return words[place.rule];
    default:
      return undefined;
  }
}
