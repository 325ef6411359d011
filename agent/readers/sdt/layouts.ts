import type { FieldPlace } from './card-text.ts';
import type { CardFields } from '@lobby/hub/contract';

export type CardKind = CardFields['kind'];

/** Where a kind of card keeps its fields; what is left out, the card lacks. */
export interface CardLayout {
  /** 18 characters by GB 11643, or the 15 of the foreigner card of 2017. */
  readonly numberScheme: 'gb-11643' | 'foreigner-2017';
  readonly fields: Partial<Readonly<Record<Exclude<keyof CardFields, 'kind'>, FieldPlace>>>;
}

const at = (offset: number, length: number): FieldPlace => ({ offset, length });

/** Resident ID card. GA 490. */
const resident: CardLayout = {
  numberScheme: 'gb-11643',
  fields: {
    name: at(0, 30),
    sex: at(30, 2),
    nation: at(32, 4),
    birthDate: at(36, 16),
    address: at(52, 70),
    idNumber: at(122, 36),
    issuer: at(158, 30),
    validFrom: at(188, 16),
    validTo: at(204, 16),
  },
};

/** 港澳台居民居住证: no nation; its travel-permit number (220/18) is left alone, since nobody here needs it. */
const permit: CardLayout = {
  numberScheme: 'gb-11643',
  fields: {
    name: at(0, 30),
    sex: at(30, 2),
    birthDate: at(36, 16),
    address: at(52, 70),
    idNumber: at(122, 36),
    issuer: at(158, 30),
    validFrom: at(188, 16),
    validTo: at(204, 16),
  },
};

/** Foreigner permanent residence card of 2017. `issuer` is the code of the authority that accepted the application. */
const foreigner2017: CardLayout = {
  numberScheme: 'foreigner-2017',
  fields: {
    nameLatin: at(0, 120),
    sex: at(120, 2),
    idNumber: at(122, 30),
    nationality: at(152, 6),
    name: at(158, 30),
    validFrom: at(188, 16),
    validTo: at(204, 16),
    birthDate: at(220, 16),
    issuer: at(240, 8),
  },
};

export type CardLayouts = Readonly<Record<CardKind, CardLayout | null>>;

/** Layouts by kind. The card of 2023 is recognised, but its offsets are not published: null until a site knows them. */
export const publishedLayouts: CardLayouts = {
  'resident-id': resident,
  'hmt-permit': permit,
  'foreigner-2017': foreigner2017,
  'foreigner-2023': null,
};

/** Kind by the letter at byte 248 of the text. */
const kindLetters: Readonly<Record<string, CardKind>> = {
  I: 'foreigner-2017',
  J: 'hmt-permit',
  Y: 'foreigner-2023',
};

/** Kind of card for what it carries there; null: a letter nobody published. A resident card has no letter. */
export function kindOf(mark: string | null): CardKind | null {
  return mark !== null && /^[A-Z]$/.test(mark) ? (kindLetters[mark] ?? null) : 'resident-id';
}
