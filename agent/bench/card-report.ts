import type { CardFields } from '@lobby/hub/contract';
import type { CardOutcome, NoCardReason } from './wait-for-card.ts';

/** What the command prints: one object for machines, a few lines for people. */
export interface CardReport {
  readonly ok: boolean;
  readonly json: object;
  readonly text: string;
}

const sentences: Readonly<Record<NoCardReason, string>> = {
  'device-unreachable': 'The device cannot be reached',
  'reader-away': 'The reader does not answer as it should',
  'no-card': 'The reader works, and no card was laid down in time',
  'card-unreadable': 'The card could not be read; lift it and lay it down again',
  'card-not-supported': 'This kind of card is not supported',
  'number-invalid': 'The number on the card is not valid',
};

const labels: readonly (readonly [keyof CardFields, string])[] = [
  ['kind', '证件 Kind'],
  ['name', '姓名 Name'],
  ['nameLatin', '英文姓名 Latin name'],
  ['sex', '性别 Sex'],
  ['nation', '民族 Nation'],
  ['nationality', '国籍 Nationality'],
  ['birthDate', '出生 Born'],
  ['address', '住址 Address'],
  ['idNumber', '号码 Number'],
  ['issuer', '签发机关 Issuer'],
  ['validFrom', '有效期起 Valid from'],
  ['validTo', '有效期止 Valid to'],
];

function isForeigner(card: CardFields): boolean {
  return card.kind === 'foreigner-2017' || card.kind === 'foreigner-2023';
}

function jsonOf(card: CardFields): object {
  const { nameLatin, nationality, ...common } = card;
  return isForeigner(card) ? { ...common, nameLatin, nationality } : common;
}

function textOf(card: CardFields): string {
  const lines = labels.flatMap(([field, label]) => (card[field] === null ? [] : [`${label}: ${card[field]}`]));
  return lines.join('\n');
}

/** A card of a kind that is certain while its layout is not known. */
function kindAlone(kind: CardFields['kind']): CardFields {
  return {
    kind,
    name: null,
    nameLatin: null,
    nationality: null,
    sex: null,
    nation: null,
    birthDate: null,
    address: null,
    idNumber: null,
    issuer: null,
    validFrom: null,
    validTo: null,
  };
}

export function cardReport(outcome: CardOutcome): CardReport {
  if (outcome.ok) return { ok: true, json: jsonOf(outcome.card), text: textOf(outcome.card) };
  if (outcome.reason === 'card-not-supported' && outcome.kind === 'foreigner-2023') {
    const card = kindAlone(outcome.kind);
    return { ok: true, json: jsonOf(card), text: `${textOf(card)}\nIts layout is not published; no field was read.` };
  }
  const sentence = sentences[outcome.reason];
  // Where no card came, the sentence says all there is.
  const message = outcome.reason === 'no-card' ? `${sentence}.` : `${sentence}: ${outcome.detail}.`;
  return { ok: false, json: { error: { reason: outcome.reason, message } }, text: message };
}
