import { randomUUIDv7 } from 'node:crypto';
import type { Patient } from 'fhir/r4.js';
import type { Site } from '@lobby/config';
import type { ActForBearerReply, ActForInpatientReply, Acting, Agenda } from '../contract/index.ts';
import type { Store } from '../store/store.ts';
import type { IdentifyParts } from './identify.ts';
import { keptOfFile } from './patient-file.ts';
import type { OpenVisit } from './storage.ts';
import { putWhose } from './whose-visit.ts';

export interface ActingParts extends IdentifyParts {
  readonly store: Store;
}

type InpatientRefusal = Extract<ActForInpatientReply, { ok: false }>['reason'];

/** Whoever holds this card says that it is not theirs and that they act for its patient. Said twice, it is said once. */
export async function actForBearer(parts: ActingParts, visit: OpenVisit): Promise<ActForBearerReply> {
  if (visit.patient === null) return { ok: false, reason: 'visit-ended' };
  if (visit.acting !== null) return { ok: true };
  const acting = { personId: null, relation: 'relative', how: 'patients-card' } as const;
  const put = await putWhose(parts, visit, { patient: visit.patient, acting });
  return put ? { ok: true } : { ok: false, reason: 'visit-ended' };
}

/**
 * Turns the visit of somebody who has shown a card of their own into one for the inpatient with a wristband. Wristbands
 * nobody wears are counted like wrong tries at numbers.
 */
export async function actForInpatient(
  parts: ActingParts,
  visit: OpenVisit,
  wristband: string,
): Promise<ActForInpatientReply> {
  const bearer = visit.choices.find(({ owner }) => owner === 'bearer');
  if (bearer === undefined || !isOffered(parts)) return refused('not-offered');
  const attempt = { terminalId: visit.terminalId, number: wristband.trim().toUpperCase() };
  if (!(await parts.attempts.begin(attempt))) return refused('too-many-tries');
  const found = await inpatientAt(parts, visit.terminalId, attempt.number);
  if (found === 'nobody') return refused('wristband-unknown');
  await parts.attempts.takeBack(attempt);
  const patient = found === 'unavailable' ? undefined : keptOfFile(found);
  if (patient === undefined) return refused('hospital-unavailable');
  const acting = { personId: bearer.patient.patientId, relation: 'relative', how: 'wristband' } as const;
  // Whoever wears the wristband and has come down alone does not act for anybody.
  const isSelf = patient.patientId === bearer.patient.patientId;
  const put = await putWhose(parts, visit, { patient, acting: isSelf ? null : acting });
  return put ? { ok: true, maskedName: patient.maskedName } : refused('visit-ended');
}

/** What whoever acts may know of that on the screen. */
export function actingShown(site: Site, acting: Acting | null): Agenda['acting'] {
  if (acting === null) return null;
  return { relation: acting.relation, how: acting.how, mayCheckIn: mayCheckIn(site, acting) };
}

/** Only for an inpatient the site may have it otherwise: whoever has the patient's card or a child may do everything. */
export function mayCheckIn(site: Site, acting: Acting): boolean {
  return acting.how !== 'wristband' || site.identification.inpatients.errands.includes('check-in');
}

function isOffered({ port, site }: ActingParts): boolean {
  return site.identification.inpatients.relativesMayAct && port.capabilities()['inpatient.find'] !== 'unsupported';
}

async function inpatientAt(
  { port }: ActingParts,
  terminalId: string,
  wristband: string,
): Promise<Patient | 'nobody' | 'unavailable'> {
  const context = { terminalId, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' } as const;
  try {
    const found = await port.inpatient.find(wristband, context);
    if (found.ok) return found.value;
    return found.reason === 'not-found' ? 'nobody' : 'unavailable';
  } catch {
    return 'unavailable';
  }
}

function refused(reason: InpatientRefusal): ActForInpatientReply {
  return { ok: false, reason };
}
