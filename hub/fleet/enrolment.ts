import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { DeviceKind, EnrolReply, EnrolWish, IssueCode } from '../contract/index.ts';
import type { NewEvent } from '../feed/append.ts';
import type { KnownDevice } from '../hub.ts';
import { hashOfSecret, newSecret } from '../store/hash-of-secret.ts';
import { secretOfKey } from '../store/secret-of-key.ts';
import type { Store } from '../store/store.ts';
import {
  codeExists,
  deviceOfCode,
  deviceOfCredential,
  forgetCredentials,
  insertCode,
  insertCredential,
  useCode,
} from './storage.ts';

const codeMilliseconds = 15 * 60_000;
// No 0 and O, no 1, I and L: somebody reads the code from one panel and types it on another.
const codeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 12;

/** The site has no such device. */
export class UnknownDevice extends Error {
  override readonly name = 'UnknownDevice';
}

/** Turns one-time codes into credentials of devices. Only hashes of either are stored. */
export class Enrolment {
  readonly #site: Site;
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(parts: { readonly site: Site; readonly store: Store; readonly clock: Clock }) {
    this.#site = parts.site;
    this.#store = parts.store;
    this.#clock = parts.clock;
  }

  /** A code such as 7KQM-2XWA-9DRT, good for 15 minutes and one device. Throws UnknownDevice. */
  async issueCode(kind: DeviceKind, deviceId: string): Promise<string> {
    return (await this.issue('hub', { kind, id: deviceId, key: newSecret() })).code;
  }

  /**
   * The same, with the instant at which it runs out. Asked for again with its key it is the same code; what is kept for
   * that is not enough to make it. Throws KeyReused.
   */
  async issue(
    by: string,
    { kind, id, key }: IssueCode,
  ): Promise<{ readonly code: string; readonly expiresAt: string }> {
    if (!this.#stands(kind, id)) throw new UnknownDevice(`the site has no ${kind} "${id}"`);
    const write = { actor: `staff:${by}`, operation: 'code.issue', key: hashOfSecret(key), request: { kind, id } };
    const made = await this.#store.write<{ readonly salt: string; readonly expiresAt: string }>(
      write,
      async (transaction) => {
        const salt = newSecret();
        const expiresAt = new Date(this.#clock.now() + codeMilliseconds).toISOString();
        const hash = hashOfSecret(codeOf({ key, salt }));
        await insertCode(transaction, { kind, deviceId: id, hash, expiresAt });
        return { reply: { salt, expiresAt }, events: [], keep: true };
      },
    );
    return { code: codeOf({ key, salt: made.salt }).replace(/.{4}(?=.)/g, '$&-'), expiresAt: made.expiresAt };
  }

  /** A code for something else than is wanted is refused and stays good. */
  async enrol(code: string, wish: EnrolWish = {}): Promise<EnrolReply> {
    const hash = hashOfSecret(code.toUpperCase().replace(/[\s-]/g, ''));
    const at = isoNow(this.#clock);
    const credential = newSecret();
    return this.#store.change<EnrolReply>(async (transaction) => {
      const meant = await deviceOfCode(transaction, hash);
      if (meant !== undefined && isForAnother(meant, wish))
        return { reply: { ok: false, reason: 'code-for-another' }, events: [] };
      const used = await useCode(transaction, hash, at);
      if (used === undefined) {
        const reason = (await codeExists(transaction, hash)) ? 'code-used' : 'code-unknown';
        return { reply: { ok: false, reason }, events: [] };
      }
      if (used.expiresAt <= at) return { reply: { ok: false, reason: 'code-expired' }, events: [] };
      const { kind, deviceId } = used;
      // A terminal that was replaced or stolen must not go on; screens and desks may be open in several windows.
      if (kind === 'terminal') await forgetCredentials(transaction, used);
      await insertCredential(transaction, { kind, deviceId, hash: hashOfSecret(credential), at });
      return { reply: { ok: true, kind, deviceId, credential }, events: [this.#event('device.enrolled', used)] };
    });
  }

  /** Whoever shows a credential of this device is nobody from now on; a stolen terminal, a screen that was sold. */
  async withdraw(kind: DeviceKind, deviceId: string): Promise<void> {
    await this.#store.change(async (transaction) => {
      await forgetCredentials(transaction, { kind, deviceId });
      return { reply: undefined, events: [this.#event('device.withdrawn', { kind, deviceId })] };
    });
  }

  async identify(credential: string | undefined): Promise<KnownDevice | undefined> {
    if (credential === undefined || credential === '') return undefined;
    const device = await deviceOfCredential(this.#store.database, hashOfSecret(credential));
    return device !== undefined && this.#stands(device.kind, device.deviceId) ? device : undefined;
  }

  #event(type: 'device.enrolled' | 'device.withdrawn', { kind, deviceId }: KnownDevice): NewEvent {
    const { businessDate } = clinicTimeOf(this.#site, this.#clock.now());
    return { type, businessDate, areaId: null, queueId: null, body: { kind, deviceId } };
  }

  #stands(kind: DeviceKind, deviceId: string): boolean {
    const { terminals, screens, desks } = this.#site;
    const all = { terminal: terminals, screen: screens, desk: desks }[kind];
    return all.some((device) => device.id === deviceId);
  }
}

function codeOf(made: { readonly key: string; readonly salt: string }): string {
  return secretOfKey({ ...made, letters: codeLetters, length: codeLength });
}

function isForAnother(meant: KnownDevice, { kind, deviceId }: EnrolWish): boolean {
  return (kind !== undefined && kind !== meant.kind) || (deviceId !== undefined && deviceId !== meant.deviceId);
}
