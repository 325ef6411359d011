import type { Patient } from 'fhir/r4.js';
import type { VisitProof } from '../contract/index.ts';

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
      // Two digits of the year: a machine readable zone has no century.
      return patient.birthDate?.replaceAll('-', '').slice(2) === said.birthDate;
  }
}

/** Telephone numbers of a file, digits only; what is too short to be one does not count. */
function phonesOf(patient: Patient): string[] {
  return (patient.telecom ?? [])
    .filter(({ system, use }) => (system === 'phone' || system === 'sms') && use !== 'old')
    .map(({ value }) => (value ?? '').replace(/\D/g, ''))
    .filter((digits) => digits.length >= 7);
}
