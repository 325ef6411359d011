import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Acting, StaffPerson } from '../contract/index.ts';
import type { TicketPatient } from '../queue/ticket.ts';
import type { Store } from '../store/store.ts';
import type { WriteTransaction } from '../store/tables.ts';
import { recordIdentification, type IdentificationRecord } from './identification-records.ts';
import { putPatient, type OpenVisit } from './storage.ts';

interface WhoseVisitParts {
  readonly site: Site;
  readonly store: Store;
  readonly clock: Clock;
}

/** Says whose visit it is and who acts in it, and records the latter. False: the visit has ended in the meantime. */
export async function putWhose(
  parts: WhoseVisitParts,
  visit: Pick<OpenVisit, 'id' | 'terminalId'>,
  whose: { readonly patient: TicketPatient; readonly acting: Acting | null },
): Promise<boolean> {
  return parts.store.change(async (transaction) => {
    const put = await putPatient(transaction, visit.id, whose);
    if (put && whose.acting !== null) {
      const { patientId } = whose.patient;
      const deed = { what: 'acted', patientId, staff: null, actedBy: whose.acting } as const;
      await recordIdentification(transaction, { ...whenAndWhere(parts, visit), ...deed });
    }
    return { reply: put, events: [] };
  });
}

/** Records that a staff member vouched for a visit, once for each file that it opens. */
export async function recordVouching(
  parts: WhoseVisitParts,
  transaction: WriteTransaction,
  of: { readonly visit: Pick<OpenVisit, 'id' | 'terminalId' | 'choices'>; readonly approvedBy: StaffPerson },
): Promise<void> {
  const { staffId, role } = of.approvedBy;
  for (const { patient } of of.visit.choices) {
    const deed = { what: 'vouched', patientId: patient.patientId, staff: { staffId, role }, actedBy: null } as const;
    await recordIdentification(transaction, { ...whenAndWhere(parts, of.visit), ...deed });
  }
}

function whenAndWhere(
  { site, clock }: WhoseVisitParts,
  visit: Pick<OpenVisit, 'id' | 'terminalId'>,
): Pick<IdentificationRecord, 'at' | 'businessDate' | 'terminalId' | 'visitId'> {
  const { businessDate } = clinicTimeOf(site, clock.now());
  return { at: isoNow(clock), businessDate, terminalId: visit.terminalId, visitId: visit.id };
}
