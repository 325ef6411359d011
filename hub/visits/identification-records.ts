import { randomUUIDv7 } from 'node:crypto';
import type { Acting, StaffPerson } from '../contract/index.ts';
import type { Database, IdentificationRecordRow, WriteTransaction } from '../store/tables.ts';

/** What is written down of identifications in which somebody else had a hand. */
export type RecordedDeed = 'vouched' | 'acted';

/** One such identification: who, where, when, for which file. Never a name or a number of a card. */
export interface IdentificationRecord {
  readonly id: string;
  readonly at: string;
  readonly businessDate: string;
  readonly terminalId: string;
  readonly visitId: string;
  readonly what: RecordedDeed;
  readonly patientId: string;
  readonly staff: Pick<StaffPerson, 'staffId' | 'role'> | null;
  readonly actedBy: Acting | null;
}

/** Adds to the record. Nothing in it is ever changed. */
export async function recordIdentification(
  transaction: WriteTransaction,
  record: Omit<IdentificationRecord, 'id'>,
): Promise<void> {
  const row: IdentificationRecordRow = {
    id: randomUUIDv7(),
    at: record.at,
    business_date: record.businessDate,
    terminal_id: record.terminalId,
    visit_id: record.visitId,
    what: record.what,
    patient_id: record.patientId,
    staff_id: record.staff?.staffId ?? null,
    staff_role: record.staff?.role ?? null,
    acted_by: record.actedBy === null ? null : JSON.stringify(record.actedBy),
  };
  await transaction.insertInto('identification_record').values(row).execute();
}

/** The identifications of a business date in which somebody else had a hand, newest first. */
export async function identificationRecords(
  database: Database,
  of: { readonly businessDate: string; readonly limit: number },
): Promise<readonly IdentificationRecord[]> {
  const rows = await database
    .selectFrom('identification_record')
    .selectAll()
    .where('business_date', '=', of.businessDate)
    .orderBy('id', 'desc')
    .limit(of.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    businessDate: row.business_date,
    terminalId: row.terminal_id,
    visitId: row.visit_id,
    what: row.what as RecordedDeed,
    patientId: row.patient_id,
    staff: row.staff_id === null ? null : { staffId: row.staff_id, role: row.staff_role as StaffPerson['role'] },
    actedBy: row.acted_by === null ? null : (JSON.parse(row.acted_by) as Acting),
  }));
}
