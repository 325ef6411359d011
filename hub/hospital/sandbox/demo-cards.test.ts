import { readDemoPeople } from '@lobby/config/sites/demo/cards/demo-people.ts';
import { expect, test } from 'vitest';
import { isIdNumber } from './id-number.ts';

const { cards } = readDemoPeople();

test.each(cards.filter(({ kind }) => kind !== 'foreigner-2017' && kind !== 'passport'))(
  'the number on the card $id is valid and agrees with birthday and sex',
  ({ idNumber, birthDate, sex }) => {
    expect(isIdNumber(idNumber)).toBe(true);
    expect(idNumber.slice(6, 14)).toBe(birthDate.replaceAll('-', ''));
    expect(Number(idNumber[16]) % 2 === 1 ? 'male' : 'female').toBe(sex);
  },
);

test('the permit of Hong Kong has the area code of Hong Kong, the foreign card three letters and twelve digits', () => {
  expect(cards.find((card) => card.kind === 'hmt-permit')?.idNumber).toMatch(/^810000/);
  const foreign = cards.find((card) => card.kind === 'foreigner-2017');
  expect(foreign?.idNumber).toMatch(/^[A-Z]{3}\d{12}$/);
  expect(foreign?.idNumber.slice(0, 3)).toBe(foreign?.nationality);
});
