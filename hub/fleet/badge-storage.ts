import { staffRoles, type Badge, type StaffPerson, type Words } from '../contract/index.ts';
import type { BadgeRow, Database, StaffLoginRow, WriteTransaction } from '../store/tables.ts';

export async function badgeRow(database: Database, id: string): Promise<BadgeRow | undefined> {
  return database.selectFrom('badge').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Stores a badge under the next number of its day; two at the same time get different ones. */
export async function insertBadge(
  transaction: WriteTransaction,
  badge: Omit<BadgeRow, 'number' | 'withdrawn_at'>,
): Promise<number> {
  for (;;) {
    const { most } = await transaction
      .selectFrom('badge')
      .select((build) => build.fn.max('number').as('most'))
      .where('business_date', '=', badge.business_date)
      .executeTakeFirstOrThrow();
    const number = Number(most ?? 0) + 1;
    const row = transaction.insertInto('badge').values({ ...badge, number, withdrawn_at: null });
    const taken = row.onConflict((conflict) => conflict.columns(['business_date', 'number']).doNothing());
    if ((await taken.executeTakeFirst()).numInsertedOrUpdatedRows === 1n) return number;
  }
}

/** The badges of a day as those who issue them see them. */
export async function badgesOf(database: Database, businessDate: string): Promise<readonly Badge[]> {
  const rows = await database
    .selectFrom('badge')
    .leftJoin('staff_login', 'staff_login.badge_id', 'badge.id')
    .select(['badge.id', 'badge.number', 'badge.name', 'issued_by', 'issued_at', 'withdrawn_at'])
    .select((build) => build.fn.max('staff_login.at').as('used'))
    .where('business_date', '=', businessDate)
    .groupBy(['badge.id', 'badge.number', 'badge.name', 'issued_by', 'issued_at', 'withdrawn_at'])
    .orderBy('badge.number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: nameOnBadge(row),
    issuedBy: row.issued_by,
    issuedAt: row.issued_at,
    withdrawnAt: row.withdrawn_at,
    lastUsedAt: row.used,
  }));
}

/** False when it was withdrawn before, or never issued. */
export async function withdrawBadgeRow(transaction: WriteTransaction, id: string, at: string): Promise<boolean> {
  const row = transaction.updateTable('badge').set({ withdrawn_at: at }).where('id', '=', id);
  return (await row.where('withdrawn_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n;
}

export async function insertStaffLogin(transaction: WriteTransaction, row: StaffLoginRow): Promise<void> {
  await transaction.insertInto('staff_login').values(row).execute();
}

/** False when it was over before, or never was. */
export async function endStaffLogin(
  transaction: WriteTransaction,
  { tokenHash, at }: { readonly tokenHash: string; readonly at: string },
): Promise<boolean> {
  const row = transaction.updateTable('staff_login').set({ ended_at: at }).where('token_hash', '=', tokenHash);
  return (await row.where('ended_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n;
}

/** Who holds a login, while it, the account and the badge are valid. */
export async function personOfLogin(
  database: Database,
  login: { readonly tokenHash: string; readonly at: string; readonly businessDate: string },
): Promise<StaffPerson | undefined> {
  const row = await database
    .selectFrom('staff_login')
    .leftJoin('staff', (join) =>
      join.onRef('staff.work_no', '=', 'staff_login.work_no').on('staff.disabled_at', 'is', null),
    )
    .leftJoin('badge', (join) =>
      join
        .onRef('badge.id', '=', 'staff_login.badge_id')
        .on('badge.withdrawn_at', 'is', null)
        .on('badge.business_date', '=', login.businessDate),
    )
    .select(['staff.work_no', 'staff.name', 'staff.role'])
    .select(['badge.id', 'badge.number', 'badge.name as on_badge', 'badge.role as badge_role'])
    .where('staff_login.token_hash', '=', login.tokenHash)
    .where('staff_login.ended_at', 'is', null)
    .where('staff_login.expires_at', '>', login.at)
    .executeTakeFirst();
  const role = staffRoles.find((known) => known === (row?.role ?? row?.badge_role));
  if (row === undefined || role === undefined) return undefined;
  if (row.work_no !== null && row.name !== null)
    return { staffId: row.work_no, role, name: JSON.parse(row.name) as Words };
  if (row.id === null || row.number === null) return undefined;
  return { staffId: row.id, role, name: nameOnBadge({ name: row.on_badge, number: row.number }) };
}

/** How a volunteer is called: by the name on the badge, else by its number. */
export function nameOnBadge(badge: { readonly name: string | null; readonly number: number }): Words {
  if (badge.name !== null) return { zh: badge.name, en: badge.name };
  return { zh: `志愿者 ${badge.number} 号`, en: `Volunteer ${badge.number}` };
}

/** Logins that have run out, and badges whose day is long over. */
export async function forgetStaffLogins(
  database: Database,
  before: { readonly at: string; readonly businessDate: string },
): Promise<void> {
  await database.deleteFrom('staff_login').where('expires_at', '<', before.at).execute();
  await database.deleteFrom('badge').where('business_date', '<', before.businessDate).execute();
}
