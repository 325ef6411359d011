import type { Site } from '@lobby/config';
import { isoNow, type Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { keepDemoMembers, putDemoMember, staffMember, type StaffMember } from './account-storage.ts';
import type { Passwords } from './password.ts';
import { PasswordPlaces, type PasswordPlace } from './password-places.ts';
import { Tries, triesOfOne } from './tries.ts';

export type KnownPassword =
  | { readonly ok: true; readonly member: StaffMember }
  | { readonly ok: false; readonly reason: 'wrong-number-or-password' | 'locked' };
export type CheckedPassword = KnownPassword | { readonly ok: false; readonly reason: 'new-password-needed' };

/** The longest work number that is looked for; longer keys of the same table belong to badges. */
const workNoLength = 16;

export interface AccountsParts {
  readonly site: Site;
  readonly store: Store;
  readonly clock: Clock;
  readonly passwords: Passwords;
}

/** Staff accounts: whose they are and whether a password is right. */
export class Accounts {
  readonly #parts: AccountsParts;
  readonly #tries: Tries;
  readonly #places: PasswordPlaces;

  constructor(parts: AccountsParts) {
    this.#parts = parts;
    this.#tries = new Tries({ ...parts, rule: triesOfOne });
    this.#places = new PasswordPlaces(parts);
  }

  /**
   * Takes the staff of a demo into the accounts; those that are right already stay as they are. Who is no longer named
   * goes: the passwords of a demo are known to everybody and must not outlive it. Accounts that an operator made stay.
   */
  async takeOverStaff(): Promise<void> {
    const { passwords, store } = this.#parts;
    const { database } = store;
    const named = this.#parts.site.demo?.staff ?? [];
    await keepDemoMembers(
      database,
      named.map(({ workNo }) => workNo),
    );
    await Promise.all(
      named.map(async ({ workNo, name, title, role, password }) => {
        const known = await staffMember(database, workNo);
        const same = known !== undefined && (await passwords.isOf(known.passwordHash, password));
        const passwordHash = same ? known.passwordHash : await passwords.hash(password);
        await putDemoMember(database, { workNo, name, title: title ?? null, role, passwordHash });
      }),
    );
  }

  /**
   * Five wrong tries lock a number for five minutes, whether an account has it or not, wherever they were made. Many at
   * one place, of whatever numbers, lock the place.
   */
  async check(workNo: string, password: string, place?: PasswordPlace): Promise<CheckedPassword> {
    const checked = await this.checkAny(workNo, password, place);
    const isOneTime = checked.ok && checked.member.oneTimeUntil !== null;
    return isOneTime ? { ok: false, reason: 'new-password-needed' } : checked;
  }

  /** As `check`, and one-time passwords are right too: good for changing them. */
  async checkAny(workNo: string, password: string, place?: PasswordPlace): Promise<KnownPassword> {
    // A place that is locked locks no numbers besides.
    if (place !== undefined && (await this.#places.count(place))) return { ok: false, reason: 'locked' };
    const checked = await this.#checkNumber(workNo, password);
    if (checked.ok && place !== undefined) await this.#places.takeBack(place);
    return checked;
  }

  /** Forgets wrong tries of long ago. */
  prune(): Promise<void> {
    return this.#tries.prune();
  }

  async #checkNumber(workNo: string, password: string): Promise<KnownPassword> {
    const number = workNo.trim().slice(0, workNoLength);
    const counted = await this.#tries.count(number);
    const member = await this.#usable(number);
    const right = await this.#parts.passwords.isOf(member?.passwordHash, password);
    if (counted.locked) return { ok: false, reason: 'locked' };
    if (member === undefined || !right) return { ok: false, reason: 'wrong-number-or-password' };
    await this.#tries.forget(number, counted);
    return { ok: true, member };
  }

  async #usable(workNo: string): Promise<StaffMember | undefined> {
    const member = await staffMember(this.#parts.store.database, workNo);
    if (member === undefined || member.disabledAt !== null) return undefined;
    const runOut = member.oneTimeUntil !== null && member.oneTimeUntil <= isoNow(this.#parts.clock);
    return runOut ? undefined : member;
  }
}
