import { randomUUIDv7 } from 'node:crypto';
import type { Patient } from 'fhir/r4.js';
import { isoNow, type Clock } from '../clock.ts';
import type {
  ChoosePatientReply,
  OpenVisit as OpenVisitRequest,
  OpenVisitReply,
  PresentedCredential,
  VisitEnd,
  VisitRefusal,
} from '../contract/index.ts';
import type { HospitalPort } from '../hospital/port.ts';
import type { VisitAccess } from '../hub.ts';
import { hashOfSecret, isSecretOf, newSecret } from '../store/hash-of-secret.ts';
import type { Store } from '../store/store.ts';
import type { WriteTransaction } from '../store/tables.ts';
import { maskName } from './masked-name.ts';
import { bearsName, identifierOf, keptOfFile } from './patient-file.ts';
import {
  endVisit,
  endVisitsAt,
  endVisitsTouchedBefore,
  insertVisit,
  openVisitById,
  putPatient,
  putSecret,
  touchVisit,
  type KeptChoice,
  type OpenVisit,
} from './storage.ts';

const idleMilliseconds = 10 * 60_000;
/** A visit in use is written to once in this time, not at every question. */
const touchMilliseconds = 30_000;

export interface OpenVisitsParts {
  readonly port: HospitalPort;
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
    const found = await this.#filesOf(terminalId, request.credential);
    if (!found.ok) return found;
    const choices = found.files.map((patient, index) => ({ choice: String(index + 1), patient }));
    const secret = newSecret();
    const cardName = maskName(request.credential.name ?? '');
    const write = {
      actor: `terminal:${terminalId}`,
      operation: 'visit.open',
      key: request.key,
      // Which files a card opened says which card it was, without its number.
      request: { kind: request.credential.kind, files: found.files.map((file) => file.patientId) },
    };
    let opened: string | undefined;
    const visitId = await this.#parts.store.write(write, async (transaction) => {
      opened = await this.#insert(transaction, { terminalId, choices, secret });
      return { reply: opened, events: [], keep: true };
    });
    // Secrets are not kept: who asks again with the same key gets a new one, and the earlier one is void.
    if (opened === undefined) await putSecret(this.#parts.store.database, visitId, hashOfSecret(secret));
    const only = choices.length === 1 ? choices[0] : undefined;
    const maskedName = only?.patient.maskedName ?? cardName;
    return { ok: true, visitId, secret, maskedName, choices: only === undefined ? choices.map(choiceShown) : [] };
  }

  async choose(access: VisitAccess, choice: string): Promise<ChoosePatientReply> {
    const visit = await this.find(access);
    if (visit === undefined) return { ok: false, reason: 'visit-ended' };
    const chosen = visit.choices.find((kept) => kept.choice === choice)?.patient;
    if (chosen === undefined) return { ok: false, reason: 'choice-unknown' };
    const put = await putPatient(this.#parts.store.database, visit.id, chosen);
    if (!put) return { ok: false, reason: 'visit-ended' };
    this.#parts.onEnd(visit.id);
    return { ok: true, maskedName: chosen.maskedName };
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

  async #end(visitId: string, why: VisitEnd): Promise<void> {
    const { store, clock, onEnd } = this.#parts;
    await endVisit(store.database, { visitId, why, at: isoNow(clock) });
    onEnd(visitId);
  }

  async #insert(
    transaction: WriteTransaction,
    opened: { readonly terminalId: string; readonly choices: readonly KeptChoice[]; readonly secret: string },
  ): Promise<string> {
    const at = isoNow(this.#parts.clock);
    const { terminalId, choices } = opened;
    await endVisitsAt(transaction, terminalId, at);
    const id = randomUUIDv7();
    const patient = choices.length === 1 ? (choices[0]?.patient ?? null) : null;
    const secretHash = hashOfSecret(opened.secret);
    await insertVisit(transaction, { id, terminalId, secretHash, patient, choices, openedAt: at, touchedAt: at });
    return id;
  }

  async #filesOf(
    terminalId: string,
    credential: PresentedCredential,
  ): Promise<
    | { readonly ok: true; readonly files: readonly KeptChoice['patient'][] }
    | { readonly ok: false; readonly reason: VisitRefusal }
  > {
    const patients = await this.#findAtHospital(terminalId, credential);
    if (patients === undefined) return { ok: false, reason: 'hospital-unavailable' };
    const files = patients.flatMap((patient) => keptOfFile(patient) ?? []);
    if (files.length === 0) return { ok: false, reason: 'patient-unknown' };
    // A parent's card opens the child's file as well: one file must bear the name on the card, not all.
    if (!patients.some((patient) => bearsName(patient, credential.name))) return { ok: false, reason: 'name-differs' };
    return { ok: true, files };
  }

  /** Files of a credential; undefined when the hospital gave no answer. */
  async #findAtHospital(terminalId: string, credential: PresentedCredential): Promise<readonly Patient[] | undefined> {
    const context = { terminalId, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' } as const;
    try {
      const found = await this.#parts.port.patient.find([identifierOf(credential)], context);
      if (found.ok) return found.value;
      return found.reason === 'not-found' ? [] : undefined;
    } catch {
      return undefined;
    }
  }
}

function choiceShown({ choice, patient }: KeptChoice): { choice: string; maskedName: string; birthYear: number } {
  return { choice, maskedName: patient.maskedName, birthYear: patient.birthYear ?? 0 };
}
