import { composeIdNumber } from './id-number.ts';
import { areaCodes, familyNames, givenNames } from './invented-names.ts';
import { seededRandom, seedFor } from './seeded-random.ts';

/** A person who lives in the sandbox hospital's files only. */
export interface InventedPatient {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly sex: 'male' | 'female';
  /** ISO date. */
  readonly birthDate: string;
  readonly idNumber: string;
}

const dayMilliseconds = 86_400_000;
const earliestBirth = Date.UTC(1938, 0, 1);
const birthDays = 86 * 365;

/** The background patients of a seed: always the same ones, each with a citizen identity number of its own. */
export function inventPatients(wanted: { readonly seed: number; readonly count: number }): InventedPatient[] {
  const random = seededRandom(seedFor(wanted.seed, 'patients'));
  const used = new Set<string>();
  const people: InventedPatient[] = [];
  while (people.length < wanted.count) {
    const sex = random.below(2) === 0 ? 'male' : 'female';
    const birthDate = new Date(earliestBirth + random.below(birthDays) * dayMilliseconds).toISOString().slice(0, 10);
    const sequence = 2 * random.below(499) + (sex === 'male' ? 1 : 2);
    const idNumber = composeIdNumber({ areaCode: random.pick(areaCodes), birthDate, sequence });
    if (used.has(idNumber)) continue;
    used.add(idNumber);
    const id = `p-${wanted.seed}-${String(people.length + 1).padStart(4, '0')}`;
    people.push({
      id,
      family: random.pick(familyNames),
      given: random.pick(givenNames[sex]),
      sex,
      birthDate,
      idNumber,
    });
  }
  return people;
}
