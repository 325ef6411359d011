import type { CardFields } from '@lobby/hub/contract';
import type { CardProblem } from '../card-reader.ts';
import { isoDate } from './calendar-date.ts';
import { fieldText } from './card-text.ts';
import { kindOffset } from './constants.ts';
import { checkIdNumber, normaliseIdNumber } from './id-number.ts';
import { kindOf, type CardKind, type CardLayout, type CardLayouts } from './layouts.ts';
import { nationName } from './nations.ts';

export type DecodedCard =
  | { readonly ok: true; readonly card: CardFields }
  | { readonly ok: false; readonly problem: CardProblem; readonly kind: string; readonly detail: string };

/** GB/T 2261.1; a foreigner card may write the letter. */
const sexes: Readonly<Record<string, CardFields['sex']>> = {
  '0': 'unknown',
  '1': 'male',
  '2': 'female',
  '9': 'unknown',
  M: 'male',
  F: 'female',
};

const dateOf = (text: string | null) => (text === null ? null : isoDate(normaliseIdNumber(text)));

function fieldsOf({ text, kind, layout }: { text: Uint8Array; kind: CardKind; layout: CardLayout }): CardFields {
  const read = (name: keyof CardLayout['fields']) => {
    const place = layout.fields[name];
    return place === undefined ? null : fieldText(text, place);
  };
  const number = read('idNumber');
  return {
    kind,
    name: read('name'),
    nameLatin: read('nameLatin'),
    nationality: read('nationality'),
    sex: sexes[normaliseIdNumber(read('sex') ?? '')] ?? null,
    nation: nationName(normaliseIdNumber(read('nation') ?? '')),
    birthDate: dateOf(read('birthDate')),
    address: read('address'),
    idNumber: number === null ? null : normaliseIdNumber(number),
    issuer: read('issuer'),
    validFrom: dateOf(read('validFrom')),
    validTo: dateOf(read('validTo')),
  };
}

/** What is wrong with the number, in words without the number; null: nothing. */
function numberProblem({ number, layout, today }: { number: string | null; layout: CardLayout; today: string }) {
  if (number === null) return 'the card holds no number';
  if (layout.numberScheme === 'foreigner-2017') {
    return /^[A-Z]{3}\d{12}$/.test(number) ? null : 'not three letters and twelve digits';
  }
  const check = checkIdNumber(number, today);
  return check.ok ? null : `${check.problem} of the number is wrong`;
}

/**
 * Fields of a card from the 256 bytes of text of a base reply. `today` (YYYY-MM-DD) bounds the birth date. A kind
 * without a layout is named and not guessed at; details never quote the card.
 */
export function decodeCard({
  text,
  layouts,
  today,
}: {
  readonly text: Uint8Array;
  readonly layouts: CardLayouts;
  readonly today: string;
}): DecodedCard {
  const mark = fieldText(text, { offset: kindOffset, length: 2 });
  const kind = kindOf(mark);
  const layout = kind === null ? null : layouts[kind];
  if (kind === null || layout === null) {
    const name = kind ?? `unknown-${mark}`;
    return { ok: false, problem: 'card-not-supported', kind: name, detail: `no layout for a card of kind ${name}` };
  }
  const card = fieldsOf({ text, kind, layout });
  const trouble = numberProblem({ number: card.idNumber, layout, today });
  return trouble === null ? { ok: true, card } : { ok: false, problem: 'number-invalid', kind, detail: trouble };
}
