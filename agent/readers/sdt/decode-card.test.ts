import { describe, expect, test } from 'vitest';
import { decodeCard } from './decode-card.ts';
import { publishedLayouts } from './layouts.ts';

/** Text of a card: what is written where, the rest blanks. */
function textWith(written: Readonly<Record<number, string>>): Uint8Array {
  const text = Buffer.from(' '.repeat(128), 'utf16le');
  for (const [offset, value] of Object.entries(written)) text.write(value, Number(offset), 'utf16le');
  return text;
}

const written = {
  0: '王芳',
  30: '2',
  32: '25',
  36: '19491231',
  52: '贵州省三都水族自治县 1 号',
  122: '11010519491231002X',
  158: '三都水族自治县公安局',
  188: '20150301',
  204: '20350301',
};
const decode = (changes: Readonly<Record<number, string>>, layouts = publishedLayouts) =>
  decodeCard({ text: textWith({ ...written, ...changes }), layouts, today: '2026-11-22' });

describe('a resident card', () => {
  test('gives its fields', () => {
    expect(decode({})).toEqual({
      ok: true,
      card: {
        kind: 'resident-id',
        name: '王芳',
        nameLatin: null,
        nationality: null,
        sex: 'female',
        nation: '水',
        birthDate: '1949-12-31',
        address: '贵州省三都水族自治县 1 号',
        idNumber: '11010519491231002X',
        issuer: '三都水族自治县公安局',
        validFrom: '2015-03-01',
        validTo: '2035-03-01',
      },
    });
  });

  test('valid for ever (长期) has no end', () => {
    expect(decode({ 204: '长期      ' })).toMatchObject({ card: { validTo: null } });
  });

  test('with a small or full-width x in its number gives a capital X', () => {
    expect(decode({ 122: '11010519491231002x' })).toMatchObject({ card: { idNumber: '11010519491231002X' } });
    expect(decode({ 122: '１１０１０５１９４９１２３１００２Ｘ' })).toMatchObject({
      card: { idNumber: '11010519491231002X' },
    });
  });

  test.each([
    ['0', 'unknown'],
    ['1', 'male'],
    ['9', 'unknown'],
    [' ', null],
  ])('with sex code "%s" is %s', (code, sex) => expect(decode({ 30: code })).toMatchObject({ card: { sex } }));

  test('with a code or a date that is none lacks the field', () => {
    expect(decode({ 32: '57', 36: '20230229' })).toMatchObject({ ok: true, card: { nation: null, birthDate: null } });
  });

  test.each(['\0', '1', '-'])('with "%s" where a kind would stand is still one', (mark) => {
    expect(decode({ 248: mark })).toMatchObject({ ok: true, card: { kind: 'resident-id' } });
  });
});

describe('a name', () => {
  test('keeps rare characters, of plane 2 and of the private area too', () => {
    expect(decode({ 0: '䶮㛃𠅤\ue123·阿' })).toMatchObject({ card: { name: '䶮㛃𠅤\ue123·阿' } });
  });

  test('loses control bytes, bidi marks, invisible characters and halves', () => {
    const name = '\u202e张\u0000\u001b\u200f\ufeff三\ud840';
    expect(decode({ 0: name })).toMatchObject({ card: { name: '张三' } });
  });

  test('keeps markup as the text that it is', () => {
    expect(decode({ 0: '<b>张三</b>' })).toMatchObject({ card: { name: '<b>张三</b>' } });
  });

  test('of blanks alone is none', () => expect(decode({ 0: '\u3000　' })).toMatchObject({ card: { name: null } }));
});

describe('a card of 2023', () => {
  test('is named and not guessed at', () => {
    expect(decode({ 248: 'Y' })).toEqual({
      ok: false,
      problem: 'card-not-supported',
      kind: 'foreigner-2023',
      detail: 'no layout for a card of kind foreigner-2023',
    });
  });

  test('is read where a site knows the layout', () => {
    const layouts = { ...publishedLayouts, 'foreigner-2023': publishedLayouts['hmt-permit'] };
    expect(decode({ 248: 'Y' }, layouts)).toMatchObject({ ok: true, card: { kind: 'foreigner-2023', name: '王芳' } });
  });
});

test.each([
  [{ 122: ' '.repeat(18) }, 'the card holds no number'],
  [{ 122: '110105194912310021' }, 'check-digit of the number is wrong'],
  [{ 122: 'USA110075090', 248: 'I' }, 'not three letters and twelve digits'],
])('a number that is none is said without quoting it', (changes, detail) => {
  expect(decode(changes)).toMatchObject({ ok: false, problem: 'number-invalid', detail });
});
