import { nationCode } from '../nations.ts';

interface Person {
  readonly name: string;
  readonly sex: 'male' | 'female' | 'unknown';
  /** YYYY-MM-DD, as all dates here. */
  readonly birthDate: string;
  readonly idNumber: string;
  readonly validFrom: string;
  /** null: 长期. */
  readonly validTo: string | null;
}

/** What is printed on a card, for the simulator to put into its chip. */
export type SimulatedCard =
  | (Person & {
      readonly kind: 'resident-id';
      /** By Chinese name, such as 汉. */
      readonly nation: string;
      readonly address: string;
      readonly issuer: string;
    })
  | (Person & {
      readonly kind: 'hmt-permit';
      readonly address: string;
      readonly issuer: string;
      readonly travelPermit?: string;
    })
  | (Person & {
      readonly kind: 'foreigner-2017';
      readonly nameLatin: string;
      /** Three letters, such as USA. */
      readonly nationality: string;
      /** Code of the accepting authority. */
      readonly issuer?: string;
    })
  | (Person & { readonly kind: 'foreigner-2023'; readonly nameLatin: string; readonly nationality: string })
  /** A card of a kind that nobody published, known by its letter. */
  | { readonly kind: 'unknown'; readonly letter: string };

type Written = readonly (readonly [offset: number, length: number, text: string])[];

const compact = (date: string) => date.replaceAll('-', '');
const sexDigits = { male: '1', female: '2', unknown: '0' } as const;
const until = (date: string | null) => (date === null ? '长期' : compact(date));

function citizenText(card: SimulatedCard & { kind: 'resident-id' | 'hmt-permit' }): Written {
  return [
    [0, 30, card.name],
    [30, 2, sexDigits[card.sex]],
    [36, 16, compact(card.birthDate)],
    [52, 70, card.address],
    [122, 36, card.idNumber],
    [158, 30, card.issuer],
    [188, 16, compact(card.validFrom)],
    [204, 16, until(card.validTo)],
  ];
}

function foreigner2017Text(card: SimulatedCard & { kind: 'foreigner-2017' }): Written {
  return [
    [0, 120, card.nameLatin],
    [120, 2, sexDigits[card.sex]],
    [122, 30, card.idNumber],
    [152, 6, card.nationality],
    [158, 30, card.name],
    [188, 16, compact(card.validFrom)],
    [204, 16, until(card.validTo)],
    [220, 16, compact(card.birthDate)],
    [236, 4, '01'],
    [240, 8, card.issuer ?? ''],
    [248, 2, 'I'],
  ];
}

/** Its true offsets are not published; these are of our own making, and the demo site configures the same. */
function foreigner2023Text(card: SimulatedCard & { kind: 'foreigner-2023' }): Written {
  return [
    [0, 30, card.name],
    [30, 120, card.nameLatin],
    [150, 36, card.idNumber],
    [186, 2, sexDigits[card.sex]],
    [188, 6, card.nationality],
    [194, 16, compact(card.birthDate)],
    [210, 16, compact(card.validFrom)],
    [226, 16, until(card.validTo)],
    [248, 2, 'Y'],
  ];
}

function textOf(card: SimulatedCard): Written {
  switch (card.kind) {
    case 'resident-id':
      return [...citizenText(card), [32, 4, nationCode(card.nation) ?? '97']];
    case 'hmt-permit':
      return [...citizenText(card), [220, 18, card.travelPermit ?? ''], [238, 4, '01'], [248, 2, 'J']];
    case 'foreigner-2017':
      return foreigner2017Text(card);
    case 'foreigner-2023':
      return foreigner2023Text(card);
    case 'unknown':
      return [[248, 2, card.letter]];
  }
}

/** The 256 bytes of UTF-16LE text in the chip, padded with blanks; what is too long is cut. GA 490. */
export function cardImage(card: SimulatedCard): Uint8Array {
  const image = Buffer.from(' '.repeat(128), 'utf16le');
  for (const [offset, length, text] of textOf(card)) {
    Buffer.from(text, 'utf16le').copy(image, offset, 0, length);
  }
  return image;
}
