import type { Site } from '@lobby/config';
import type { ActForBearerReply, ActForInpatientReply, Acting, Agenda } from '../contract/index.ts';
import type { Store } from '../store/store.ts';
import { findInpatient, inpatientsOffered, type InpatientParts } from './inpatients.ts';
import { keptOfFile } from './patient-file.ts';
import type { OpenVisit } from './storage.ts';
import { putWhose } from './whose-visit.ts';

export interface ActingParts extends InpatientParts {
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

/** Turns the visit of somebody who has shown a card of their own into one for the inpatient with a wristband. */
export async function actForInpatient(
  parts: ActingParts,
  visit: OpenVisit,
  wristband: string,
): Promise<ActForInpatientReply> {
  const bearer = visit.choices.find(({ owner }) => owner === 'bearer');
  if (bearer === undefined || !inpatientsOffered(parts)) return refused('not-offered');
  const found = await findInpatient(parts, { terminalId: visit.terminalId, wristband });
  if (!found.ok) return refused(found.reason);
  const patient = keptOfFile(found.file);
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

function refused(reason: InpatientRefusal): ActForInpatientReply {
  return { ok: false, reason };
}
