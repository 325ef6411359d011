import type { Site } from '@lobby/config';
import type { Clock } from '../clock.ts';
import type { DeviceKind, EnrolReply, TerminalState } from '../contract/index.ts';
import type { Fleet, KnownDevice } from '../hub.ts';
import type { Store } from '../store/store.ts';
import { Enrolment } from './enrolment.ts';
import type { Screens } from './screens.ts';
import { forgetExpired } from './storage.ts';
import { keepTerminalState } from './terminals.ts';

/** Terminals, screens and desks: who they are and how they are. */
export class HubFleet implements Fleet {
  readonly #parts: { readonly site: Site; readonly store: Store; readonly clock: Clock; readonly screens: Screens };
  readonly #enrolment: Enrolment;

  constructor(parts: { readonly site: Site; readonly store: Store; readonly clock: Clock; readonly screens: Screens }) {
    this.#parts = parts;
    this.#enrolment = new Enrolment(parts);
  }

  issueCode(kind: DeviceKind, deviceId: string): Promise<string> {
    return this.#enrolment.issueCode(kind, deviceId);
  }

  enrol(code: string): Promise<EnrolReply> {
    return this.#enrolment.enrol(code);
  }

  identify(credential: string | undefined): Promise<KnownDevice | undefined> {
    return this.#enrolment.identify(credential);
  }

  terminalState(terminalId: string, state: TerminalState): Promise<void> {
    return keepTerminalState(this.#parts, terminalId, state);
  }

  screenConnected(screenId: string, connected: boolean): void {
    this.#parts.screens.connected(screenId, connected);
  }

  /** Forgets codes and logins a day after they ran out. */
  async prune(): Promise<void> {
    const yesterday = new Date(this.#parts.clock.now() - 24 * 3_600_000).toISOString();
    await forgetExpired(this.#parts.store.database, yesterday);
  }
}
