import type { Account } from '../contract/index.ts';
import type { Database } from '../store/tables.ts';
import { memberOfRow, type StaffMember } from './account-storage.ts';

/** Every account, by work number. */
export async function listAccounts(database: Database, at: string): Promise<readonly Account[]> {
  const rows = await database.selectFrom('staff').selectAll().orderBy('work_no').execute();
  const locked = await lockedNumbers(database, at);
  const seated = await desksOfEach(database, at);
  return rows.flatMap((row) => {
    const member = memberOfRow(row);
    if (member === undefined) return [];
    const { workNo, name, title, role, source } = member;
    const lockedUntil = locked.get(workNo) ?? null;
    return [
      { workNo, name, title, role, source, state: stateOf(member, at), lockedUntil, desks: seated.get(workNo) ?? [] },
    ];
  });
}

function stateOf({ disabledAt, oneTimeUntil }: StaffMember, at: string): Account['state'] {
  if (disabledAt !== null) return 'disabled';
  if (oneTimeUntil === null) return 'good';
  return oneTimeUntil > at ? 'one-time-password' : 'one-time-password-ran-out';
}

async function lockedNumbers(database: Database, at: string): Promise<ReadonlyMap<string, string>> {
  const query = database.selectFrom('login_attempt').select(['work_no', 'locked_until']);
  const rows = await query.where('locked_until', '>', at).execute();
  return new Map(rows.map((row) => [row.work_no, row.locked_until ?? at]));
}

async function desksOfEach(database: Database, at: string): Promise<ReadonlyMap<string, string[]>> {
  const query = database.selectFrom('login').select(['work_no', 'desk_id']).where('ended_at', 'is', null);
  const desks = new Map<string, string[]>();
  for (const row of await query.where('expires_at', '>', at).orderBy('desk_id').execute()) {
    const known = desks.get(row.work_no) ?? [];
    if (!known.includes(row.desk_id)) known.push(row.desk_id);
    desks.set(row.work_no, known);
  }
  return desks;
}
