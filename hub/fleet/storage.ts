import { statement } from '../store/statement.ts';
import type {
  Database,
  LoginRow,
  ScreenPictureRow,
  ScreenStateRow,
  TerminalStateRow,
  WriteTransaction,
} from '../store/tables.ts';
import type { DeviceKind, StaffRole, Words } from '../contract/index.ts';

export interface StoredDevice {
  readonly kind: DeviceKind;
  readonly deviceId: string;
}

export async function insertCode(
  database: Database,
  code: StoredDevice & { readonly hash: string; readonly expiresAt: string },
): Promise<void> {
  const row = { code_hash: code.hash, kind: code.kind, device_id: code.deviceId, expires_at: code.expiresAt };
  await database
    .insertInto('enrolment_code')
    .values({ ...row, used_at: null })
    .execute();
}

export interface StoredCode extends StoredDevice {
  readonly expiresAt: string;
}

/** Marks a code as used; undefined when it is unknown or was used before. */
export async function useCode(
  transaction: WriteTransaction,
  hash: string,
  at: string,
): Promise<StoredCode | undefined> {
  const row = await transaction
    .updateTable('enrolment_code')
    .set({ used_at: at })
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning(['kind', 'device_id', 'expires_at'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { kind: row.kind as DeviceKind, deviceId: row.device_id, expiresAt: row.expires_at };
}

/** What a code was issued for, whether it is still good or not. */
export async function deviceOfCode(database: Database, hash: string): Promise<StoredDevice | undefined> {
  const query = database.selectFrom('enrolment_code').select(['kind', 'device_id']).where('code_hash', '=', hash);
  const row = await query.executeTakeFirst();
  return row === undefined ? undefined : { kind: row.kind as DeviceKind, deviceId: row.device_id };
}

export async function codeExists(database: Database, hash: string): Promise<boolean> {
  const query = database.selectFrom('enrolment_code').select('code_hash').where('code_hash', '=', hash);
  return (await query.executeTakeFirst()) !== undefined;
}

export async function insertCredential(
  transaction: WriteTransaction,
  issued: StoredDevice & { readonly hash: string; readonly at: string },
): Promise<void> {
  await transaction
    .insertInto('device_credential')
    .values({ credential_hash: issued.hash, kind: issued.kind, device_id: issued.deviceId, issued_at: issued.at })
    .execute();
}

export async function forgetCredentials(transaction: WriteTransaction, device: StoredDevice): Promise<void> {
  const rows = transaction.deleteFrom('device_credential').where('kind', '=', device.kind);
  await rows.where('device_id', '=', device.deviceId).execute();
}

/** Since when each device has its newest credential, by kind and id. */
export async function enrolments(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom('device_credential')
    .select(['kind', 'device_id'])
    .select((build) => build.fn.max('issued_at').as('issued'))
    .groupBy(['kind', 'device_id'])
    .execute();
  return new Map(rows.map((row) => [`${row.kind} ${row.device_id}`, row.issued]));
}

export async function deviceOfCredential(database: Database, hash: string): Promise<StoredDevice | undefined> {
  const query = database.selectFrom('device_credential').select(['kind', 'device_id']);
  const row = await query.where('credential_hash', '=', hash).executeTakeFirst();
  return row === undefined ? undefined : { kind: row.kind as DeviceKind, deviceId: row.device_id };
}

export async function terminalRow(database: Database, terminalId: string): Promise<TerminalStateRow | undefined> {
  const query = database.selectFrom('terminal_state').selectAll().where('terminal_id', '=', terminalId);
  return query.executeTakeFirst();
}

export async function putTerminalRow(transaction: WriteTransaction, row: TerminalStateRow): Promise<void> {
  await transaction
    .insertInto('terminal_state')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('terminal_id').doUpdateSet({ state: row.state, at: row.at, clock_ahead: row.clock_ahead }),
    )
    .execute();
}

export async function screenRows(database: Database, screenIds: readonly string[]): Promise<ScreenStateRow[]> {
  if (screenIds.length === 0) return [];
  return database.selectFrom('screen_state').selectAll().where('screen_id', 'in', screenIds).execute();
}

export async function putScreenRow(transaction: WriteTransaction, row: ScreenStateRow): Promise<void> {
  const { connected, sound, hub_id, at } = row;
  await transaction
    .insertInto('screen_state')
    .values(row)
    .onConflict((conflict) => conflict.column('screen_id').doUpdateSet({ connected, sound, hub_id, at }))
    .execute();
}

export async function putScreenPicture(transaction: WriteTransaction, row: ScreenPictureRow): Promise<void> {
  const { picture, at, clock_ahead } = row;
  await transaction
    .insertInto('screen_picture')
    .values(row)
    .onConflict((conflict) => conflict.column('screen_id').doUpdateSet({ picture, at, clock_ahead }))
    .execute();
}

/** Nobody is connected to a hub that has just started. */
export async function disconnectScreens(database: Database): Promise<void> {
  await database.updateTable('screen_state').set({ connected: 0 }).where('connected', '=', 1).execute();
}

export async function insertLogin(transaction: WriteTransaction, row: LoginRow): Promise<void> {
  await transaction.insertInto('login').values(row).execute();
}

/** Ends the logins of others who have the same seat at a desk. */
export async function endOtherLogins(
  transaction: WriteTransaction,
  desk: { readonly deskId: string; readonly workNo: string; readonly seat: readonly StaffRole[]; readonly at: string },
): Promise<void> {
  const rows = transaction.updateTable('login').set({ ended_at: desk.at }).where('desk_id', '=', desk.deskId);
  const others = rows.where('work_no', '!=', desk.workNo).where('ended_at', 'is', null);
  const ofSeat = others.where('work_no', 'in', (build) =>
    build.selectFrom('staff').select('staff.work_no').where('staff.role', 'in', desk.seat),
  );
  await ofSeat.execute();
}

export async function endLogin(
  transaction: WriteTransaction,
  login: { readonly tokenHash: string; readonly deskId: string; readonly at: string },
): Promise<boolean> {
  const row = transaction.updateTable('login').set({ ended_at: login.at }).where('token_hash', '=', login.tokenHash);
  const ended = await row.where('desk_id', '=', login.deskId).where('ended_at', 'is', null).executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

export async function validLogin(
  database: Database,
  login: { readonly tokenHash: string; readonly deskId: string; readonly at: string },
): Promise<string | undefined> {
  const { rows } = await database.executeQuery(valid(database, login));
  return rows[0]?.work_no;
}

const valid = statement((database, login: Parameters<typeof validLogin>[1]) =>
  database
    .selectFrom('login')
    .select('work_no')
    .where('token_hash', '=', login.tokenHash)
    .where('desk_id', '=', login.deskId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', login.at),
);

/** Somebody who sits at a desk. `since`: when they logged in, ISO, UTC. */
export interface SeatedPerson {
  readonly workNo: string;
  readonly name: Words;
  readonly title: Words | null;
  readonly since: string;
}

/** Who is logged in at each of some desks; the latest where there are several, and a nurse only where nobody else is. */
export async function seatedAt(
  database: Database,
  deskIds: readonly string[],
  at: string,
): Promise<ReadonlyMap<string, SeatedPerson>> {
  if (deskIds.length === 0) return new Map();
  const rows = await database
    .selectFrom('login')
    .innerJoin('staff', 'staff.work_no', 'login.work_no')
    .select(['login.desk_id', 'login.work_no', 'login.at', 'staff.name', 'staff.title', 'staff.role'])
    .where('login.desk_id', 'in', deskIds)
    .where('login.ended_at', 'is', null)
    .where('login.expires_at', '>', at)
    .orderBy('login.at')
    .execute();
  // A nurse beside a doctor is not the one whose room it is.
  rows.sort((one, other) => Number(other.role === 'nurse') - Number(one.role === 'nurse'));
  const parsed = rows.map((row) => {
    const title = row.title === null ? null : (JSON.parse(row.title) as Words);
    const name = JSON.parse(row.name) as Words;
    return [row.desk_id, { workNo: row.work_no, name, title, since: row.at }] as const;
  });
  return new Map(parsed);
}

/** Codes and logins that have run out, once nobody needs to be told why. */
export async function forgetExpired(database: Database, before: string): Promise<void> {
  await database.deleteFrom('enrolment_code').where('expires_at', '<', before).execute();
  await database.deleteFrom('login').where('expires_at', '<', before).execute();
}
