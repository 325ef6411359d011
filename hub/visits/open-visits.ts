import { randomUUIDv7 } from 'node:crypto';
import { isoNow, type Clock } from '../clock.ts';
import type {
  ChoosePatientReply,
  OpenVisit as OpenVisitRequest,
  OpenVisitReply,
  StaffPerson,
  VisitEnd,
} from '../contract/index.ts';
import type { VisitAccess } from '../hub.ts';
import { hashOfSecret, isSecretOf, newSecret } from '../store/hash-of-secret.ts';
import type { Store } from '../store/store.ts';
import type { WriteTransaction } from '../store/tables.ts';
import { choiceShown, choicesBy, choicesOf, onlyChoice } from './choices.ts';
import { identify, type IdentifyParts } from './identify.ts';
import { maskName } from './masked-name.ts';
import {
  endVisit,
  endVisitsAt,
  endVisitsOpenedBefore,
  endVisitsTouchedBefore,
  insertVisit,
  openVisitById,
  putSecret,
  touchVisit,
  type KeptChoice,
  type OpenVisit,
} from './storage.ts';
import { wardsOf } from './wards.ts';
import { putWhose, recordVouching } from './whose-visit.ts';

const idleMilliseconds = 10 * 60_000;
/** A visit in use is written to once in this time, not at every question. */
const touchMilliseconds = 30_000;

export interface OpenVisitsParts extends IdentifyParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly onEnd: (visitId: string) => void;
}

/** Who stands at which terminal: visits are opened by what a device read, and end. */
export class OpenVisits {
  readonly #parts: OpenVisitsParts;

  constructor(parts: OpenVisitsParts) {
    this.#parts = parts;
  }

  async open(terminalId: string, request: OpenVisitRequest): Promise<OpenVisitReply> {
    const { credential } = request;
    // Asked for at the same time: a hospital that takes its time over one takes it over both.
    const looking = request.proof === undefined ? wardsOf(this.#parts, { credential, terminalId }) : [];
    const found = await identify(this.#parts, { terminalId, request });
    if (!found.ok) return found;
    const { files, actedBy } = found;
    const choices =
      actedBy === null
        ? choicesOf(this.#parts, { credential, files, wards: await looking })
        : choicesBy(actedBy, files);
    if (choices.length === 0) return { ok: false, reason: 'patient-unknown' };
    const secret = newSecret();
    const cardName = maskName(credential.name ?? '');
    const write = {
      actor: `terminal:${terminalId}`,
      operation: 'visit.open',
      key: request.key,
      // Which files a card opened says which card it was, without its number.
      request: { kind: credential.kind, files: choices.map(({ patient }) => patient.patientId) },
    };
    let opened: string | undefined;
    const visitId = await this.#parts.store.write(write, async (transaction) => {
      opened = await this.#insert(transaction, { terminalId, choices, secret, approvedBy: found.approvedBy });
      return { reply: opened, events: [], keep: true };
    });
    // Secrets are not kept: who asks again with the same key gets a new one, and the earlier one is void.
    if (opened === undefined) await putSecret(this.#parts.store.database, visitId, hashOfSecret(secret));
    const only = onlyChoice(choices);
    const maskedName = only?.patient.maskedName ?? cardName;
    return { ok: true, visitId, secret, maskedName, choices: only === undefined ? choices.map(choiceShown) : [] };
  }

  async choose(access: VisitAccess, choice: string): Promise<ChoosePatientReply> {
    const visit = await this.find(access);
    if (visit === undefined) return { ok: false, reason: 'visit-ended' };
    const chosen = visit.choices.find((kept) => kept.choice === choice);
    if (chosen === undefined) return { ok: false, reason: 'choice-unknown' };
    if (!(await putWhose(this.#parts, visit, chosen))) return { ok: false, reason: 'visit-ended' };
    this.#parts.onEnd(visit.id);
    return { ok: true, maskedName: chosen.patient.maskedName };
  }

  /** The visit, when it goes on and whoever asks is its terminal and holds its secret. */
  async find(access: VisitAccess): Promise<OpenVisit | undefined> {
    const { store, clock } = this.#parts;
    const visit = await openVisitById(store.database, access.visitId);
    if (visit === undefined || visit.terminalId !== access.terminalId) return undefined;
    if (!isSecretOf(visit.secretHash, access.secret)) return undefined;
    const untouched = clock.now() - Date.parse(visit.touchedAt);
    if (untouched >= idleMilliseconds) {
      await this.#end(visit.id, 'idle');
      return undefined;
    }
    if (untouched >= touchMilliseconds) await touchVisit(store.database, visit.id, isoNow(clock));
    return visit;
  }

  async end(access: VisitAccess, why: VisitEnd): Promise<void> {
    const visit = await this.find(access);
    if (visit !== undefined) await this.#end(visit.id, why);
  }

  /** Ends the visits that nobody has used for ten minutes. */
  async endIdle(): Promise<void> {
    const { store, clock } = this.#parts;
    const before = new Date(clock.now() - idleMilliseconds).toISOString();
    await endVisitsTouchedBefore(store.database, before, isoNow(clock));
  }

  /** Ends what was open at a terminal before its agent started: that agent holds no secret of it. */
  async endLost(terminalId: string, startedAt: string): Promise<void> {
    const { store, clock } = this.#parts;
    await endVisitsOpenedBefore(store.database, { terminalId, startedAt, at: isoNow(clock) });
  }

  async #end(visitId: string, why: VisitEnd): Promise<void> {
    const { store, clock, onEnd } = this.#parts;
    await endVisit(store.database, { visitId, why, at: isoNow(clock) });
    onEnd(visitId);
  }

  async #insert(
    transaction: WriteTransaction,
    opened: {
      readonly terminalId: string;
      readonly choices: readonly KeptChoice[];
      readonly secret: string;
      readonly approvedBy: StaffPerson | null;
    },
  ): Promise<string> {
    const at = isoNow(this.#parts.clock);
    const { terminalId, choices, approvedBy } = opened;
    await endVisitsAt(transaction, terminalId, at);
    const id = randomUUIDv7();
    const patient = onlyChoice(choices)?.patient ?? null;
    const secretHash = hashOfSecret(opened.secret);
    const visit = { id, terminalId, secretHash, patient, acting: null, choices, openedAt: at, touchedAt: at };
    await insertVisit(transaction, visit);
    if (approvedBy !== null) await recordVouching(this.#parts, transaction, { visit, approvedBy });
    return id;
  }
}
