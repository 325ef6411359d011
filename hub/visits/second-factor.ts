import type { Patient } from 'fhir/r4.js';
import type { VisitProof } from '../contract/index.ts';
import { bearsName } from './patient-file.ts';

/** What a patient says of themselves beside a number. */
export type Knowledge = Extract<VisitProof, { by: 'birth-date' | 'phone-end' | 'passport-lines' }>;

/** Whether a file holds what was said. A file that does not have it, or has a part of a date only, holds nothing. */
export function holds(patient: Patient, said: Knowledge): boolean {
  switch (said.by) {
    case 'birth-date':
      return patient.birthDate === said.birthDate;
    case 'phone-end':
      return phonesOf(patient).some((phone) => phone.endsWith(said.digits));
    case 'passport-lines':
      return patient.birthDate === said.birthDate && bearsName(patient, said.name);
  }
}

/** Telephone numbers of a file, digits only; what is too short to be one does not count. */
function phonesOf(patient: Patient): string[] {
  return (patient.telecom ?? [])
    .filter(({ system, use }) => (system === 'phone' || system === 'sms') && use !== 'old')
    .map(({ value }) => (value ?? '').replace(/\D/g, ''))
    .filter((digits) => digits.length >= 7);
}
