import { expect, test } from 'vitest';
import { isIdNumber } from './id-number.ts';
import { inventPatients } from './population.ts';

const people = inventPatients({ seed: 20260101, count: 400 });

test('four hundred patients have four hundred valid numbers that agree with their birthday and sex', () => {
  expect(new Set(people.map((person) => person.idNumber)).size).toBe(400);
  for (const { idNumber, birthDate, sex } of people) {
    expect(isIdNumber(idNumber)).toBe(true);
    expect(idNumber.slice(6, 14)).toBe(birthDate.replaceAll('-', ''));
    expect(Number(idNumber[16]) % 2 === 1 ? 'male' : 'female').toBe(sex);
  }
});

test('the same seed invents the same people, another seed others', () => {
  expect(inventPatients({ seed: 20260101, count: 400 })).toEqual(people);
  expect(inventPatients({ seed: 7, count: 1 })[0]?.idNumber).not.toBe(people[0]?.idNumber);
});
