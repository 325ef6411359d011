import { randomUUIDv7 } from 'node:crypto';
import { clinicTimeOf, type ClinicTime } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { CheckInRefusal } from '../contract/index.ts';
import type { HospitalPort } from '../hospital/port.ts';
import { joinQueue, type Joined } from '../queue/join.ts';
import type { Lines } from '../queue/lines.ts';
import { askOutside, joinOutside, type OutsidePlace } from '../queue/mirrored/check-in.ts';
import type { SitePlan } from '../queue/site-plan.ts';
import { isOutOfSpace } from '../store/out-of-space.ts';
import type { KeyedWrite, Store } from '../store/store.ts';
import type { WriteTransaction } from '../store/tables.ts';
import { checkedInAgain, undoneIsOver, UndoneMeanwhile } from '../queue/undone-check-ins.ts';
import { arriveAtHospital, type ArrivalOutcome } from './arrival.ts';
import {
  endIntent,
  intentDone,
  openIntent,
  openIntents,
  type CheckInIntent,
  type CheckInPlan,
} from './intent-storage.ts';
import type { SettledUndone, TellUndone } from './tell-undone.ts';

/** The steps of a check-in, in their order; told to whoever watches, so that a test can end the hub at each. */
export const checkInSteps = [
  'asked',
  'intent-committed',
  'ticket-issued',
  'arrived',
  'number-taken',
  'outcome-committed',
] as const;
export type CheckInStep = (typeof checkInSteps)[number];

/** How long a hub server may work on a check-in before another one takes it for orphaned. */
const attendedMilliseconds = 2 * 60_000;

/** Slots start on the minute. */
const slotMilliseconds = 60_000;

interface ArrivalWish {
  readonly intent: CheckInIntent;
  readonly resumed: boolean;
  readonly ifUntouched: 'begin' | 'give-up';
}

export interface CheckInParts {
  readonly port: HospitalPort;
  readonly store: Store;
  readonly lines: Lines;
  readonly plan: SitePlan;
  readonly clock: Clock;
  readonly tellUndone: TellUndone;
  readonly onStep: (step: CheckInStep) => void;
  /** Hears of an open check-in that could not be finished; the others are none the worse for it. */
  readonly onTrouble: (error: unknown) => void;
}

export type CheckInResult<Reply> =
  | { readonly ok: true; readonly reply: Reply }
  | {
      readonly ok: false;
      readonly reason: Extract<CheckInRefusal, 'refused-by-hospital' | 'hospital-unavailable' | 'outcome-unknown'>;
    };

/**
 * Checks patients in: the intent is committed, the hospital is asked with its key, the outcome is committed. Whatever
 * stops the hub in between, the open intent is found again and finished or given up.
 */
export class CheckIns {
  readonly #parts: CheckInParts;
  /** Arrivals under way in this process: two terminals at the same moment share one. */
  readonly #underWay = new Map<string, Promise<ArrivalOutcome>>();
  /** Numbers that the hospital has given to the check-ins under way. */
  readonly #seeNos = new Map<string, number | null>();

  constructor(parts: CheckInParts) {
    this.#parts = parts;
  }

  /**
   * Brings an appointment into its queue. `replyOf` makes the reply that is kept for the key from the ticket it got,
   * inside the transaction.
   */
  async checkIn<Reply>(
    wish: {
      readonly write: KeyedWrite;
      readonly terminalId: string | null;
      readonly appointmentId: string;
      readonly plan: CheckInPlan;
    },
    replyOf: (joined: Joined, transaction: WriteTransaction) => Promise<Reply>,
  ): Promise<CheckInResult<Reply>> {
    this.#parts.onStep('asked');
    const undone = await unlessFull(this.#parts.tellUndone.settle(wish.appointmentId));
    if (undone === 'not-yet' || undone === 'full') return { ok: false, reason: 'hospital-unavailable' };
    const begun = await unlessFull(this.#begin({ ...wish, plan: planAfter(undone, wish.plan) }));
    // Nothing was asked of the hospital yet.
    if (begun === 'full') return { ok: false, reason: 'hospital-unavailable' };
    const { intent, resumed } = begun;
    const outcome = await unlessFull(this.#arriveAgain({ intent, resumed, ifUntouched: 'begin' }));
    if (outcome === 'full') return { ok: false, reason: 'outcome-unknown' };
    if (outcome !== 'arrived') return { ok: false, reason: await this.#refusal(intent, outcome) };
    const outside = await askOutside(this.#parts, intent);
    // It has arrived, and the hospital cannot say under which number: whoever asks again learns it.
    if (outside === 'unavailable') return { ok: false, reason: 'outcome-unknown' };
    if (outside === 'refused') return { ok: false, reason: await this.#refusal(intent, 'refused') };
    const joining = this.#join({ intent, outside }, (work) =>
      this.#parts.store.write(wish.write, async (transaction) => {
        const joined = await work(transaction);
        return { reply: await replyOf(joined, transaction), events: joined.events, keep: true };
      }),
    );
    const reply = await unlessFull(joining);
    // The hospital has it and the intent stays open: whoever asks again, or the hub itself, finishes it.
    if (reply === 'full') return { ok: false, reason: 'outcome-unknown' };
    // The desk has the last word; whoever asks again begins anew.
    if (reply === 'undone') return { ok: false, reason: 'hospital-unavailable' };
    this.#parts.onStep('outcome-committed');
    return { ok: true, reply };
  }

  /**
   * Finishes or gives up the check-ins that somebody left open: all of them when this hub server has the database to
   * itself and has just started, else those that nobody attends to any more.
   */
  async resolveOpen(which: 'all' | 'unattended'): Promise<void> {
    const { store, clock } = this.#parts;
    const intents = await openIntents(store.database, which === 'all' ? undefined : isoNow(clock));
    for (const intent of intents) {
      if (!this.#underWay.has(intent.id)) await this.#resolve(intent).catch(this.#parts.onTrouble);
    }
  }

  async #resolve(intent: CheckInIntent): Promise<void> {
    if (this.#parts.plan.queue(intent.plan.queueId) === undefined) {
      await endIntent(this.#parts.store.database, intent.id, 'abandoned');
      throw new Error(`an open check-in for queue ${intent.plan.queueId} was given up: the site has no such queue now`);
    }
    const outcome = await this.#arriveAgain({ intent, resumed: true, ifUntouched: 'give-up' });
    if (outcome === 'arrived') {
      const outside = await askOutside(this.#parts, intent);
      if (outside === 'unavailable') return;
      if (outside === 'refused') return endIntent(this.#parts.store.database, intent.id, 'refused');
      await this.#join({ intent, outside }, (work) =>
        this.#parts.store.change(async (transaction) => {
          const joined = await work(transaction);
          return { reply: undefined, events: joined.events };
        }),
      );
    } else if (outcome === 'untouched' || outcome === 'refused') {
      const state = outcome === 'untouched' ? 'abandoned' : 'refused';
      await endIntent(this.#parts.store.database, intent.id, state);
    }
  }

  async #begin(wish: {
    readonly terminalId: string | null;
    readonly appointmentId: string;
    readonly plan: CheckInPlan;
  }): Promise<{ readonly intent: CheckInIntent; readonly resumed: boolean }> {
    const { store, clock, onStep } = this.#parts;
    const { terminalId, appointmentId, plan } = wish;
    const attendedUntil = new Date(clock.now() + attendedMilliseconds).toISOString();
    const fresh = { id: randomUUIDv7(), terminalId, appointmentId, plan, at: isoNow(clock), attendedUntil };
    const begun = await store.change(async (transaction) => {
      return { reply: await openIntent(transaction, fresh), events: [] };
    });
    onStep('intent-committed');
    return begun;
  }

  /**
   * The arrival, also of an appointment whose arrival was undone. The hospital may have checked it in by itself since
   * then: it refuses ours, and says that the appointment has arrived. As soon as it has, the undoing says nothing more.
   */
  async #arriveAgain(arrival: ArrivalWish): Promise<ArrivalOutcome> {
    const { status, settled = [] } = arrival.intent.plan;
    const outcome = await this.#arrive(arrival);
    if (settled.length === 0 || status === 'arrived') return outcome;
    const now = outcome === 'refused' ? await this.#afterRefusal(arrival.intent) : outcome;
    if (now === 'arrived') {
      await this.#parts.store.change(async (transaction) => {
        await undoneIsOver(transaction, settled);
        return { reply: undefined, events: [] };
      });
    }
    return now;
  }

  async #afterRefusal(intent: CheckInIntent): Promise<'arrived' | 'refused' | 'unavailable'> {
    const { patient, slotStart } = intent.plan;
    const to = new Date(Date.parse(slotStart) + slotMilliseconds).toISOString();
    const context = {
      terminalId: intent.terminalId,
      operatorId: null,
      traceId: randomUUIDv7(),
      locale: 'zh-CN',
    } as const;
    const query = { patientId: patient.patientId, from: slotStart, to };
    const asked = await this.#parts.port.appointment.list(query, context).catch(() => undefined);
    if (asked === undefined || !asked.ok) return 'unavailable';
    const found = asked.value.find(({ appointment }) => appointment.id === intent.appointmentId);
    return found?.appointment.status === 'arrived' ? 'arrived' : 'refused';
  }

  #arrive(arrival: ArrivalWish): Promise<ArrivalOutcome> {
    const { id } = arrival.intent;
    const shared = this.#underWay.get(id);
    if (shared !== undefined) return shared;
    const { port, onStep } = this.#parts;
    const onNumber = (seeNo: number | null): void => void this.#seeNos.set(id, seeNo);
    const fresh = arriveAtHospital(port, { ...arrival, onStep, onNumber }).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, fresh);
    return fresh;
  }

  async #refusal(
    intent: CheckInIntent,
    outcome: Exclude<ArrivalOutcome, 'arrived'>,
  ): Promise<'refused-by-hospital' | 'hospital-unavailable' | 'outcome-unknown'> {
    if (outcome === 'unavailable' || outcome === 'untouched') return 'hospital-unavailable';
    if (outcome === 'unknown') return 'outcome-unknown';
    await endIntent(this.#parts.store.database, intent.id, 'refused');
    return 'refused-by-hospital';
  }

  /**
   * The outcome: number, ticket and the end of the intent, in the transaction that `commit` opens. `undone`: a desk has
   * undone the check-in since this one began, and it is given up.
   */
  async #join<Reply>(
    { intent, outside }: { readonly intent: CheckInIntent; readonly outside: OutsidePlace | null },
    commit: (work: (transaction: WriteTransaction) => Promise<Joined>) => Promise<Reply>,
  ): Promise<Reply | 'undone'> {
    try {
      return await this.#joinUnlessUndone({ intent, outside }, commit);
    } catch (error) {
      if (!(error instanceof UndoneMeanwhile)) throw error;
      this.#seeNos.delete(intent.id);
      await endIntent(this.#parts.store.database, intent.id, 'abandoned');
      return 'undone';
    }
  }

  async #joinUnlessUndone<Reply>(
    { intent, outside }: { readonly intent: CheckInIntent; readonly outside: OutsidePlace | null },
    commit: (work: (transaction: WriteTransaction) => Promise<Joined>) => Promise<Reply>,
  ): Promise<Reply> {
    const { lines, onStep } = this.#parts;
    const { appointmentId } = intent;
    const { settled = [] } = intent.plan;
    let joined: Joined | undefined;
    const reply = await commit(async (transaction) => {
      joined =
        (outside === null ? undefined : await joinOutside(transaction, this.#parts, outside)) ??
        (await joinQueue(transaction, lines, this.#joining(intent)));
      await intentDone(transaction, intent.id);
      // Nobody has undone anything of a ticket that is as it was made.
      if (outside !== null || joined.ticket.version > 1) await checkedInAgain(transaction, { appointmentId, settled });
      onStep('number-taken');
      return joined;
    });
    if (joined !== undefined) lines.remember(joined.line);
    this.#seeNos.delete(intent.id);
    return reply;
  }

  #joining(intent: CheckInIntent): Parameters<typeof joinQueue>[2] {
    const { plan, clock } = this.#parts;
    const { queueId, patient, actedBy, kind, practitioner, slotStart, slotEnd, lane } = intent.plan;
    const place = plan.queue(queueId);
    if (place === undefined) throw new Error(`queue ${queueId} of an open check-in is not configured any more`);
    const { businessDate, session } = this.#clinicTime(slotStart);
    const { appointmentId } = intent;
    const slot = { slotStart, slotEnd };
    const registeredNo = intent.plan.registeredNo ?? this.#seeNos.get(intent.id) ?? null;
    return {
      place,
      businessDate,
      session,
      patient,
      actedBy,
      kind,
      appointmentId,
      practitioner,
      ...slot,
      lane,
      given: { registeredNo },
      at: isoNow(clock),
    };
  }

  /** Whoever is late for the night clinic and comes in the morning waits with those of today. */
  #clinicTime(slotStart: string): ClinicTime {
    const { plan, clock } = this.#parts;
    const ofSlot = clinicTimeOf(plan.site, Date.parse(slotStart));
    const now = clinicTimeOf(plan.site, clock.now());
    return ofSlot.businessDate < now.businessDate ? now : ofSlot;
  }
}

/** The check-in of an appointment whose arrival was undone at the hospital arrives again: what was read of it may be older. */
function planAfter({ ids, told }: SettledUndone, plan: CheckInPlan): CheckInPlan {
  const settled = { ...plan, settled: ids };
  return told && plan.status === 'arrived' ? { ...settled, status: 'checked-in' } : settled;
}

/** The outcome of a write, or that the disk had no room for it. */
async function unlessFull<Done>(writing: Promise<Done>): Promise<Done | 'full'> {
  try {
    return await writing;
  } catch (error) {
    if (isOutOfSpace(error)) return 'full';
    throw error;
  }
}
