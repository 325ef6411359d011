import type { LeftReason } from '../contract/index.ts';

/** Why something was left, as an operator reads it. */
export const reasonSentences: Readonly<Record<LeftReason, string>> = {
  unreadable: 'is not JSON, or is cut off',
  'too-large': 'is larger than a load takes',
  'too-deep': 'is nested too deep',
  'not-a-resource': 'is no FHIR resource: it has no resourceType',
  'type-not-used': 'is of a type that a load has no use for',
  'entered-in-error': 'is marked as entered in error',
  inactive: 'is a file that is not in use any more',
  'no-content': 'has nothing by which it could be found or shown',
  duplicate: 'comes again later; the later one counts',
  'status-unknown': 'has no status, or none of FHIR R4',
  'not-booked': 'is not booked: proposed, pending, on a waiting list or declined',
  'no-time': 'does not say when it is, nor do its slots',
  'time-unreadable': 'has a time that is not exact to the day',
  'no-patient': 'names no patient',
  'patient-missing': 'names a patient who is not in the data; load that file too',
};
