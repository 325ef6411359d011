import { parse, type Details, type ParseResult } from 'mrz';
import type { PresentedCredential, ZoneField, ZoneProblem } from '@lobby/hub/contract';

/** What a zone says; `birthDate` as it stands there, YYMMDD. */
export type ZoneReading =
  | { readonly ok: true; readonly credential: PresentedCredential; readonly birthDate: string }
  | { readonly ok: false; readonly reason: ZoneProblem; readonly field: ZoneField | null };

/** Characters a line, by the number of lines: passports (TD3), visas and older cards (TD2), cards (TD1). ICAO 9303. */
const shapes: readonly { readonly lines: number; readonly length: number }[] = [
  { lines: 2, length: 44 },
  { lines: 2, length: 36 },
  { lines: 3, length: 30 },
];

const digitFields: readonly (readonly [Details['field'], ZoneField])[] = [
  ['documentNumberCheckDigit', 'number'],
  ['birthDateCheckDigit', 'birth-date'],
  ['expirationDateCheckDigit', 'expiry'],
  ['compositeCheckDigit', 'whole'],
];

/** 港澳居民来往内地通行证, 台湾居民来往大陆通行证, 往来港澳通行证. */
const permitNumbers = [/^[HM]\d{8}(\d{2})?$/, /^\d{8}(\d{2})?$/, /^C[A-HJ-NP-Z0-9]\d{7}$/];

/**
 * Reads the machine readable zone of a passport or permit. Small letters, blanks and missing fillers at the ends of
 * lines are forgiven; a wrong check digit is not. States that are in no list (ICAO's own specimens) do not matter:
 * the number and its check digits do.
 */
export function readZone(typed: readonly string[]): ZoneReading {
  const lines = tidied(typed);
  if (lines === undefined) return refused('incomplete');
  if (lines.some((line) => !/^[A-Z0-9<]+$/.test(line))) return refused('characters');
  const zone = parsed(lines);
  if (zone === undefined) return refused('incomplete');
  const wrong = digitFields.find(([field]) => detail(zone, field)?.valid !== true);
  if (wrong !== undefined) return refused('check-digit', wrong[1]);
  return credentialOf(zone, lines[0] ?? '');
}

function refused(reason: ZoneProblem, field: ZoneField | null = null): ZoneReading {
  return { ok: false, reason, field };
}

/** Lines of one of the shapes, filled up at their ends; undefined: no document has such lines. */
function tidied(typed: readonly string[]): readonly string[] | undefined {
  const lines = typed.map((line) => line.normalize('NFKC').replace(/\s+/g, '').replaceAll('«', '<<').toUpperCase());
  const written = lines.filter((line) => line !== '');
  const longest = Math.max(0, ...written.map((line) => line.length));
  const known = shapes.some(({ lines: count, length }) => count === written.length && length === longest);
  return known ? written.map((line) => line.padEnd(longest, '<')) : undefined;
}

/** The library throws at lines that are no document it knows. */
function parsed(lines: readonly string[]): ParseResult | undefined {
  try {
    return parse(lines);
  } catch {
    return undefined;
  }
}

function detail(zone: ParseResult, field: Details['field']): Details | undefined {
  return zone.details.find((one) => one.field === field);
}

function credentialOf(zone: ParseResult, firstLine: string): ZoneReading {
  const { documentNumber } = zone;
  const number = documentNumber ?? '';
  if (number === '' || !/^[PACI]/.test(firstLine)) return refused('not-supported');
  const isPermit = firstLine.startsWith('C') && firstLine.slice(2, 5) === 'CHN';
  if (isPermit && !permitNumbers.some((pattern) => pattern.test(number))) return refused('not-supported');
  const name = [zone.fields.lastName, zone.fields.firstName].filter((part) => part).join(' ');
  const birthDate = zone.fields.birthDate ?? '';
  return { ok: true, credential: { kind: 'passport', number, name: name === '' ? null : name }, birthDate };
}
