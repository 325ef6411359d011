import { randomUUIDv7 } from 'node:crypto';
import { isoNow } from '../clock.ts';
import type { DeskAction, DeskCredential, DeskCredentialWish, DeskReply } from '../contract/index.ts';
import type { DeskApi } from '../hub.ts';
import { hashOfSecret, newSecret } from '../store/hash-of-secret.ts';
import { credentialOfKey } from '../store/secret-of-key.ts';
import { mayDo } from './acts/roles.ts';
import type { HubDesks } from './desks.ts';
import type { DeskViewParts } from './desk-views.ts';

/** Doctors' own software: it acts for one person at one desk. */
export class HubDeskApi implements DeskApi {
  readonly #parts: DeskViewParts;
  readonly #desks: HubDesks;

  constructor(parts: DeskViewParts, desks: HubDesks) {
    this.#parts = parts;
    this.#desks = desks;
  }

  /** Asked for again with the same key, it is the same credential. Throws KeyReused. */
  async issue(by: string, wish: DeskCredentialWish): ReturnType<DeskApi['issue']> {
    const { plan, logins, store, clock } = this.#parts;
    const place = plan.desk(wish.deskId);
    if (place === undefined) return { ok: false, reason: 'device-unknown' };
    const person = await logins.person(wish.workNo);
    if (person === undefined) return { ok: false, reason: 'account-unknown' };
    if (!mayDo(person.role, place.kind, 'recall')) return { ok: false, reason: 'role-not-allowed' };
    const { key, deskId, workNo } = wish;
    const write = { actor: by, operation: 'desk.issue-credential', key, request: { deskId, workNo } };
    const { id, salt } = await store.write(write, async (transaction) => {
      const made = { id: randomUUIDv7(), salt: newSecret() };
      const credentialHash = hashOfSecret(credentialOfKey({ key, salt: made.salt }));
      const row = { id: made.id, credential_hash: credentialHash, desk_id: deskId, work_no: workNo };
      const values = { ...row, issued_by: by, issued_at: isoNow(clock), withdrawn_at: null };
      await transaction.insertInto('api_credential').values(values).execute();
      return { reply: made, events: [], keep: true };
    });
    return { ok: true, id, credential: credentialOfKey({ key, salt }) };
  }

  async list(): Promise<readonly DeskCredential[]> {
    const query = this.#parts.store.database.selectFrom('api_credential').selectAll();
    const rows = await query.where('withdrawn_at', 'is', null).orderBy('issued_at').execute();
    return rows.map((row) => ({
      id: row.id,
      deskId: row.desk_id,
      workNo: row.work_no,
      issuedAt: row.issued_at,
    }));
  }

  async withdraw(id: string): Promise<boolean> {
    const { store, clock } = this.#parts;
    return store.change(async (transaction) => {
      const row = transaction
        .updateTable('api_credential')
        .set({ withdrawn_at: isoNow(clock) })
        .where('id', '=', id);
      const gone = await row.where('withdrawn_at', 'is', null).executeTakeFirst();
      return { reply: gone.numUpdatedRows === 1n, events: [] };
    });
  }

  async who(deskId: string, credential: string | undefined): Promise<string | undefined> {
    const { store, plan, logins } = this.#parts;
    if (credential === undefined || plan.desk(deskId) === undefined) return undefined;
    const query = store.database.selectFrom('api_credential').select('work_no').where('desk_id', '=', deskId);
    const good = query.where('credential_hash', '=', hashOfSecret(credential)).where('withdrawn_at', 'is', null);
    const row = await good.executeTakeFirst();
    return row === undefined ? undefined : (await logins.person(row.work_no))?.workNo;
  }

  async act(deskId: string, workNo: string, action: DeskAction): Promise<DeskReply | undefined> {
    const place = this.#parts.plan.desk(deskId);
    return place === undefined ? undefined : this.#desks.actAs(place, workNo, action);
  }
}
