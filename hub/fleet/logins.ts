import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { StaffLoginReply, Words } from '../contract/index.ts';
import type { NewEvent } from '../feed/append.ts';
import { hashOfSecret, newSecret } from '../store/hash-of-secret.ts';
import type { Store } from '../store/store.ts';
import type { WriteTransaction } from '../store/tables.ts';
import { hashOfPassword, isPasswordOf } from './password.ts';
import {
  countAttempt,
  endLogin,
  endOtherLogins,
  insertLogin,
  putAttempts,
  keepStaffOnly,
  putStaffMember,
  seatedAt,
  staffMember,
  validLogin,
} from './storage.ts';

const loginMilliseconds = 12 * 3_600_000;
const lockedMilliseconds = 5 * 60_000;
const wrongTries = 5;

/** The desk at which somebody logs in, and the area whose screens say so. */
export interface LoginPlace {
  readonly deskId: string;
  readonly areaId: string;
}

/** Staff accounts and who sits at which desk. */
export class Logins {
  readonly #site: Site;
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(parts: { readonly site: Site; readonly store: Store; readonly clock: Clock }) {
    this.#site = parts.site;
    this.#store = parts.store;
    this.#clock = parts.clock;
  }

  /**
   * Takes the staff of the site into the accounts; those that are right already stay as they are. Who is no longer
   * named goes: the passwords of a demo are known to everybody and must not outlive it.
   */
  async takeOverStaff(): Promise<void> {
    const named = this.#site.demo?.staff ?? [];
    await keepStaffOnly(
      this.#store.database,
      named.map(({ workNo }) => workNo),
    );
    await Promise.all(
      named.map(async ({ workNo, name, title, role, password }) => {
        const known = await staffMember(this.#store.database, workNo);
        const same = known !== undefined && (await isPasswordOf(known.passwordHash, password));
        const passwordHash = same ? known.passwordHash : await hashOfPassword(password);
        await putStaffMember(this.#store.database, { workNo, name, title: title ?? null, role, passwordHash });
      }),
    );
  }

  /** Five wrong tries lock a number for five minutes, whether an account has it or not. */
  async login(
    place: LoginPlace,
    workNo: string,
    password: string,
  ): Promise<StaffLoginReply & { readonly token?: string }> {
    const number = workNo.trim().slice(0, 16);
    const locked = await this.#countTry(number);
    const member = await staffMember(this.#store.database, number);
    const right = await isPasswordOf(member?.passwordHash, password);
    if (locked) return { ok: false, reason: 'locked' };
    if (member === undefined || !right) return { ok: false, reason: 'wrong-number-or-password' };
    const token = newSecret();
    await this.#store.change(async (transaction) => {
      await putAttempts(transaction, number, { wrong: 0, lockedUntil: null });
      await this.#sitDown(transaction, { place, workNo: number, token });
      return { reply: undefined, events: [this.#event('desk.login', place, number)] };
    });
    return { ok: true, token };
  }

  async logout(place: LoginPlace, token: string): Promise<void> {
    const login = { tokenHash: hashOfSecret(token), deskId: place.deskId, at: isoNow(this.#clock) };
    await this.#store.change(async (transaction) => {
      const workNo = await validLogin(transaction, login);
      const ended = await endLogin(transaction, login);
      const events = ended && workNo !== undefined ? [this.#event('desk.logout', place, workNo)] : [];
      return { reply: undefined, events };
    });
  }

  /** Work number of a valid login at a desk. */
  async loggedIn(deskId: string, token: string | undefined): Promise<string | undefined> {
    if (token === undefined || token === '') return undefined;
    const login = { tokenHash: hashOfSecret(token), deskId, at: isoNow(this.#clock) };
    return validLogin(this.#store.database, login);
  }

  /** Who sits at each of some desks. */
  seated(
    deskIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly name: Words; readonly title: Words | null }>> {
    return seatedAt(this.#store.database, deskIds, isoNow(this.#clock));
  }

  /** Counts a try as a wrong one until it proves right; true when the number is locked. */
  async #countTry(workNo: string): Promise<boolean> {
    const now = this.#clock.now();
    return this.#store.change(async (transaction) => {
      const { wrong, lockedUntil } = await countAttempt(transaction, workNo);
      const locked = lockedUntil !== null && lockedUntil > isoNow(this.#clock);
      if (locked) return { reply: true, events: [] };
      const tries = lockedUntil === null ? wrong : 1;
      const until = tries >= wrongTries ? new Date(now + lockedMilliseconds).toISOString() : null;
      await putAttempts(transaction, workNo, { wrong: tries, lockedUntil: until });
      return { reply: false, events: [] };
    });
  }

  async #sitDown(
    transaction: WriteTransaction,
    login: { readonly place: LoginPlace; readonly workNo: string; readonly token: string },
  ): Promise<void> {
    const { place, workNo, token } = login;
    const at = isoNow(this.#clock);
    await endOtherLogins(transaction, { deskId: place.deskId, workNo, at });
    await insertLogin(transaction, {
      token_hash: hashOfSecret(token),
      desk_id: place.deskId,
      work_no: workNo,
      at,
      expires_at: new Date(this.#clock.now() + loginMilliseconds).toISOString(),
      ended_at: null,
    });
  }

  #event(type: 'desk.login' | 'desk.logout', place: LoginPlace, workNo: string): NewEvent {
    const { businessDate } = clinicTimeOf(this.#site, this.#clock.now());
    return { type, businessDate, areaId: place.areaId, queueId: null, body: { deskId: place.deskId, workNo } };
  }
}
