import type { Site } from '@lobby/config';
import { businessDateAfter, clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Badge, IssuedBadge, StaffPerson, StaffRole } from '../contract/index.ts';
import type { NewEvent } from '../feed/append.ts';
import type { Staff } from '../hub.ts';
import { hashOfSecret, isSecretOf, newSecret } from '../store/hash-of-secret.ts';
import type { Store } from '../store/store.ts';
import type { BadgeRow, WriteTransaction } from '../store/tables.ts';
import { holdChecked, type StaffMember } from './account-storage.ts';
import type { Accounts } from './accounts.ts';
import { badgeSecret, badgeText, newBadgeId, readBadge } from './badge.ts';
import {
  badgeRow,
  badgesOf,
  endStaffLogin,
  forgetStaffLogins,
  insertBadge,
  insertStaffLogin,
  nameOnBadge,
  personOfLogin,
  withdrawBadgeRow,
} from './badge-storage.ts';
import { placeOfAddress, type PasswordPlace } from './password-places.ts';
import { Tries, triesOfOne } from './tries.ts';

const loginMilliseconds = 12 * 3_600_000;
/** Who acted with a badge can be asked for half a year. Days. */
const badgesKept = 200;

export interface StaffParts {
  readonly site: Site;
  readonly store: Store;
  readonly clock: Clock;
  readonly accounts: Accounts;
}

/** Staff away from a desk, by account or by one-day badge. */
export class HubStaff implements Staff {
  readonly #parts: StaffParts;
  readonly #tries: Tries;
  readonly #triesFrom: Tries;

  constructor(parts: StaffParts) {
    this.#parts = parts;
    this.#tries = new Tries({ ...parts, rule: triesOfOne });
    this.#triesFrom = new Tries({ ...parts, rule: { wrong: 20, lockedFor: 60_000, within: 24 * 3_600_000 } });
  }

  async login(workNo: string, password: string, from?: string): ReturnType<Staff['login']> {
    const checked = await this.#parts.accounts.check(workNo, password, placeOfAddress(from));
    if (!checked.ok) return checked;
    const { member } = checked;
    const token = await this.#logIn({ work_no: member.workNo, badge_id: null }, (transaction) =>
      holdChecked(transaction, member),
    );
    return token === undefined ? { ok: false, reason: 'wrong-number-or-password' } : { ok: true, token };
  }

  /** Each badge locks by itself; whoever tries one after another is stopped by where they are. */
  async loginByBadge(badge: string, from?: string): ReturnType<Staff['loginByBadge']> {
    const place = from === undefined ? undefined : `badges-tried-from:${from}`;
    const tried = place === undefined ? undefined : { place, counted: await this.#triesFrom.count(place) };
    if (tried?.counted.locked === true) return { ok: false, reason: 'locked' };
    const checked = await this.#checkBadge(badge);
    if (!checked.ok) return checked;
    if (tried !== undefined) await this.#triesFrom.forget(tried.place, tried.counted);
    const token = await this.#logIn({ work_no: null, badge_id: checked.badge.id }, async () => true);
    return token === undefined ? { ok: false, reason: 'badge-invalid' } : { ok: true, token };
  }

  async logout(token: string): Promise<void> {
    const login = { tokenHash: hashOfSecret(token), at: isoNow(this.#parts.clock) };
    await this.#parts.store.change(async (transaction) => {
      const ended = await endStaffLogin(transaction, login);
      // Whatever still follows the hub with this login hears that it is over.
      return { reply: undefined, events: ended ? [this.#changed('logout')] : [] };
    });
  }

  async who(token: string | undefined): Promise<StaffPerson | undefined> {
    if (token === undefined || token === '') return undefined;
    const login = { tokenHash: hashOfSecret(token), at: isoNow(this.#parts.clock), businessDate: this.#today() };
    return personOfLogin(this.#parts.store.database, login);
  }

  async vouch(
    proof: Parameters<Staff['vouch']>[0],
    roles: readonly StaffRole[],
    terminalId?: string,
  ): ReturnType<Staff['vouch']> {
    const place = terminalId === undefined ? undefined : ({ kind: 'terminal', id: terminalId } as const);
    const person =
      'badge' in proof ? await this.#personByBadge(proof.badge) : await this.#personByPassword(proof, place);
    if (!person.ok) return person;
    const mayAll = person.person.role === 'operator';
    return mayAll || roles.includes(person.person.role) ? person : { ok: false, reason: 'role-not-allowed' };
  }

  /**
   * A badge for the present business date, for somebody with a name or with a number alone. Asked for again with its key
   * it is the same badge; what is kept for that is not enough to make its code. Throws KeyReused.
   */
  async issueBadge({ name, by, key = newSecret() }: Parameters<Staff['issueBadge']>[0]): Promise<IssuedBadge> {
    const write = { actor: `staff:${by}`, operation: 'badge.issue', key: hashOfSecret(key), request: { name } };
    const { id, number, businessDate, salt } = await this.#parts.store.write<KeptBadge>(write, async (transaction) => {
      const made = { id: newBadgeId(), businessDate: this.#today(), salt: newSecret() };
      const secret = hashOfSecret(badgeSecret({ key, salt: made.salt }));
      const row = { id: made.id, secret_hash: secret, business_date: made.businessDate, name };
      const issued = { role: 'volunteer', issued_by: by, issued_at: isoNow(this.#parts.clock) };
      const given = await insertBadge(transaction, { ...row, ...issued });
      return { reply: { ...made, number: given }, events: [this.#changed('badge.issued')], keep: true };
    });
    const code = badgeText({ id, secret: badgeSecret({ key, salt }) });
    return { id, number, businessDate, name: nameOnBadge({ name, number }), code };
  }

  /** The badges of the present business date, by number. */
  badgesOfToday(): Promise<readonly Badge[]> {
    return badgesOf(this.#parts.store.database, this.#today());
  }

  /** From now on the badge and every login made with it are refused. False: it was withdrawn before, or is unknown. */
  async withdrawBadge(id: string): Promise<boolean> {
    const at = isoNow(this.#parts.clock);
    return this.#parts.store.change(async (transaction) => {
      const withdrawn = await withdrawBadgeRow(transaction, id, at);
      return { reply: withdrawn, events: withdrawn ? [this.#changed('badge.withdrawn')] : [] };
    });
  }

  /** Forgets what nobody will ask for any more. */
  async prune(): Promise<void> {
    const at = new Date(this.#parts.clock.now() - 24 * 3_600_000).toISOString();
    const businessDate = businessDateAfter(this.#today(), -badgesKept);
    await forgetStaffLogins(this.#parts.store.database, { at, businessDate });
    await this.#parts.accounts.prune();
  }

  async #personByPassword(proof: { readonly workNo: string; readonly password: string }, place?: PasswordPlace) {
    const checked = await this.#parts.accounts.check(proof.workNo, proof.password, place);
    if (checked.ok) return { ok: true, person: personOf(checked.member) } as const;
    // A password that two people know proves nothing beside a patient.
    const reason = checked.reason === 'locked' ? 'locked' : 'wrong-number-or-password';
    return { ok: false, reason } as const;
  }

  async #personByBadge(text: string) {
    const checked = await this.#checkBadge(text);
    if (!checked.ok) return checked;
    const { id, number, name } = checked.badge;
    const person: StaffPerson = { staffId: id, role: 'volunteer', name: nameOnBadge({ name, number }) };
    return { ok: true, person } as const;
  }

  /** Whatever is wrong with a badge is answered alike: who holds a forged one learns nothing from it. */
  async #checkBadge(
    text: string,
  ): Promise<
    | { readonly ok: true; readonly badge: BadgeRow }
    | { readonly ok: false; readonly reason: 'badge-invalid' | 'locked' }
  > {
    const code = readBadge(text);
    const which = countedAs(code?.id ?? '?');
    const counted = await this.#tries.count(which);
    if (code === undefined) return { ok: false, reason: 'badge-invalid' };
    if (counted.locked) return { ok: false, reason: 'locked' };
    const badge = await badgeRow(this.#parts.store.database, code.id);
    const right = badge !== undefined && isSecretOf(badge.secret_hash, code.secret);
    const valid = right && badge.withdrawn_at === null && badge.business_date === this.#today();
    if (!valid) return { ok: false, reason: 'badge-invalid' };
    await this.#tries.forget(which, counted);
    return { ok: true, badge };
  }

  /** Undefined when what was checked is `still` so no longer. */
  async #logIn(
    who: { readonly work_no: string | null; readonly badge_id: string | null },
    still: (transaction: WriteTransaction) => Promise<boolean>,
  ): Promise<string | undefined> {
    const token = newSecret();
    const { store, clock } = this.#parts;
    const expires = new Date(clock.now() + loginMilliseconds).toISOString();
    const row = { token_hash: hashOfSecret(token), ...who, at: isoNow(clock), expires_at: expires, ended_at: null };
    const isIn = await store.change(async (transaction) => {
      const reply = await still(transaction);
      if (reply) await insertStaffLogin(transaction, row);
      return { reply, events: [] };
    });
    return isIn ? token : undefined;
  }

  #changed(action: string): NewEvent {
    return { type: 'staff.changed', businessDate: this.#today(), areaId: null, queueId: null, body: { action } };
  }

  #today(): string {
    return clinicTimeOf(this.#parts.site, this.#parts.clock.now()).businessDate;
  }
}

/** What the reply to the key of a badge keeps. */
type KeptBadge = Pick<IssuedBadge, 'id' | 'number' | 'businessDate'> & { readonly salt: string };

/** Longer than any work number that is looked for, so that nobody locks a badge by logging in under its id. */
function countedAs(badgeId: string): string {
  return `one-day-badge:${badgeId}`;
}

function personOf({ workNo, role, name }: StaffMember): StaffPerson {
  return { staffId: workNo, role, name };
}
