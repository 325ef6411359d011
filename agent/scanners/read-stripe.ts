import type { CredentialRules } from '@lobby/config';
import { numberIn } from './classify-code.ts';
import { presents, trouble, type CodeMeaning } from './code-meaning.ts';

/** What a magnetic stripe means, by the site's pattern. ISO 7811: track 1 is %…?, track 2 is ;…? and a check character. */
export function readStripe(line: string, rules: CredentialRules): CodeMeaning {
  const tracks = tracksOf(line);
  if (rules.refuseBankCards && tracks.some(isBankCard)) return trouble('bank-card');
  for (const track of tracks) {
    const number = numberIn(track, rules.hospitalCard);
    if (number !== undefined && number !== '') return presents('hospital-card', number);
  }
  return trouble(tracks.length === 0 ? 'unreadable' : 'not-supported');
}

/** Whether a line has the start of a track in it, so that it comes from a stripe and not from a code. */
export function looksLikeStripe(line: string): boolean {
  return /^[%;+]/.test(line);
}

/** Contents of the tracks, track 2 first; the whole line where a reader strips what stands around them. */
function tracksOf(line: string): readonly string[] {
  const second = /;([^?;%]*)\?/.exec(line)?.[1];
  const first = /%([^?;%]*)\?/.exec(line)?.[1];
  const found = [second, first].filter((track) => track !== undefined && track !== '' && track !== 'E');
  if (found.length > 0) return found.filter((track) => track !== undefined);
  return looksLikeStripe(line) ? [] : [line.trim()].filter((whole) => whole !== '');
}

/** A bank's number: 13 to 19 digits that satisfy Luhn, of a bank's range, before a separator (ISO/IEC 7813). */
function isBankCard(track: string): boolean {
  const digits = /^B?([23456]\d{12,18})[=^]/.exec(track)?.[1];
  return digits !== undefined && satisfiesLuhn(digits);
}

function satisfiesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
