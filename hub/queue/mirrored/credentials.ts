import { randomUUIDv7 } from 'node:crypto';
import { isoNow, type Clock } from '../../clock.ts';
import type { MirrorCredential, MirrorCredentialReply, MirrorCredentialWish } from '../../contract/index.ts';
import type { MirrorSpeaker } from '../../hub.ts';
import { hashOfSecret, newSecret } from '../../store/hash-of-secret.ts';
import { credentialOfKey } from '../../store/secret-of-key.ts';
import type { Store } from '../../store/store.ts';
import type { MirrorCredentialRow } from '../../store/mirror-tables.ts';
import type { SitePlan } from '../site-plan.ts';

/** Under this name the hospital speaks through the port. */
export const hospitalSource = 'hospital';

/** How long a use may be old before it is noted again: not every item is a write of its own. */
const noteAfterMilliseconds = 60_000;

/** What other systems show to speak for an area. Only hashes are stored. */
export class MirrorCredentials {
  readonly #parts: { readonly plan: SitePlan; readonly store: Store; readonly clock: Clock };

  constructor(parts: { readonly plan: SitePlan; readonly store: Store; readonly clock: Clock }) {
    this.#parts = parts;
  }

  /** Asked for again with the same key, it is the same credential. Throws KeyReused. */
  async issue(by: string, { key, source, areaId }: MirrorCredentialWish): Promise<MirrorCredentialReply> {
    const { plan, store, clock } = this.#parts;
    if (areaId !== null && plan.area(areaId) === undefined) return { ok: false, reason: 'area-unknown' };
    if (source === hospitalSource) return { ok: false, reason: 'source-reserved' };
    const write = { actor: by, operation: 'mirror.issue-credential', key, request: { source, areaId } };
    const { salt, credential } = await store.write(write, async (transaction) => {
      const fresh = newSecret();
      const row: MirrorCredentialRow = {
        id: randomUUIDv7(),
        source,
        area_id: areaId,
        credential_hash: hashOfSecret(credentialOfKey({ key, salt: fresh })),
        issued_by: by,
        issued_at: isoNow(clock),
        withdrawn_at: null,
        last_used_at: null,
      };
      await transaction.insertInto('mirror_credential').values(row).execute();
      return { reply: { salt: fresh, credential: credentialOf(row) }, events: [], keep: true };
    });
    return { ok: true, credential, secret: credentialOfKey({ key, salt }) };
  }

  /** Those that are good, the newest first. */
  async list(): Promise<readonly MirrorCredential[]> {
    const query = this.#parts.store.database.selectFrom('mirror_credential').selectAll();
    const rows = await query.where('withdrawn_at', 'is', null).orderBy('id', 'desc').execute();
    return rows.map(credentialOf);
  }

  /** From now on it is refused. One that is withdrawn, or was never there, is good for nothing either way. */
  async withdraw(id: string): Promise<void> {
    const { store, clock } = this.#parts;
    const row = store.database.updateTable('mirror_credential').set({ withdrawn_at: isoNow(clock) });
    await row.where('id', '=', id).where('withdrawn_at', 'is', null).execute();
  }

  async identify(secret: string | undefined): Promise<MirrorSpeaker | undefined> {
    if (secret === undefined || secret === '') return undefined;
    const { store, clock } = this.#parts;
    const query = store.database.selectFrom('mirror_credential').selectAll();
    const found = query.where('credential_hash', '=', hashOfSecret(secret)).where('withdrawn_at', 'is', null);
    const row = await found.executeTakeFirst();
    if (row === undefined) return undefined;
    const now = clock.now();
    if (row.last_used_at === null || now - Date.parse(row.last_used_at) > noteAfterMilliseconds)
      await store.database
        .updateTable('mirror_credential')
        .set({ last_used_at: new Date(now).toISOString() })
        .where('id', '=', row.id)
        .execute();
    return { source: row.source, scope: row.area_id };
  }
}

function credentialOf(row: MirrorCredentialRow): MirrorCredential {
  return {
    id: row.id,
    source: row.source,
    areaId: row.area_id,
    issuedBy: row.issued_by,
    issuedAt: row.issued_at,
    lastUsedAt: row.last_used_at,
  };
}
