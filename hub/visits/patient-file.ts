import type { Patient } from 'fhir/r4.js';
import type { PresentedCredential } from '../contract/index.ts';
import { identifierSystems, type PatientIdentifier } from '../hospital/port.ts';
import type { Sex, TicketPatient } from '../queue/ticket.ts';
import { maskName, surnameOf } from './masked-name.ts';
import { isSameLatinName } from './latin-name.ts';
import { isSameName, plainName } from './plain-name.ts';

/** What the hub keeps of a patient's file for the time of a visit; undefined for a file without an id. */
export function keptOfFile(patient: Patient): TicketPatient | undefined {
  if (patient.id === undefined) return undefined;
  const { name, family } = nameOf(patient);
  const birthYear = Number(patient.birthDate?.slice(0, 4) ?? Number.NaN);
  return {
    patientId: patient.id,
    maskedName: maskName(name, family),
    surname: surnameOf(name, family),
    sex: sexOf(patient),
    birthYear: Number.isInteger(birthYear) ? birthYear : null,
  };
}

/** Whether a file can be that of the person whose card was read; a card without a name is taken at its number. */
export function bearsName(patient: Patient, cardName: string | null): boolean {
  if (cardName === null || plainName(cardName) === '') return true;
  const names = (patient.name ?? []).flatMap(({ text, family = '', given = [] }) => [
    text ?? '',
    family + given.join(''),
    given.join('') + family,
  ]);
  return names.some((name) => isSameName(name, cardName) || isSameLatinName(name, cardName));
}

/** The identifier by which the hospital knows a credential. What no law gives a system to is found by its value alone. */
export function identifierOf({ kind, number }: PresentedCredential): PatientIdentifier {
  switch (kind) {
    case 'hospital-card':
    case 'health-code':
    case 'other-code':
      return { system: null, value: number.trim() };
    case 'typed-number':
      return { system: null, value: asTyped(number) };
    case 'insurance-code':
      return { system: identifierSystems[kind], value: number };
    default:
      return { system: identifierSystems[kind], value: number.trim().toUpperCase() };
  }
}

/** A number however it was typed: in groups, in wide digits (３３), and 33060419680902048x for the one that ends in X. */
function asTyped(number: string): string {
  return number.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** The name by which the person is called now: the official one before the usual, a name of former days last. */
function nameOf(patient: Patient): { readonly name: string; readonly family: string | undefined } {
  const names = patient.name ?? [];
  const now = names.filter(({ use }) => use !== 'old' && use !== 'maiden' && use !== 'nickname' && use !== 'anonymous');
  const inOrder = [...now.filter(({ use }) => use === 'official'), ...now, ...names];
  const [chosen] = inOrder.flatMap((one) => {
    const name = writtenName(one);
    return name === '' ? [] : [{ name, family: one.family }];
  });
  return chosen ?? { name: '', family: undefined };
}

/** 张建明, Peter James Chalmers. */
function writtenName({ text, family = '', given = [] }: NonNullable<Patient['name']>[number]): string {
  if (text !== undefined && plainName(text) !== '') return text;
  const inChinese = /\p{Script=Han}/u.test(`${family}${given.join('')}`);
  return inChinese ? `${family}${given.join('')}` : [...given, family].join(' ').trim();
}

function sexOf(patient: Patient): Sex {
  return patient.gender === 'male' || patient.gender === 'female' ? patient.gender : 'unknown';
}
