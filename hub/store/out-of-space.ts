/** SQLite: SQLITE_FULL, https://sqlite.org/rescode.html#full; PostgreSQL: disk_full, class 53 of its error codes. */
const sqliteFull = 13;
const postgresFull = '53100';

/** Whether a write failed because the disk of the database is full. */
export function isOutOfSpace(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && (Number(error.errcode) & 0xff) === sqliteFull) return true;
  return 'code' in error && error.code === postgresFull;
}
