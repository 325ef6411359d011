import { randomUUIDv7 } from 'node:crypto';
import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type {
  AskForHelp,
  HelpAction,
  HelpActionReply,
  HelpBoard,
  Helper,
  HelpRefusal,
  HelpReply,
  HelpStatus,
  StaffPerson,
  WhereNextReply,
  WithdrawHelp,
} from '../contract/index.ts';
import { newestSequence, type NewEvent } from '../feed/append.ts';
import { noticeTo } from '../fleet/terminal-notices.ts';
import type { Assist } from '../hub.ts';
import type { Lines } from '../queue/lines.ts';
import type { SitePlan } from '../queue/site-plan.ts';
import type { Store } from '../store/store.ts';
import type { WriteTransaction } from '../store/tables.ts';
import { figures, helpBoard, statusOf, type HelpPicture } from './board.ts';
import { DueTimer } from './due-timer.ts';
import { decide, isEscalated, newRequest, withdraw, type Decision, type HelpRecord, type Moment } from './request.ts';
import { mayScan } from './scan-limit.ts';
import { whereNext } from './slips.ts';
import {
  escalateDue,
  figuresOfDay,
  forgetHelpers,
  insertRequest,
  lapseDue,
  nextDue,
  openRequestAt,
  openRequests,
  requestById,
  updateRequest,
} from './storage.ts';

export interface AssistParts {
  readonly site: Site;
  readonly store: Store;
  readonly clock: Clock;
  readonly plan: SitePlan;
  readonly lines: Lines;
  readonly onTrouble: (error: unknown) => void;
}

/** What is kept of an action; the board is made anew, so that a repeated answer is not an old one. */
type KeptOutcome =
  { readonly ok: true } | { readonly ok: false; readonly reason: HelpRefusal; readonly helper: Helper | null };

/** Help on the floor: who is wanted at which terminal, and who comes. */
export class HubAssist implements Assist {
  readonly #parts: AssistParts;
  readonly #timer: DueTimer;
  #made: { readonly sequence: number; readonly day: string; readonly picture: Promise<HelpPicture> } | undefined;

  constructor(parts: AssistParts) {
    this.#parts = parts;
    this.#timer = new DueTimer({
      nextDue: async () => {
        const at = await nextDue(parts.store.database);
        return at === undefined ? undefined : Date.parse(at);
      },
      onDue: () => this.lookAfter(),
      now: () => parts.clock.now(),
      onTrouble: parts.onTrouble,
    });
  }

  /** Requests of before a restart go on as if nothing had been. */
  start(): void {
    this.#timer.look();
  }

  /** A request has changed, here or at another hub server. */
  changed(): void {
    this.#timer.look();
  }

  stop(): Promise<void> {
    return this.#timer.stop();
  }

  async ask(terminalId: string, { key, errand }: AskForHelp): Promise<HelpReply> {
    const write = { actor: `terminal:${terminalId}`, operation: 'assist.ask', key, request: { errand } };
    const help = await this.#parts.store.write<HelpStatus>(write, async (transaction) => {
      const { record, fresh } = await this.#openAt(transaction, { terminalId, errand });
      return { reply: statusOf(record), events: fresh ? eventsOf(record) : [], keep: true };
    });
    return { ok: true, help };
  }

  async withdraw(terminalId: string, { key, requestId }: WithdrawHelp): Promise<HelpReply> {
    const write = { actor: `terminal:${terminalId}`, operation: 'assist.withdraw', key, request: { requestId } };
    await this.#parts.store.write<{ readonly ok: true }>(write, async (transaction) => {
      const done = await this.#change(transaction, requestId, (record) =>
        record.terminalId === terminalId ? withdraw(record, this.#moment()) : { kind: 'same' },
      );
      return { reply: { ok: true }, events: done.events, keep: true };
    });
    return { ok: true, help: await this.atTerminal(terminalId) };
  }

  async atTerminal(terminalId: string): Promise<HelpStatus | null> {
    const record = await openRequestAt(this.#parts.store.database, terminalId);
    return record === undefined ? null : statusOf(record);
  }

  async board(person: StaffPerson): Promise<HelpBoard> {
    const { site, clock } = this.#parts;
    return helpBoard(site, await this.#picture(), { person, at: isoNow(clock) });
  }

  async act(person: StaffPerson, { key, action, requestId }: HelpAction): Promise<HelpActionReply> {
    const write = { actor: `staff:${person.staffId}`, operation: 'assist.act', key, request: { action, requestId } };
    const outcome = await this.#parts.store.write<KeptOutcome>(write, async (transaction) => {
      const decided = (record: HelpRecord): Decision => decide(record, { action, person }, this.#moment());
      const { decision, events } = await this.#change(transaction, requestId, decided);
      return { reply: outcomeOf(decision), events, keep: true };
    });
    const board = await this.board(person);
    return outcome.ok ? { ok: true, board } : { ...outcome, board };
  }

  async whereNext(person: StaffPerson, code: string): Promise<WhereNextReply> {
    const { store, clock } = this.#parts;
    const allowed = await mayScan({ store, clock, staffId: person.staffId });
    if (!allowed) return { ok: false, reason: 'too-many-scans', day: null };
    return whereNext(this.#parts, code);
  }

  /** Tells more people of requests that nobody has taken in time, and ends those that nobody ended. */
  async lookAfter(): Promise<void> {
    const at = isoNow(this.#parts.clock);
    const due = await nextDue(this.#parts.store.database);
    if (due === undefined || due > at) return;
    await this.#parts.store.change(async (transaction) => {
      const lapsed = await lapseDue(transaction, at);
      const escalated = await escalateDue(transaction, at);
      return { reply: undefined, events: [...lapsed, ...escalated].flatMap(eventsOf) };
    });
  }

  async tidy(): Promise<void> {
    const { site, store, clock } = this.#parts;
    await this.lookAfter();
    const { businessDate } = clinicTimeOf(site, clock.now());
    await forgetHelpers(store.database, businessDate, new Date(clock.now() - 3_600_000).toISOString());
  }

  /** The open request of a terminal, made when there is none. */
  async #openAt(
    transaction: WriteTransaction,
    asked: Pick<HelpRecord, 'terminalId' | 'errand'>,
  ): Promise<{ readonly record: HelpRecord; readonly fresh: boolean }> {
    const moment = this.#moment();
    const { businessDate } = clinicTimeOf(this.#parts.site, moment.now);
    const record = newRequest({ ...asked, id: randomUUIDv7(), businessDate }, moment);
    // The one that stood in the way may be over by the time it is looked at.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (await insertRequest(transaction, record)) return { record, fresh: true };
      const open = await openRequestAt(transaction, asked.terminalId);
      if (open !== undefined) return { record: open, fresh: false };
    }
    throw new Error('a terminal has an open request for help and has none');
  }

  /** Decides on a request as it is stored now, and again when somebody was quicker. */
  async #change(
    transaction: WriteTransaction,
    requestId: string,
    decided: (record: HelpRecord) => Decision,
  ): Promise<{ readonly decision: Decision; readonly events: readonly NewEvent[] }> {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const record = await requestById(transaction, requestId);
      if (record === undefined) return { decision: unknown, events: [] };
      const decision = decided(record);
      if (decision.kind !== 'changed') return { decision, events: [] };
      if (await updateRequest(transaction, decision.record)) return { decision, events: eventsOf(decision.record) };
    }
    throw new Error('a request for help changes faster than it can be read');
  }

  async #picture(): Promise<HelpPicture> {
    const { site, store, clock } = this.#parts;
    // The sequence is read before the tables: a board may know more than its sequence says, never less.
    const sequence = await newestSequence(store.database);
    const day = clinicTimeOf(site, clock.now()).businessDate;
    if (this.#made?.sequence !== sequence || this.#made.day !== day) {
      const picture = this.#makePicture(sequence, day);
      this.#made = { sequence, day, picture };
      picture.catch(() => (this.#made = undefined));
    }
    return this.#made.picture;
  }

  async #makePicture(sequence: number, day: string): Promise<HelpPicture> {
    const { database } = this.#parts.store;
    const open = await openRequests(database);
    return { sequence, open, today: figures(await figuresOfDay(database, day)) };
  }

  #moment(): Moment {
    const { escalateSeconds, lapseMinutes } = this.#parts.site.help;
    const timing = { escalateAfter: escalateSeconds * 1000, lapseAfter: lapseMinutes * 60_000 };
    return { now: this.#parts.clock.now(), timing };
  }
}

const unknown: Decision = { kind: 'refused', reason: 'no-such-request', helper: null };

function outcomeOf(decision: Decision): KeptOutcome {
  if (decision.kind !== 'refused') return { ok: true };
  return { ok: false, reason: decision.reason, helper: decision.helper };
}

/** What happened to a request, without anybody's name: for the boards, and for its terminal. */
function eventsOf(record: HelpRecord): NewEvent[] {
  const { id: requestId, terminalId, state, businessDate } = record;
  const body = { requestId, terminalId, state, escalated: isEscalated(record) };
  return [
    { type: 'assist.changed', businessDate, areaId: null, queueId: null, body },
    noticeTo({ terminalId, businessDate, notice: { type: 'help.changed', body: statusOf(record) } }),
  ];
}
