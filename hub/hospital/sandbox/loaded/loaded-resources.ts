import type { DatabaseSync } from 'node:sqlite';
import type { LoadPiece, LoadedResource } from '../../../contract/index.ts';

/** A resource as it is stored. `days`: how far its load was moved; `replayed`: that day is lived through once more. */
export interface StoredResource {
  readonly resource: LoadedResource;
  readonly days: number;
  readonly replayed: boolean;
}

const dayMilliseconds = 86_400_000;
const atOnce = 500;

// What is stored was parsed by the contract when it came; it is taken as it was stored.

/** Keeps a piece of a load on its way. Loads that nobody has finished for a day are forgotten. */
export function keepPiece(database: DatabaseSync, piece: LoadPiece, now: number): void {
  database.prepare('DELETE FROM load WHERE at < ? AND report IS NULL').run(now - dayMilliseconds);
  database.prepare('INSERT INTO load (id, at) VALUES (?, ?) ON CONFLICT (id) DO NOTHING').run(piece.load, now);
  database
    .prepare('INSERT OR REPLACE INTO load_piece (load, piece, resources) VALUES (?, ?, ?)')
    .run(piece.load, piece.piece, JSON.stringify(piece.resources));
}

/** How many pieces of a load have come, counted without gaps from the first. */
export function piecesOf(database: DatabaseSync, load: string): number {
  const row = database
    .prepare('SELECT count(*) AS pieces, max(piece) AS last FROM load_piece WHERE load = ?')
    .get(load);
  const pieces = Number(row?.['pieces'] ?? 0);
  return pieces > 0 && Number(row?.['last']) !== pieces - 1 ? -1 : pieces;
}

/** The resources of a piece, in the order of their file. */
export function readPiece(database: DatabaseSync, load: string, piece: number): LoadedResource[] {
  const row = database.prepare('SELECT resources FROM load_piece WHERE load = ? AND piece = ?').get(load, piece);
  return JSON.parse(String(row?.['resources'] ?? '[]')) as LoadedResource[];
}

/** Stored resources in portions, so that others have their turn in between. */
export function* storedResources(database: DatabaseSync): Generator<StoredResource[]> {
  const next = database.prepare(
    `SELECT identity, resource, days, replayed FROM loaded_resource WHERE identity > ? ORDER BY identity LIMIT ${atOnce}`,
  );
  let last = '';
  for (let rows = next.all(last); rows.length > 0; rows = next.all(last)) {
    last = String(rows.at(-1)?.['identity']);
    yield rows.map((row) => ({
      resource: JSON.parse(String(row['resource'])) as LoadedResource,
      days: Number(row['days']),
      replayed: row['replayed'] === 1,
    }));
  }
}

export function forgetResources(database: DatabaseSync): void {
  database.exec('DELETE FROM loaded_resource');
}

export function keepResources(database: DatabaseSync, stored: Iterable<StoredResource>): void {
  const keep = database.prepare(
    `INSERT INTO loaded_resource (identity, resource, days, replayed) VALUES (?, ?, ?, ?)
     ON CONFLICT (identity) DO UPDATE SET resource = excluded.resource, days = excluded.days, replayed = excluded.replayed`,
  );
  for (const { resource, days, replayed } of stored)
    keep.run(resource.identity, JSON.stringify(resource), days, Number(replayed));
}

/** The report of a load that was finished, as it was given. */
export function reportOf(database: DatabaseSync, load: string): string | undefined {
  const row = database.prepare('SELECT report FROM load WHERE id = ?').get(load);
  return row === undefined || row['report'] === null ? undefined : String(row['report']);
}

export function keepReport(
  database: DatabaseSync,
  done: { readonly load: string; readonly report: string; readonly now: number },
): void {
  database.prepare('DELETE FROM load WHERE at < ?').run(done.now - dayMilliseconds);
  database
    .prepare(
      'INSERT INTO load (id, at, report) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET report = excluded.report',
    )
    .run(done.load, done.now, done.report);
  database.prepare('DELETE FROM load_piece WHERE load = ?').run(done.load);
}
