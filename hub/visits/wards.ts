import { randomUUIDv7 } from 'node:crypto';
import type { Site } from '@lobby/config';
import type { Clock } from '../clock.ts';
import type { PresentedCredential } from '../contract/index.ts';
import type { Dependant, HospitalPort } from '../hospital/port.ts';
import { identifierOf } from './patient-file.ts';

/** Documents that a state has given to a person: they say who somebody is, not only which file is meant. */
const identityDocuments: readonly PresentedCredential['kind'][] = [
  'resident-id',
  'hmt-permit',
  'foreigner-2017',
  'foreigner-2023',
  'passport',
];

/** Whether somebody holds a document of their own here: read by a device, not typed. */
export function isDocumentInHand({ kind, typed }: PresentedCredential): boolean {
  return identityDocuments.includes(kind) && typed !== true;
}

export interface WardParts {
  readonly port: HospitalPort;
  readonly site: Site;
  readonly clock: Clock;
}

/**
 * The children for whom the bearer of a document acts, by the hospital's files and the site's rule. A hospital that
 * cannot say, or does not answer, takes nothing from the bearer's own visit.
 */
export async function wardsOf(
  { port, site, clock }: WardParts,
  asked: { readonly credential: PresentedCredential; readonly terminalId: string },
): Promise<readonly Dependant[]> {
  const { guardians } = site.identification;
  const { credential, terminalId } = asked;
  if (!guardians.openChildren || !identityDocuments.includes(credential.kind)) return [];
  if (port.capabilities()['patient.dependants'] === 'unsupported') return [];
  const context = { terminalId, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' } as const;
  try {
    const found = await port.patient.dependants([identifierOf(credential)], context);
    const wards = found.ok ? found.value : [];
    return wards.filter(({ patient }) => isUnder(guardians.adultAge, patient.birthDate, { site, clock }));
  } catch {
    return [];
  }
}

/** Whether somebody born on this date is younger than so many years today; a date that is not whole, or on no calendar, says no. */
export function isUnder(
  years: number,
  birthDate: string | undefined,
  { site, clock }: { readonly site: Pick<Site, 'timeZone'>; readonly clock: Clock },
): boolean {
  const born = birthDate === undefined ? undefined : wholeDate(birthDate);
  if (born === undefined) return false;
  const today = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(site.timeZone).toPlainDate();
  return Temporal.PlainDate.compare(today, born.add({ years })) < 0;
}

/** Files have dates such as 2019-02-30 too; undefined for what is on no calendar. */
function wholeDate(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}
