import { randomInt } from 'node:crypto';
import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Account, AccountReply, AccountWish, PasswordChange, PasswordReply } from '../contract/index.ts';
import type { NewEvent } from '../feed/append.ts';
import type { StaffAccounts } from '../hub.ts';
import type { Store } from '../store/store.ts';
import type { WriteTransaction } from '../store/tables.ts';
import {
  changeMember,
  endLoginsOf,
  forgetAttempts,
  insertMember,
  replacePassword,
  staffMember,
} from './account-storage.ts';
import type { StaffMember } from './account-storage.ts';
import { listAccounts } from './account-list.ts';
import type { Accounts } from './accounts.ts';
import { placeOfAddress } from './password-places.ts';
import type { Passwords } from './password.ts';
import { faultOfPassword } from './password-rules.ts';

/** A one-time password is told by telephone or on a note; three days reach over a weekend. */
const oneTimeMilliseconds = 72 * 3_600_000;
const letters = '23456789abcdefghjkmnpqrstuvwxyz';

export interface AccountDeskParts {
  readonly site: Site;
  readonly store: Store;
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
}

/** Where operators make and change accounts, and everybody changes a password. */
export class AccountDesk implements StaffAccounts {
  readonly #parts: AccountDeskParts;

  constructor(parts: AccountDeskParts) {
    this.#parts = parts;
  }

  list(): Promise<readonly Account[]> {
    return listAccounts(this.#parts.store.database, isoNow(this.#parts.clock));
  }

  /** Not by a key: a reply that is kept would keep the one-time password. Done twice, the second password is good. */
  async act(by: string, wish: AccountWish): Promise<AccountReply> {
    const { workNo } = wish;
    if (workNo === by && (wish.action === 'disable' || wish.action === 'role'))
      return { ok: false, reason: 'own-account' };
    const password = wish.action === 'add' || wish.action === 'reset-password' ? oneTimePassword() : null;
    const passwordHash = password === null ? undefined : await this.#parts.passwords.hash(password);
    return this.#parts.store.change<AccountReply>(async (transaction) => {
      const member = await staffMember(transaction, workNo);
      const refused = refusalOf(wish, member);
      if (refused !== undefined) return { reply: { ok: false, reason: refused }, events: [] };
      const changed = await this.#change(transaction, wish, passwordHash);
      if (!changed) return { reply: { ok: false, reason: 'account-exists' }, events: [] };
      return { reply: { ok: true, workNo, oneTimePassword: password }, events: [this.#changed(wish.action)] };
    });
  }

  async changePassword(change: PasswordChange, from?: string): Promise<PasswordReply> {
    const { workNo, password, newPassword } = change;
    const checked = await this.#parts.accounts.checkAny(workNo, password, placeOfAddress(from));
    if (!checked.ok) return checked;
    const { member } = checked;
    if (member.source === 'demo') return { ok: false, reason: 'password-of-demo' };
    if (newPassword.normalize('NFC') === password.normalize('NFC')) return { ok: false, reason: 'password-same' };
    const fault = faultOfPassword(newPassword, member.workNo);
    if (fault !== undefined) return { ok: false, reason: fault };
    const passwordHash = await this.#parts.passwords.hash(newPassword);
    return this.#parts.store.change<PasswordReply>(async (transaction) => {
      const changed = await replacePassword(transaction, member, passwordHash);
      if (!changed) return { reply: { ok: false, reason: 'wrong-number-or-password' }, events: [] };
      // Whoever else knew the old one is out.
      await endLoginsOf(transaction, member.workNo, isoNow(this.#parts.clock));
      return { reply: { ok: true }, events: [this.#changed('password')] };
    });
  }

  async #change(transaction: WriteTransaction, wish: AccountWish, passwordHash: string | undefined): Promise<boolean> {
    const at = isoNow(this.#parts.clock);
    const { workNo } = wish;
    const oneTime = new Date(this.#parts.clock.now() + oneTimeMilliseconds).toISOString();
    if (wish.action === 'add') {
      await forgetAttempts(transaction, workNo);
      return insertMember(transaction, { ...wish, passwordHash: passwordHash ?? '', oneTimeUntil: oneTime });
    }
    if (wish.action === 'unlock' || wish.action === 'reset-password') await forgetAttempts(transaction, workNo);
    if (wish.action === 'reset-password')
      await changeMember(transaction, workNo, { password_hash: passwordHash ?? '', one_time_until: oneTime });
    if (wish.action === 'role') await changeMember(transaction, workNo, { role: wish.role });
    if (wish.action === 'disable') await changeMember(transaction, workNo, { disabled_at: at });
    if (wish.action === 'enable') await changeMember(transaction, workNo, { disabled_at: null });
    if (wish.action !== 'enable' && wish.action !== 'unlock') await endLoginsOf(transaction, workNo, at);
    return true;
  }

  /** Says that something changed, and not about whom: the feed is read by many. */
  #changed(action: string): NewEvent {
    const { businessDate } = clinicTimeOf(this.#parts.site, this.#parts.clock.now());
    return { type: 'staff.changed', businessDate, areaId: null, queueId: null, body: { action } };
  }
}

function refusalOf(wish: AccountWish, member: StaffMember | undefined) {
  if (wish.action === 'add') return member === undefined ? undefined : 'account-exists';
  if (member === undefined) return 'account-unknown';
  // At the next start the demo would undo it, or bring its well-known password back.
  const undone = wish.action === 'role' || wish.action === 'reset-password';
  return undone && member.source === 'demo' ? 'demo-account' : undefined;
}

/** Such as 7kqm-2xwa-9d: 49 random bits, without letters that are mistaken for one another. */
function oneTimePassword(): string {
  const picked = Array.from({ length: 10 }, () => letters.charAt(randomInt(letters.length))).join('');
  return picked.replace(/.{4}(?=.)/g, '$&-');
}
