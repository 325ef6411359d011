import { randomUUIDv7 } from 'node:crypto';
import type { Feed } from '../hub.ts';
import type { HospitalPort, HospitalResult } from '../hospital/port.ts';
import { isoNow, type Clock } from '../clock.ts';
import {
  firstToTell,
  forgetUndoneBefore,
  noteTold,
  openUndone,
  undoneOf,
  type UndoneCheckIn,
} from '../queue/undone-check-ins.ts';
import type { Store } from '../store/store.ts';
import { writeOnce } from './arrival.ts';

export interface TellUndoneParts {
  readonly port: HospitalPort;
  readonly store: Store;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}

/**
 * How an undoing stands at the hospital. `kept`: it has the appointment as arrived all the same. `away`: it could not be
 * asked; `unclear`: it was told, and nobody knows yet what came of it.
 */
type ToldUndone = 'told' | 'kept' | 'away' | 'unclear';

/** What was undone of an appointment before it is checked in again, and whether the hospital has undone the last of it. */
export interface SettledUndone {
  readonly ids: readonly string[];
  readonly told: boolean;
}

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
  readonly #stop = Promise.withResolvers<'away'>();
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
      // A hospital may take longer over its answer than the hub has to stop; the next start goes on.
      this.#stop.resolve('away');
      await this.#line;
    };
  }

  /** Resolves when the hospital has been told of all that is open, or could not be reached. */
  tellOpen(): Promise<void> {
    const work = async (): Promise<void> => {
      for (const undone of await openUndone(this.#parts.store.database)) {
        // A hospital that is away for one is away for the next; both are tried again.
        if (this.#stopped || (await Promise.race([this.#tell(undone), this.#stop.promise])) === 'away') return;
      }
    };
    this.#line = this.#line.then(() => (this.#stopped ? undefined : work())).catch(this.#parts.onTrouble);
    return this.#line;
  }

  /** Tries again what is open, which nobody waits for, and forgets what is long past. */
  async tidy(): Promise<void> {
    const { store, clock } = this.#parts;
    await forgetUndoneBefore(store.database, isoNow({ now: () => clock.now() - keptMilliseconds }));
    void this.tellOpen();
  }

  /** Before an appointment is checked in again: the hospital hears of all that was undone of it. */
  async settle(appointmentId: string): Promise<SettledUndone | 'not-yet'> {
    const undone = await undoneOf(this.#parts.store.database, appointmentId);
    let last: ToldUndone | undefined;
    for (const one of undone) {
      last = one.state === 'open' ? await this.#tell(one) : one.state;
      if (last === 'away' || last === 'unclear') return 'not-yet';
    }
    return { ids: undone.map(({ id }) => id), told: last === 'told' };
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
    const { port, store, clock } = this.#parts;
    const support = port.capabilities();
    if (support['appointment.undoCheckIn'] === 'unsupported') return this.#note(undone, 'kept');
    const first = await firstToTell(store, undone, isoNow(clock));
    const asked = !first && support['transaction.query'] !== 'unsupported';
    const context = { terminalId: null, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' } as const;
    const make = (): Promise<HospitalResult<unknown>> => port.appointment.undoCheckIn({ key, appointmentId }, context);
    const outcome = await writeOnce({ port, key, context, asked, make });
    if (outcome === 'committed') return this.#note(undone, 'told');
    const isLongPast = clock.now() - Date.parse(undone.at) > keptMilliseconds;
    if (outcome === 'refused' || isLongPast) return this.#note(undone, 'kept');
    return outcome === 'unavailable' ? 'away' : 'unclear';
  }

  async #note(undone: UndoneCheckIn, state: 'told' | 'kept'): Promise<ToldUndone> {
    // The database is closed by then; the key is asked for after the next start.
    if (this.#stopped) return 'away';
    const { store, clock } = this.#parts;
    await noteTold(store, undone, { state, at: isoNow(clock) });
    return state;
  }
}
