import { createHash, randomUUIDv7 } from 'node:crypto';
import type { GuideChange } from '../contract/index.ts';
import { newSecret } from '../store/hash-of-secret.ts';
import type { GuideChangeRow, GuideStateRow } from '../store/guide-tables.ts';
import type { Readable, WriteTransaction } from '../store/tables.ts';

/** There is one map of the hospital. */
const only = 1;

/** An archive as it was published. */
export interface StoredVenue {
  readonly id: string;
  readonly name: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly archive: Uint8Array;
  readonly corrections: string | null;
}

export type StoredChange = Pick<GuideChangeRow, 'id' | 'made_by' | 'made_at'> & { readonly change: GuideChange };

/** What serves now, as far as the database knows: two hub servers with the same state tell the same ways. */
export async function readState(database: Readable): Promise<GuideStateRow | undefined> {
  return database.selectFrom('guide_state').selectAll().where('id', '=', only).executeTakeFirst();
}

/** The row of the map, made where it is missing, and the next revision: nobody else changes the map until the commit. */
export async function holdMap(transaction: WriteTransaction): Promise<GuideStateRow> {
  await makeState(transaction);
  return transaction
    .updateTable('guide_state')
    .set((build) => ({ revision: build('revision', '+', 1) }))
    .where('id', '=', only)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The row of the map with the key of its links, made where it is missing. */
export async function makeState(transaction: WriteTransaction): Promise<void> {
  const row = { id: only, venue_id: null, revision: 0, link_key: newSecret() };
  const made = transaction.insertInto('guide_state').values(row);
  await made.onConflict((conflict) => conflict.doNothing()).execute();
}

export function digestOf(archive: Uint8Array, corrections: string | null): string {
  return createHash('sha256')
    .update(archive)
    .update(corrections ?? '')
    .digest('hex');
}

/** Keeps a venue and lets it serve. The map must be held. */
export async function keepVenue(transaction: WriteTransaction, venue: Omit<StoredVenue, 'id'>): Promise<string> {
  const id = randomUUIDv7();
  const { name, publishedAt, publishedBy, corrections } = venue;
  const archive = Buffer.from(venue.archive);
  const row = { id, name, published_at: publishedAt, published_by: publishedBy, archive, corrections };
  await transaction
    .insertInto('guide_venue')
    .values({ ...row, digest: digestOf(archive, corrections) })
    .execute();
  await transaction.updateTable('guide_state').set({ venue_id: id }).where('id', '=', only).execute();
  return id;
}

export async function readVenue(database: Readable, id: string): Promise<StoredVenue | undefined> {
  const row = await database.selectFrom('guide_venue').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const { name, published_at, published_by, archive, corrections } = row;
  return { id, name, publishedAt: published_at, publishedBy: published_by, archive, corrections };
}

/** Who published the venue and of which bytes it is, without them. */
export async function readVenueMark(
  database: Readable,
  id: string,
): Promise<{ readonly published_by: string; readonly digest: string } | undefined> {
  const query = database.selectFrom('guide_venue').select(['published_by', 'digest']);
  return query.where('id', '=', id).executeTakeFirst();
}

/** Archives that serve no more are kept this long at least, so that whoever published the wrong one gets help. */
export async function forgetVenuesBefore(database: Readable, before: string): Promise<void> {
  const serving = database.selectFrom('guide_state').select('venue_id').where('venue_id', 'is not', null);
  await database
    .deleteFrom('guide_venue')
    .where('published_at', '<', before)
    .where('id', 'not in', serving.$castTo<{ venue_id: string }>())
    .execute();
  await database.deleteFrom('guide_piece').where('at', '<', before).execute();
}

/** Changes that stand, in the order in which they were made. */
export async function readChanges(database: Readable): Promise<readonly StoredChange[]> {
  const rows = await database
    .selectFrom('guide_change')
    .selectAll()
    .where('over_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, made_by: row.made_by, made_at: row.made_at, change: changeOf(row) }));
}

function changeOf({ change, feature, unit, note }: GuideChangeRow): GuideChange {
  if (change === 'moved' && unit !== null) return { change: 'moved', occupant: feature, unit };
  return { change: 'closed', feature, ...(note === '' ? {} : { note }) };
}

interface ByWhom {
  readonly by: string;
  readonly at: string;
}

/** A feature is closed, or is in one other place, once: a later change takes the place of the one before it. */
export async function keepChange(
  transaction: WriteTransaction,
  change: GuideChange,
  { by, at }: ByWhom,
): Promise<void> {
  await endChange(transaction, change, { by, at });
  await transaction
    .insertInto('guide_change')
    .values({
      id: randomUUIDv7(),
      change: change.change,
      feature: featureOf(change),
      unit: change.change === 'moved' ? change.unit : null,
      note: change.change === 'closed' ? (change.note ?? '') : '',
      made_by: by,
      made_at: at,
      over_by: null,
      over_at: null,
    })
    .execute();
}

export async function endChange(transaction: WriteTransaction, change: GuideChange, { by, at }: ByWhom): Promise<void> {
  await transaction
    .updateTable('guide_change')
    .set({ over_by: by, over_at: at })
    .where('change', '=', change.change)
    .where('feature', '=', featureOf(change))
    .where('over_at', 'is', null)
    .execute();
}

function featureOf(change: GuideChange): string {
  return change.change === 'moved' ? change.occupant : change.feature;
}

/** Sent twice it is kept once. */
export async function keepPiece(
  database: Readable,
  piece: { readonly upload: string; readonly number: number; readonly at: string; readonly bytes: Uint8Array },
): Promise<void> {
  const row = database.insertInto('guide_piece').values({ ...piece, bytes: Buffer.from(piece.bytes) });
  await row.onConflict((conflict) => conflict.doNothing()).execute();
}

/** The whole of an upload; undefined while pieces are missing. */
export async function readUpload(database: Readable, upload: string, pieces: number): Promise<Uint8Array | undefined> {
  const query = database.selectFrom('guide_piece').select(['number', 'bytes']).where('upload', '=', upload);
  const rows = await query.orderBy('number').execute();
  if (rows.length !== pieces || rows.some(({ number }, place) => number !== place)) return undefined;
  return Buffer.concat(rows.map(({ bytes }) => bytes));
}

export async function forgetUpload(database: Readable, upload: string): Promise<void> {
  await database.deleteFrom('guide_piece').where('upload', '=', upload).execute();
}
