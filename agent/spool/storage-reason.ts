import type { EnqueueRefusal } from './job.ts';

/** SQLite result codes, https://sqlite.org/rescode.html: primary code in the low byte. */
const reasons: Readonly<Record<number, EnqueueRefusal>> = { 8: 'read-only', 13: 'disk-full' };

/** Why SQLite could not store something. */
export function storageReason(error: unknown): EnqueueRefusal {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  return reasons[code & 0xff] ?? 'storage-failed';
}
