/** What is printed on a passport or permit. Dates are YYYY-MM-DD. */
export interface PrintedDocument {
  readonly family: string;
  readonly given: string;
  readonly number: string;
  /** Three letters. */
  readonly issuer: string;
  readonly nationality: string;
  readonly birthDate: string;
  readonly sex: 'male' | 'female' | 'unknown';
  readonly validTo: string;
  /** Two letters, P< when left out. */
  readonly code?: string;
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const weights = [7, 3, 1];

/** ICAO 9303, part 3, 4.9: weights 7, 3, 1, letters from 10, the filler 0. */
export function zoneCheckDigit(field: string): string {
  const values = [...field].map((character) => Math.max(0, alphabet.indexOf(character)));
  return String(values.reduce((sum, value, place) => sum + value * (weights[place % 3] ?? 0), 0) % 10);
}

const filled = (text: string, length: number): string => text.padEnd(length, '<').slice(0, length);
const date = (iso: string): string => iso.replaceAll('-', '').slice(2);
const checked = (field: string): string => field + zoneCheckDigit(field);
const sexes = { male: 'M', female: 'F', unknown: '<' } as const;
const written = (name: string): string => name.toUpperCase().replace(/[^A-Z]/g, '<');

function nameField(document: PrintedDocument, length: number): string {
  return filled(`${written(document.family)}<<${written(document.given)}`, length);
}

/** The two lines of a passport. ICAO 9303, part 4. */
export function passportZone(document: PrintedDocument): readonly [string, string] {
  const { code = 'P<', issuer, nationality, number, birthDate, sex, validTo } = document;
  const first = `${filled(code, 2)}${filled(issuer, 3)}${nameField(document, 39)}`;
  const numbered = checked(filled(number, 9));
  const born = checked(date(birthDate));
  const ends = checked(date(validTo));
  const personal = checked(filled('', 14));
  const rest = `${numbered}${filled(nationality, 3)}${born}${sexes[sex]}${ends}${personal}`;
  return [first, rest + zoneCheckDigit(numbered + born + ends + personal)];
}

/** The three lines of a card. ICAO 9303, part 5; permits of GA/T 704.14 look like it. */
export function cardZone(document: PrintedDocument): readonly [string, string, string] {
  const { code = 'C<', issuer, nationality, number, birthDate, sex, validTo } = document;
  const upper = `${checked(filled(number, 9))}${filled('', 15)}`;
  const born = checked(date(birthDate));
  const ends = checked(date(validTo));
  const optional = filled('', 11);
  const second = `${born}${sexes[sex]}${ends}${filled(nationality, 3)}${optional}`;
  return [
    `${filled(code, 2)}${filled(issuer, 3)}${upper}`,
    second + zoneCheckDigit(upper + born + ends + optional),
    nameField(document, 30),
  ];
}
