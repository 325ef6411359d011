import { expect, test } from 'vitest';
import { cardReport } from './card-report.ts';

const empty = {
  name: null,
  sex: null,
  nation: null,
  birthDate: null,
  address: null,
  idNumber: null,
  issuer: null,
  validFrom: null,
  validTo: null,
};

test('a foreigner card has its Latin name and nationality in the report, a resident card has no such fields', () => {
  const nothing = { ...empty, nameLatin: 'SMITH, JOHN', nationality: 'USA' };
  expect(cardReport({ ok: true, card: { kind: 'foreigner-2017', ...nothing } }).json).toEqual({
    kind: 'foreigner-2017',
    ...nothing,
  });
  expect(cardReport({ ok: true, card: { kind: 'resident-id', ...nothing } }).json).toEqual({
    kind: 'resident-id',
    ...empty,
  });
});

test('a foreigner card of 2023 is its kind and nothing else', () => {
  const report = cardReport({ ok: false, reason: 'card-not-supported', kind: 'foreigner-2023', detail: '' });
  expect(report.ok).toBe(true);
  expect(report.json).toEqual({ kind: 'foreigner-2023', ...empty, nameLatin: null, nationality: null });
  expect(report.text).toContain('no field was read');
});

test('a card of another kind without layout is an error', () => {
  const outcome = { ok: false, reason: 'card-not-supported', kind: 'unknown-Q', detail: 'no layout' } as const;
  expect(cardReport(outcome)).toEqual({
    ok: false,
    json: { error: { reason: 'card-not-supported', message: 'This kind of card is not supported: no layout.' } },
    text: 'This kind of card is not supported: no layout.',
  });
});

test('a reader on which no card was laid says so once', () => {
  const outcome = { ok: false, reason: 'no-card', kind: null, detail: 'no card was laid down' } as const;
  expect(cardReport(outcome).text).toBe('The reader works, and no card was laid down in time.');
});
