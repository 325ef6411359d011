import { randomUUIDv7 } from 'node:crypto';
import type { Patient } from 'fhir/r4.js';
import type { PresentedCredential } from '../contract/index.ts';
import type { Attempts } from './attempts.ts';
import { isDocumentInHand, type WardParts } from './wards.ts';

export interface InpatientParts extends WardParts {
  readonly attempts: Attempts;
}

/** The inpatient with a wristband, or why nobody is found. */
export type FoundInpatient =
  | { readonly ok: true; readonly file: Patient }
  | { readonly ok: false; readonly reason: 'wristband-unknown' | 'too-many-tries' | 'hospital-unavailable' };

/** Whether relatives may act for inpatients here: by the site's rule, and where the hospital knows wristbands. */
export function inpatientsOffered({ port, site }: WardParts): boolean {
  return site.identification.inpatients.relativesMayAct && port.capabilities()['inpatient.find'] !== 'unsupported';
}

/** Whether somebody without a file may act for an inpatient: who they are is what a document in the hand says. */
export function strangerMayAct(parts: WardParts, credential: PresentedCredential): boolean {
  return isDocumentInHand(credential) && inpatientsOffered(parts);
}

/** Finds who wears a wristband. Wristbands nobody wears are counted like wrong tries at numbers. */
export async function findInpatient(
  parts: InpatientParts,
  asked: { readonly terminalId: string; readonly wristband: string },
): Promise<FoundInpatient> {
  const { terminalId } = asked;
  const attempt = { terminalId, number: asked.wristband.trim().toUpperCase() };
  if (!(await parts.attempts.begin(attempt))) return { ok: false, reason: 'too-many-tries' };
  const found = await inpatientAt(parts, terminalId, attempt.number);
  if (found === 'nobody') return { ok: false, reason: 'wristband-unknown' };
  await parts.attempts.takeBack(attempt);
  return found === 'unavailable' ? { ok: false, reason: 'hospital-unavailable' } : { ok: true, file: found };
}

async function inpatientAt(
  { port }: WardParts,
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
