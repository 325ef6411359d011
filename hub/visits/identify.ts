import { randomUUIDv7 } from 'node:crypto';
import type { Patient } from 'fhir/r4.js';
import type {
  Acting,
  OpenVisit,
  PresentedCredential,
  StaffPerson,
  VisitProof,
  VisitRefusal,
} from '../contract/index.ts';
import { factorsBeside } from '../contract/index.ts';
import type { PatientIdentifier } from '../hospital/port.ts';
import type { Staff } from '../hub.ts';
import type { Try } from './attempts.ts';
import type { MarkCard } from './card-marks.ts';
import { findInpatient, strangerMayAct, type InpatientParts } from './inpatients.ts';
import { filesOfOneOwner } from './one-owner.ts';
import { bearsName, identifierOf } from './patient-file.ts';
import { holds, type Knowledge } from './second-factor.ts';

export interface IdentifyParts extends InpatientParts {
  readonly markCard: MarkCard;
  /** Who vouches for a patient. */
  readonly staff: Pick<Staff, 'vouch'>;
}

/**
 * The files that a credential opens. `approvedBy`: who vouched for it. `actedBy`: whoever showed it acts for the patient of
 * these files. `mayAct`: there is no file, and an inpatient's wristband would do.
 */
export type Identified =
  | {
      readonly ok: true;
      readonly files: readonly Patient[];
      readonly approvedBy: StaffPerson | null;
      readonly actedBy: Acting | null;
    }
  | { readonly ok: false; readonly reason: VisitRefusal; readonly mayAct?: true };

/** Whose files a credential opens, with what stands behind it. Writes nothing but the count of tries. */
export async function identify(
  parts: IdentifyParts,
  asked: { readonly terminalId: string; readonly request: OpenVisit },
): Promise<Identified> {
  const { credential, proof } = asked.request;
  const { accepts } = parts.site.identification;
  if (!accepts.includes(credential.kind)) return refused('not-accepted');
  if (proof?.by === 'wristband') return byWristband(parts, { ...asked, credential, wristband: proof.wristband });
  if (opensByItself(parts, credential)) return byCredential(parts, asked.terminalId, credential);
  if (proof === undefined) return refused('second-factor-needed');
  if (isKnowledge(proof)) return byKnowledge(parts, { terminalId: asked.terminalId, credential, said: proof });
  return byStaff(parts, { terminalId: asked.terminalId, credential, proof });
}

/** Whether a credential is enough without anything behind it. */
export function opensByItself({ site }: Pick<IdentifyParts, 'site'>, { kind, typed }: PresentedCredential): boolean {
  const { accepts, askSecondFactor } = site.identification;
  if (kind === 'typed-number' || typed === true) return false;
  return accepts.includes(kind) && !askSecondFactor.some((asking) => asking === kind);
}

function isKnowledge(proof: VisitProof): proof is Knowledge {
  return proof.by === 'birth-date' || proof.by === 'phone-end' || proof.by === 'passport-lines';
}

async function byCredential(
  parts: IdentifyParts,
  terminalId: string,
  credential: PresentedCredential,
): Promise<Identified> {
  const identifier = identifierOf(credential);
  const found = await filesAt(parts, terminalId, identifier);
  if (found === undefined) return refused('hospital-unavailable');
  if (found.length === 0 && strangerMayAct(parts, credential))
    return { ok: false, reason: 'patient-unknown', mayAct: true };
  return opened({ found, identifier, name: credential.name, ifNone: 'patient-unknown' });
}

/** Somebody without a file acts for an inpatient; of them the mark of the card they showed is known. */
async function byWristband(
  parts: IdentifyParts,
  of: { readonly terminalId: string; readonly credential: PresentedCredential; readonly wristband: string },
): Promise<Identified> {
  if (!strangerMayAct(parts, of.credential)) return refused('not-accepted');
  const found = await findInpatient(parts, of);
  if (!found.ok) return refused(found.reason);
  const card = parts.markCard(of.credential);
  const actedBy = { personId: null, relation: 'relative', how: 'wristband', card } as const;
  return { ok: true, files: [found.file], approvedBy: null, actedBy };
}

/** A number nobody has and a wrong answer look alike: whoever guesses learns nothing. */
async function byKnowledge(
  parts: IdentifyParts,
  of: { readonly terminalId: string; readonly credential: PresentedCredential; readonly said: Knowledge },
): Promise<Identified> {
  const { terminalId, credential, said } = of;
  const identifier = identifierOf(credential);
  if (!mayAsk(parts, said, credential)) return refused('second-factor-needed');
  const attempt: Try = { terminalId, number: identifier.value };
  if (!(await parts.attempts.begin(attempt))) return refused('too-many-tries');
  const found = await filesAt(parts, terminalId, identifier);
  if (found === undefined) {
    await parts.attempts.takeBack(attempt);
    return refused('hospital-unavailable');
  }
  const right = found.filter((patient) => holds(patient, said) && bearsName(patient, credential.name));
  if (right.length > 0) await parts.attempts.takeBack(attempt);
  return opened({ found: right, identifier, name: credential.name, ifNone: 'not-matched' });
}

function mayAsk({ site }: IdentifyParts, said: Knowledge, { kind, number }: PresentedCredential): boolean {
  if (said.by === 'passport-lines') return kind === 'passport';
  return factorsBeside(number, site.identification.secondFactors).includes(said.by);
}

async function byStaff(
  parts: IdentifyParts,
  of: {
    readonly terminalId: string;
    readonly credential: PresentedCredential;
    readonly proof: Extract<VisitProof, { by: 'badge' | 'password' }>;
  },
): Promise<Identified> {
  const { terminalId, credential, proof } = of;
  const roles = parts.site.identification.approvedBy;
  if (roles.length === 0) return refused('staff-not-allowed');
  const shown = proof.by === 'badge' ? { badge: proof.badge } : { workNo: proof.workNo, password: proof.password };
  const vouched = await parts.staff.vouch(shown, roles, terminalId);
  if (!vouched.ok) return refused(refusalOfStaff[vouched.reason]);
  const identifier = identifierOf(credential);
  const found = await filesAt(parts, terminalId, identifier);
  if (found === undefined) return refused('hospital-unavailable');
  const files = opened({ found, identifier, name: credential.name, ifNone: 'patient-unknown' });
  return files.ok ? { ...files, approvedBy: vouched.person } : files;
}

const refusalOfStaff = {
  'wrong-number-or-password': 'staff-not-recognised',
  'badge-invalid': 'staff-not-recognised',
  locked: 'staff-locked',
  'role-not-allowed': 'staff-not-allowed',
} as const satisfies Record<string, VisitRefusal>;

function opened(of: {
  readonly found: readonly Patient[];
  readonly identifier: PatientIdentifier;
  readonly name: string | null;
  readonly ifNone: VisitRefusal;
}): Identified {
  const { found, identifier, name } = of;
  if (found.length === 0) return refused(of.ifNone);
  const files = filesOfOneOwner(found, identifier);
  if (files === 'several-owners') return refused('ask-staff');
  // A parent's card opens the child's file as well: one file must bear the name on the card, not all.
  if (!files.some((patient) => bearsName(patient, name))) return refused('name-differs');
  return { ok: true, files, approvedBy: null, actedBy: null };
}

/** Files with an identifier; undefined when the hospital gave no answer. */
async function filesAt(
  { port }: IdentifyParts,
  terminalId: string,
  identifier: PatientIdentifier,
): Promise<readonly Patient[] | undefined> {
  const context = { terminalId, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' } as const;
  try {
    const found = await port.patient.find([identifier], context);
    if (found.ok) return found.value;
    return found.reason === 'not-found' ? [] : undefined;
  } catch {
    return undefined;
  }
}

function refused(reason: VisitRefusal): Identified {
  return { ok: false, reason };
}
