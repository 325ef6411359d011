import { staffRoles, type StaffRole, type Words } from '../contract/index.ts';
import { statement } from '../store/statement.ts';
import type { Database, StaffRow, WriteTransaction } from '../store/tables.ts';

/** A staff member as the hub knows one. Instants; null: never, or no such thing. */
export interface StaffMember {
  readonly workNo: string;
  readonly name: Words;
  readonly title: Words | null;
  readonly role: StaffRole;
  readonly passwordHash: string;
  readonly source: 'demo' | 'operator';
  readonly disabledAt: string | null;
  /** Set while the password is a one-time one: until when it can be changed into a password of one's own. */
  readonly oneTimeUntil: string | null;
}

export async function staffMember(database: Database, workNo: string): Promise<StaffMember | undefined> {
  const { rows } = await database.executeQuery(member(database, { workNo }));
  const [row] = rows;
  return row === undefined ? undefined : memberOfRow(row);
}

const member = statement((database, { workNo }: { readonly workNo: string }) =>
  database.selectFrom('staff').selectAll().where('work_no', '=', workNo),
);

/** Undefined for a role that a newer hub server on the same database gave. */
export function memberOfRow(row: StaffRow): StaffMember | undefined {
  const role = staffRoles.find((known) => known === row.role);
  if (role === undefined) return undefined;
  return {
    workNo: row.work_no,
    name: JSON.parse(row.name) as Words,
    title: row.title === null ? null : (JSON.parse(row.title) as Words),
    role,
    passwordHash: row.password_hash,
    source: row.source === 'operator' ? 'operator' : 'demo',
    disabledAt: row.disabled_at,
    oneTimeUntil: row.one_time_until,
  };
}

/** Stores an account of a demo; one that an operator has made under this number stays as it is. */
export async function putDemoMember(
  database: Database,
  member: Pick<StaffMember, 'workNo' | 'name' | 'title' | 'role' | 'passwordHash'>,
): Promise<void> {
  const row = {
    name: JSON.stringify(member.name),
    title: member.title === null ? null : JSON.stringify(member.title),
    role: member.role,
    password_hash: member.passwordHash,
  };
  await database
    .insertInto('staff')
    .values({ work_no: member.workNo, ...row, source: 'demo', disabled_at: null, one_time_until: null })
    .onConflict((conflict) => conflict.column('work_no').doUpdateSet(row).where('staff.source', '=', 'demo'))
    .execute();
}

/** Stores an account that an operator has made; false when somebody has just made one under this number. */
export async function insertMember(
  transaction: WriteTransaction,
  member: Pick<StaffMember, 'workNo' | 'name' | 'title' | 'role' | 'passwordHash' | 'oneTimeUntil'>,
): Promise<boolean> {
  const row = {
    work_no: member.workNo,
    name: JSON.stringify(member.name),
    title: member.title === null ? null : JSON.stringify(member.title),
    role: member.role,
    password_hash: member.passwordHash,
    source: 'operator',
    disabled_at: null,
    one_time_until: member.oneTimeUntil,
  };
  const inserted = transaction
    .insertInto('staff')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
  return (await inserted.executeTakeFirst()).numInsertedOrUpdatedRows === 1n;
}

export async function changeMember(
  transaction: WriteTransaction,
  workNo: string,
  change: Partial<Pick<StaffRow, 'role' | 'password_hash' | 'disabled_at' | 'one_time_until'>>,
): Promise<void> {
  await transaction.updateTable('staff').set(change).where('work_no', '=', workNo).execute();
}

/**
 * A password of one's own instead of the one that was checked; false when an operator has given another or has disabled
 * the account in the meantime, which then stands.
 */
export async function replacePassword(
  transaction: WriteTransaction,
  checked: Pick<StaffMember, 'workNo' | 'passwordHash'>,
  passwordHash: string,
): Promise<boolean> {
  const change = { password_hash: passwordHash, one_time_until: null };
  const row = transaction.updateTable('staff').set(change).where('work_no', '=', checked.workNo);
  const same = row.where('password_hash', '=', checked.passwordHash).where('disabled_at', 'is', null);
  return (await same.executeTakeFirst()).numUpdatedRows === 1n;
}

/** Ends every login of a person, at desks and away from them. */
export async function endLoginsOf(transaction: WriteTransaction, workNo: string, at: string): Promise<void> {
  const ended = { ended_at: at };
  for (const table of ['login', 'staff_login'] as const) {
    const rows = transaction.updateTable(table).set(ended).where('work_no', '=', workNo);
    await rows.where('ended_at', 'is', null).execute();
  }
}

/** Takes away the demo's accounts but these, and with them their logins. */
export async function keepDemoMembers(database: Database, workNos: readonly string[]): Promise<void> {
  const demo = database.selectFrom('staff').select('work_no').where('source', '=', 'demo');
  const gone = (await demo.execute()).map((row) => row.work_no).filter((workNo) => !workNos.includes(workNo));
  if (gone.length === 0) return;
  await database.deleteFrom('login').where('work_no', 'in', gone).execute();
  await database.deleteFrom('staff_login').where('work_no', 'in', gone).execute();
  await database.deleteFrom('staff').where('work_no', 'in', gone).execute();
}

/**
 * Holds an account as it was when its password was checked, until the transaction ends; false when it got another
 * password or role or was disabled in the meantime: what was checked is no longer so.
 */
export async function holdChecked(
  transaction: WriteTransaction,
  checked: Pick<StaffMember, 'workNo' | 'passwordHash' | 'role'>,
): Promise<boolean> {
  const row = transaction.updateTable('staff').set({ password_hash: checked.passwordHash });
  const same = row
    .where('work_no', '=', checked.workNo)
    .where('password_hash', '=', checked.passwordHash)
    .where('role', '=', checked.role)
    .where('disabled_at', 'is', null);
  return (await same.executeTakeFirst()).numUpdatedRows === 1n;
}

export interface LoginAttempts {
  readonly wrong: number;
  readonly since: string;
  readonly lockedUntil: string | null;
}

/** Counts a try before its password is looked at, so that many at once are many tries. */
export async function countAttempt(transaction: WriteTransaction, who: string, at: string): Promise<LoginAttempts> {
  const row = await transaction
    .insertInto('login_attempt')
    .values({ work_no: who, wrong: 1, since: at, locked_until: null })
    .onConflict((conflict) =>
      conflict.column('work_no').doUpdateSet((build) => ({ wrong: build('login_attempt.wrong', '+', 1) })),
    )
    .returning(['wrong', 'since', 'locked_until'])
    .executeTakeFirstOrThrow();
  return { wrong: row.wrong, since: row.since, lockedUntil: row.locked_until };
}

export async function putAttempts(
  transaction: WriteTransaction,
  who: string,
  { wrong, since, lockedUntil }: LoginAttempts,
): Promise<void> {
  const row = transaction.updateTable('login_attempt').set({ wrong, since, locked_until: lockedUntil });
  await row.where('work_no', '=', who).execute();
}

export async function forgetAttempts(database: Database, who: string): Promise<void> {
  await database.deleteFrom('login_attempt').where('work_no', '=', who).execute();
}

/**
 * Forgets the first `tries` of a row of them. Others may have been counted while the last of those was looked at: these
 * stay, and what they have locked stays locked if they alone are the `wrong` that lock it.
 */
export async function forgetTriesUntil(
  database: Database,
  who: string,
  { tries, wrong }: { readonly tries: number; readonly wrong: number },
): Promise<void> {
  const mine = database.deleteFrom('login_attempt').where('work_no', '=', who);
  await mine.where('wrong', '<=', tries).execute();
  const later = database.updateTable('login_attempt').where('work_no', '=', who).where('wrong', '>', tries);
  await later
    .set((build) => ({
      wrong: build('wrong', '-', tries),
      locked_until: build
        .case()
        .when('wrong', '<', tries + wrong)
        .then(null)
        .else(build.ref('locked_until'))
        .end(),
    }))
    .execute();
}

/** One try less; where that one was the last that may be, those who come next may try again. */
export async function takeBackAttempt(database: Database, who: string): Promise<void> {
  const row = database
    .updateTable('login_attempt')
    .set((build) => ({ wrong: build('wrong', '-', 1), locked_until: null }));
  await row.where('work_no', '=', who).where('wrong', '>', 0).execute();
}

/** Old counts that lock nothing any more. */
export async function forgetOldAttempts(
  database: Database,
  before: { readonly since: string; readonly at: string },
): Promise<void> {
  const old = database.deleteFrom('login_attempt').where('since', '<', before.since);
  await old
    .where((build) => build.or([build('locked_until', 'is', null), build('locked_until', '<', before.at)]))
    .execute();
}
