import type { HospitalSystemConfig } from '@lobby/config';
import { isoNow, type Clock } from '../clock.ts';
import type { HospitalStatus } from '../contract/index.ts';
import { AnswerTimes } from './answer-times.ts';
import { CallLine } from './call-line.ts';
import { CircuitBreaker, type Pass } from './circuit-breaker.ts';
import type { HospitalPort, HospitalReason, HospitalResult } from './port.ts';

/** The hospital behind its guard, and how it is. */
export interface GuardedHospital extends HospitalPort {
  readonly status: HospitalStatus;
}

/** Runs `work` after so many milliseconds; the returned function calls it off. */
export type Later = (work: () => void, milliseconds: number) => () => void;

export interface GuardOptions {
  readonly rule: HospitalSystemConfig;
  /** The hub's time, for `since`. */
  readonly clock: Clock;
  /** Time that only goes forward, for windows and rests. */
  readonly steady: Clock;
  readonly later: Later;
  /** In [0, 1), for the pause before a question is asked again. */
  readonly random: () => number;
  readonly onChange: (status: HospitalStatus) => void;
}

type Call<T> = () => Promise<HospitalResult<T>>;
type Failure = Extract<HospitalResult<never>, { ok: false }>;

/** A call, its deadline, what is said after that, and whether it is made while the hospital is left alone. */
interface Wish<T> {
  readonly call: Call<T>;
  readonly milliseconds: number;
  readonly late: Failure;
  readonly mayAsk: boolean;
  /** No person waits for the answer. */
  readonly inBackground?: boolean;
}

/** What came of a call. `missed-by-nobody`: no answer to a question for which no person waits. */
type Outcome = 'answered' | 'failed' | 'missed-by-nobody';

const failure = (reason: HospitalReason, message: string): Failure => ({ ok: false, reason, message });
const left = (): Failure => failure('unavailable', '医院信息系统没有响应，暂时不再询问');
const crowded = (): Failure => failure('unavailable', '医院信息系统太忙，这次没有询问');
const silent = (): Failure => failure('unavailable', '医院信息系统没有按时回答');
const unclear = (): Failure => failure('unknown-outcome', '医院信息系统没有按时回答，结果未知');

const prober = { terminalId: null, operatorId: null, traceId: 'probe', locale: 'zh-CN' } as const;

/**
 * Stands between the hub and a hospital that may be slow or away. Every call has a deadline; a question is asked again
 * once, a write never; the same question at the same time is asked once; calls wait in a line instead of piling up; and
 * a hospital that gives no answers is left alone for a while (熔断), so that patients are told at once.
 */
export function guardHospital(port: HospitalPort, options: GuardOptions): GuardedHospital {
  const guard = new Guard(port, options);
  const { patient, inpatient, appointment, directory, transaction, queue, reports } = port;
  return {
    capabilities: () => port.capabilities(),
    directory: { list: (context) => guard.ask(['directory.list'], () => directory.list(context)) },
    patient: {
      find: (identifiers, context) => guard.ask(['find', identifiers], () => patient.find(identifiers, context)),
      read: (id, context) => guard.ask(['read', id], () => patient.read(id, context)),
      dependants: (identifiers, context) =>
        guard.ask(['dependants', identifiers], () => patient.dependants(identifiers, context)),
    },
    inpatient: {
      find: (wristband, context) => guard.ask(['inpatient', wristband], () => inpatient.find(wristband, context)),
    },
    appointment: {
      list: (query, context) => guard.ask(['list', query], () => appointment.list(query, context)),
      listOfBearer: (query, context) =>
        guard.askOnce(['list-of-bearer', query], () => appointment.listOfBearer(query, context)),
      issueTicket: (request, context) => guard.write(() => appointment.issueTicket(request, context)),
      checkIn: (request, context) => guard.write(() => appointment.checkIn(request, context)),
      undoCheckIn: (request, context) => guard.write(() => appointment.undoCheckIn(request, context)),
    },
    queue: {
      list: (clinic, context) => guard.askInBackground(['queue', clinic], () => queue.list(clinic, context)),
      ticket: (appointmentId, context) =>
        guard.ask(['queue.ticket', appointmentId], () => queue.ticket(appointmentId, context)),
      follow: (clinics, listener) => queue.follow(clinics, listener),
    },
    reports: {
      list: (awaited, context) => guard.askInBackground(['reports', awaited], () => reports.list(awaited, context)),
      follow: (awaited, listener) => reports.follow(awaited, listener),
    },
    transaction: {
      query: (key, context) => guard.ask(['query', key], () => transaction.query(key, context)),
    },
    get status() {
      return guard.status();
    },
    close: () => {
      guard.stop();
      return port.close();
    },
  };
}

class Guard {
  readonly #port: HospitalPort;
  readonly #options: GuardOptions;
  readonly #breaker: CircuitBreaker;
  readonly #line: CallLine;
  readonly #times: AnswerTimes;
  /** Questions under way, by what is asked; forgotten with the answer. */
  readonly #asked = new Map<string, Promise<HospitalResult<unknown>>>();
  #status: HospitalStatus;
  #callOffProbe: (() => void) | undefined;
  #stopped = false;

  constructor(port: HospitalPort, options: GuardOptions) {
    const { rule, steady, clock } = options;
    this.#port = port;
    this.#options = options;
    this.#breaker = new CircuitBreaker(rule.breaker, steady);
    this.#line = new CallLine({ atOnce: rule.callsAtOnce, waiting: rule.callsWaiting });
    this.#times = new AnswerTimes(rule.slowSeconds, steady);
    this.#status = { state: 'well', since: isoNow(clock) };
  }

  /** A question: shared with whoever asks the same meanwhile, and asked once more where no answer came. */
  ask<T>(what: readonly unknown[], call: Call<T>): Promise<HospitalResult<T>> {
    return this.#share(what, () => this.#askTwice(call));
  }

  /** A question that is there to save time: whoever gets no answer asks another one. */
  askOnce<T>(what: readonly unknown[], call: Call<T>): Promise<HospitalResult<T>> {
    return this.#share(what, () => this.#make(this.#question(call)));
  }

  /** A question that nobody waits for: its silence takes no patient's way to the hospital. */
  askInBackground<T>(what: readonly unknown[], call: Call<T>): Promise<HospitalResult<T>> {
    return this.#share(what, () => this.#make({ ...this.#question(call), mayAsk: false, inBackground: true }));
  }

  #share<T>(what: readonly unknown[], ask: Call<T>): Promise<HospitalResult<T>> {
    const name = JSON.stringify(what);
    // Whoever asks under the same name asks the same of the same port.
    const shared = this.#asked.get(name) as Promise<HospitalResult<T>> | undefined;
    if (shared !== undefined) return shared;
    const fresh = ask().finally(() => this.#asked.delete(name));
    this.#asked.set(name, fresh);
    return fresh;
  }

  write<T>(call: Call<T>): Promise<HospitalResult<T>> {
    const milliseconds = this.#options.rule.writeSeconds * 1_000;
    return this.#make({ call, milliseconds, late: unclear(), mayAsk: false });
  }

  status(): HospitalStatus {
    const state = this.#breaker.state !== 'closed' ? 'away' : this.#times.slow ? 'slow' : 'well';
    if (state !== this.#status.state) {
      this.#status = { state, since: isoNow(this.#options.clock) };
      this.#options.onChange(this.#status);
    }
    return this.#status;
  }

  stop(): void {
    this.#stopped = true;
    this.#callOffProbe?.();
  }

  async #askTwice<T>(call: Call<T>): Promise<HospitalResult<T>> {
    const question = this.#question(call);
    const first = await this.#make(question);
    if (!isFailure(first) || this.#stopped || this.#isAway()) return first;
    await new Promise<void>((resolve) => this.#options.later(resolve, 100 + 400 * this.#options.random()));
    return this.#make(question);
  }

  #question<T>(call: Call<T>): Wish<T> {
    const { readSeconds, whileAway } = this.#options.rule;
    return { call, milliseconds: readSeconds * 1_000, late: silent(), mayAsk: whileAway === 'ask' };
  }

  async #make<T>(wish: Wish<T>): Promise<HospitalResult<T>> {
    const pass = this.#breaker.admit();
    if (pass === 'none' && !wish.mayAsk) return left();
    const deadline = this.#deadline(wish.milliseconds);
    const place = await this.#line.enter(deadline.passed);
    if (place === undefined) {
      deadline.callOff();
      this.#breaker.withdrawn(pass);
      return crowded();
    }
    const over = this.#times.begin();
    try {
      const answer = Promise.try(wish.call);
      // Nobody listens to an answer that comes after the deadline.
      answer.catch(() => undefined);
      const result = await Promise.race([answer, deadline.passed.then(() => wish.late)]);
      over();
      this.#note(pass, isFailure(result) ? silenceOf(wish) : 'answered');
      return result;
    } catch (error) {
      over();
      this.#note(pass, silenceOf(wish));
      throw error;
    } finally {
      deadline.callOff();
      place.leave();
    }
  }

  #deadline(milliseconds: number): { readonly passed: Promise<void>; readonly callOff: () => void } {
    let callOff = (): void => undefined;
    const passed = new Promise<void>((resolve) => (callOff = this.#options.later(resolve, milliseconds)));
    return { passed, callOff };
  }

  #note(pass: Pass, outcome: Outcome): void {
    if (outcome === 'answered') this.#breaker.succeeded();
    else if (outcome === 'failed' || pass === 'trial') this.#breaker.failed(pass);
    else this.#breaker.withdrawn(pass);
    const { state } = this.status();
    if (state === 'away') this.#probeAfterRest();
  }

  /** A hospital that is away is asked for its directory after each rest, so that nobody's card has to find out. */
  #probeAfterRest(): void {
    if (this.#stopped || this.#callOffProbe !== undefined) return;
    this.#callOffProbe = this.#options.later(() => {
      this.#callOffProbe = undefined;
      void this.#probe().catch(() => undefined);
    }, this.#options.rule.breaker.restSeconds * 1_000);
  }

  async #probe(): Promise<void> {
    if (!this.#isAway()) return;
    const milliseconds = this.#options.rule.readSeconds * 1_000;
    const call = (): ReturnType<HospitalPort['directory']['list']> => this.#port.directory.list(prober);
    await this.#make({ call, milliseconds, late: silent(), mayAsk: false });
    if (this.#isAway()) this.#probeAfterRest();
  }

  #isAway(): boolean {
    return this.#breaker.state !== 'closed';
  }
}

function silenceOf(wish: Wish<unknown>): Outcome {
  return wish.inBackground === true ? 'missed-by-nobody' : 'failed';
}

/** Whether no answer came, for all that is known. A refusal with a reason is an answer. */
function isFailure(result: HospitalResult<unknown>): boolean {
  return !result.ok && (result.reason === 'unavailable' || result.reason === 'unknown-outcome');
}
