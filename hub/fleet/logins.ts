import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { StaffLoginReply, StaffRole, Words } from '../contract/index.ts';
import type { NewEvent } from '../feed/append.ts';
import { hashOfSecret, newSecret } from '../store/hash-of-secret.ts';
import type { Store } from '../store/store.ts';
import type { WriteTransaction } from '../store/tables.ts';
import { holdChecked, staffMember, type StaffMember } from './account-storage.ts';
import type { Accounts } from './accounts.ts';
import { endLogin, endOtherLogins, insertLogin, seatedAt, validLogin, type SeatedPerson } from './storage.ts';

const loginMilliseconds = 12 * 3_600_000;
/** Who may log in at a desk: those who call patients. */
const rolesAtDesks: readonly StaffRole[] = ['doctor', 'nurse', 'cashier', 'operator'];

/** Who may sit beside somebody else at one desk, as an assistant does on a computer of her own. */
const besideOthers: readonly StaffRole[] = ['nurse'];

/** The desk at which somebody logs in, and the area whose screens say so. */
export interface LoginPlace {
  readonly deskId: string;
  readonly areaId: string;
}

/** Somebody at a desk, and what they may do. */
export interface PersonAtDesk {
  readonly workNo: string;
  readonly role: StaffRole;
  readonly name: Words;
  readonly title: Words | null;
}

/** Who sits at which desk. */
export class Logins {
  readonly #site: Site;
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #accounts: Accounts;

  constructor(parts: {
    readonly site: Site;
    readonly store: Store;
    readonly clock: Clock;
    readonly accounts: Accounts;
  }) {
    this.#accounts = parts.accounts;
    this.#site = parts.site;
    this.#store = parts.store;
    this.#clock = parts.clock;
  }

  /** By work number and password, as everywhere; volunteers call nobody. */
  async login(
    place: LoginPlace,
    workNo: string,
    password: string,
  ): Promise<StaffLoginReply & { readonly token?: string }> {
    const checked = await this.#accounts.check(workNo, password, { kind: 'desk', id: place.deskId });
    if (!checked.ok) return checked;
    const { member } = checked;
    if (!rolesAtDesks.includes(member.role)) return { ok: false, reason: 'role-not-allowed' };
    const token = newSecret();
    const seated = await this.#store.change(async (transaction) => {
      if (!(await holdChecked(transaction, member))) return { reply: false, events: [] };
      await this.#sitDown(transaction, { place, member, token });
      return { reply: true, events: [this.#event('desk.login', place, member.workNo)] };
    });
    return seated ? { ok: true, token } : { ok: false, reason: 'wrong-number-or-password' };
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

  /** Somebody by their work number, while their account may be used. */
  async person(workNo: string): Promise<PersonAtDesk | undefined> {
    const member = await staffMember(this.#store.database, workNo);
    if (member === undefined || member.disabledAt !== null) return undefined;
    const { role, name, title } = member;
    return { workNo, role, name, title };
  }

  /** Who sits at each of some desks: the doctor where a nurse sits beside one. */
  seated(deskIds: readonly string[]): Promise<ReadonlyMap<string, SeatedPerson>> {
    return seatedAt(this.#store.database, deskIds, isoNow(this.#clock));
  }

  async #sitDown(
    transaction: WriteTransaction,
    login: { readonly place: LoginPlace; readonly member: StaffMember; readonly token: string },
  ): Promise<void> {
    const { place, member, token } = login;
    const { workNo, role } = member;
    const at = isoNow(this.#clock);
    const seat = role === 'nurse' ? besideOthers : rolesAtDesks.filter((one) => !besideOthers.includes(one));
    await endOtherLogins(transaction, { deskId: place.deskId, workNo, seat, at });
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
