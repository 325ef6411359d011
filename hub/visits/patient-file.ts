import type { Patient } from 'fhir/r4.js';
import type { PresentedCredential } from '../contract/index.ts';
import { identifierSystems, type PatientIdentifier } from '../hospital/port.ts';
import type { Sex, TicketPatient } from '../queue/ticket.ts';
import { maskName, surnameOf } from './masked-name.ts';
import { isSameName, plainName } from './plain-name.ts';

/** What the hub keeps of a patient's file for the time of a visit; undefined for a file without an id. */
export function keptOfFile(patient: Patient): TicketPatient | undefined {
  if (patient.id === undefined) return undefined;
  const name = nameOf(patient);
  const family = patient.name?.find((one) => one.family !== undefined)?.family;
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
  return names.some((name) => isSameName(name, cardName));
}

/** The identifier by which the hospital knows a credential. What no law gives a system to is found by its value alone. */
export function identifierOf({ kind, number }: PresentedCredential): PatientIdentifier {
  switch (kind) {
    case 'hospital-card':
    case 'health-code':
    case 'other-code':
    case 'typed-number':
      return { system: null, value: number.trim() };
    case 'insurance-code':
      return { system: identifierSystems[kind], value: number };
    default:
      return { system: identifierSystems[kind], value: number.trim().toUpperCase() };
  }
}

function nameOf(patient: Patient): string {
  const name = patient.name?.find((one) => one.use === 'official') ?? patient.name?.[0];
  if (name === undefined) return '';
  return name.text ?? `${name.family ?? ''}${(name.given ?? []).join('')}`;
}

function sexOf(patient: Patient): Sex {
  return patient.gender === 'male' || patient.gender === 'female' ? patient.gender : 'unknown';
}
