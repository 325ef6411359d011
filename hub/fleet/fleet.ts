import type { Site } from '@lobby/config';
import type { Clock } from '../clock.ts';
import type {
  AreaStatus,
  DeviceKind,
  EnrolReply,
  EnrolWish,
  FleetView,
  HospitalStatus,
  IssueCode,
  ScreenPicture,
  TerminalState,
} from '../contract/index.ts';
import type { Fleet, KnownDevice } from '../hub.ts';
import type { Store } from '../store/store.ts';
import { Enrolment } from './enrolment.ts';
import { buildFleetView } from './fleet-view.ts';
import type { Screens } from './screens.ts';
import type { SelfTests } from './self-tests.ts';
import { forgetExpired } from './storage.ts';
import { keepScreenPicture, keepTerminalState } from './terminals.ts';

export interface FleetParts {
  readonly site: Site;
  readonly store: Store;
  readonly clock: Clock;
  readonly screens: Screens;
  readonly selfTests: SelfTests;
  /** How the hospital information system answers. */
  readonly hospital: () => HospitalStatus;
  /** Who keeps the queue of each area. */
  readonly areas: () => Promise<readonly AreaStatus[]>;
  /** Version of the map that serves; null: none is published. */
  readonly mapVersion: () => string | null;
  /** Another agent runs at a terminal since this instant: the one before is dead, and knows nobody any more. */
  readonly onAgentStarted: (terminalId: string, at: string) => Promise<void>;
}

/** Terminals, screens and desks: who they are and how they are. */
export class HubFleet implements Fleet {
  readonly selfTests: SelfTests;
  readonly #parts: FleetParts;
  readonly #enrolment: Enrolment;

  constructor(parts: FleetParts) {
    this.selfTests = parts.selfTests;
    this.#parts = parts;
    this.#enrolment = new Enrolment(parts);
  }

  issueCode(kind: DeviceKind, deviceId: string): Promise<string> {
    return this.#enrolment.issueCode(kind, deviceId);
  }

  issue(by: string, wish: IssueCode): Promise<{ readonly code: string; readonly expiresAt: string }> {
    return this.#enrolment.issue(by, wish);
  }

  withdraw(kind: DeviceKind, deviceId: string): Promise<void> {
    return this.#enrolment.withdraw(kind, deviceId);
  }

  enrol(code: string, wish: EnrolWish = {}): Promise<EnrolReply> {
    return this.#enrolment.enrol(code, wish);
  }

  identify(credential: string | undefined): Promise<KnownDevice | undefined> {
    return this.#enrolment.identify(credential);
  }

  async terminalState(terminalId: string, state: TerminalState): Promise<void> {
    const startedAt = await keepTerminalState(this.#parts, terminalId, state);
    if (startedAt !== undefined) await this.#parts.onAgentStarted(terminalId, startedAt);
  }

  screenPicture(screenId: string, picture: ScreenPicture): Promise<void> {
    return keepScreenPicture(this.#parts, screenId, picture);
  }

  view(): Promise<FleetView> {
    return buildFleetView(this.#parts);
  }

  screenConnected(screenId: string, connected: boolean): void {
    this.#parts.screens.connected(screenId, connected);
  }

  /** Forgets codes and logins a day after they ran out. */
  async prune(): Promise<void> {
    const yesterday = new Date(this.#parts.clock.now() - 24 * 3_600_000).toISOString();
    await this.selfTests.prune();
    await forgetExpired(this.#parts.store.database, yesterday);
  }
}
