import { randomUUIDv7 } from 'node:crypto';
import type { Feed } from '../hub.ts';
import type { HospitalPort, HospitalResult } from '../hospital/port.ts';
import { isoNow, type Clock } from '../clock.ts';
import { forgetUndoneBefore, noteTold, openUndone, undoneOf, type UndoneCheckIn } from '../queue/undone-check-ins.ts';
import type { Store } from '../store/store.ts';
import { writeOnce } from './arrival.ts';

export interface TellUndoneParts {
  readonly port: HospitalPort;
  readonly store: Store;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}

/** How an undoing stands at the hospital. `kept`: it has the appointment as arrived all the same. */
export type ToldUndone = 'told' | 'kept' | 'not-yet';

/** An appointment of the day before yesterday is checked in no more. */
const keptMilliseconds = 48 * 3_600_000;

/**
 * Tells the hospital of check-ins that a desk has undone. Each was stored with its undoing and is told until the
 * hospital has answered; before it is told again its key is asked for, so that it takes effect once.
 */
export class TellUndone {
  readonly #parts: TellUndoneParts;
  /** Under way in this process: a check-in of the same appointment waits for it. */
  readonly #underWay = new Map<string, Promise<ToldUndone>>();
  #line: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: TellUndoneParts) {
    this.#parts = parts;
  }

  /** Tells of what is open now, and of whatever is undone from now on. Returns the way to stop. */
  start(feed: Feed): () => Promise<void> {
    const leave = feed.follow(
      (events) => {
        if (events.some(({ type }) => type === 'ticket.undone' || type === 'hospital.changed')) void this.tellOpen();
      },
      () => undefined,
    );
    void this.tellOpen();
    return async () => {
      this.#stopped = true;
      leave();
      await this.#line;
    };
  }

  /** Resolves when the hospital has been told of all that is open, or could not be reached. */
  tellOpen(): Promise<void> {
    const work = async (): Promise<void> => {
      for (const undone of await openUndone(this.#parts.store.database)) {
        // A hospital that does not answer to one will not answer to the next; both are tried again.
        if (this.#stopped || (await this.#tell(undone)) === 'not-yet') return;
      }
    };
    this.#line = this.#line.then(() => (this.#stopped ? undefined : work())).catch(this.#parts.onTrouble);
    return this.#line;
  }

  /** Tries again what is open, and forgets what is long past. */
  async tidy(): Promise<void> {
    const { store, clock } = this.#parts;
    await forgetUndoneBefore(store.database, isoNow({ now: () => clock.now() - keptMilliseconds }));
    await this.tellOpen();
  }

  /** Before an appointment is checked in again: what the hospital knows of its undoing; undefined: there was none. */
  async settle(appointmentId: string): Promise<ToldUndone | undefined> {
    const undone = await undoneOf(this.#parts.store.database, appointmentId);
    return undone?.state === 'open' ? this.#tell(undone) : undone?.state;
  }

  #tell(undone: UndoneCheckIn): Promise<ToldUndone> {
    const shared = this.#underWay.get(undone.id);
    if (shared !== undefined) return shared;
    const fresh = this.#tellOnce(undone).finally(() => this.#underWay.delete(undone.id));
    this.#underWay.set(undone.id, fresh);
    return fresh;
  }

  async #tellOnce(undone: UndoneCheckIn): Promise<ToldUndone> {
    const { id: key, appointmentId } = undone;
    const { port, store } = this.#parts;
    if (port.capabilities()['appointment.undoCheckIn'] === 'unsupported') {
      await noteTold(store, undone, 'kept');
      return 'kept';
    }
    const context = { terminalId: null, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' } as const;
    const make = (): Promise<HospitalResult<unknown>> => port.appointment.undoCheckIn({ key, appointmentId }, context);
    const outcome = await writeOnce({ port, key, context, asked: true, make });
    if (outcome !== 'committed' && outcome !== 'refused') return 'not-yet';
    const state = outcome === 'committed' ? 'told' : 'kept';
    await noteTold(store, undone, state);
    return state;
  }
}
