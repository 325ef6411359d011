import { randomUUID } from 'node:crypto';
import type { PrintResult, SlipPrinter } from '../printers/slip-printer.ts';
import type { EnqueueRefusal, EnqueueReply, NewJob, PrintJob } from './job.ts';
import { JobStore } from './job-store.ts';
import { storageReason } from './storage-reason.ts';

export interface SpoolOptions {
  /** SQLite file; its folder exists. */
  readonly file: string;
  readonly printer: Pick<SlipPrinter, 'print'>;
  readonly clock: { now(): number };
  /** Milliseconds after which an ended job is forgotten; default one week. */
  readonly keepMs?: number;
  /** Milliseconds after which a job still queued at the start is not printed: its patient has left. Default 15 min. */
  readonly freshMs?: number;
  /** Most pages of 4 kB that the file may take; default what the disk has. */
  readonly maxPages?: number;
  readonly newId?: () => string;
}

/**
 * Print jobs that outlive a crash: each is printed once, or its end is unknown and it is never sent again by itself.
 * A further job of a ticket that is on paper, or may be, comes out marked as a reprint.
 */
export interface Spool {
  /** Takes a job durably, or answers with the job that has this key. Never throws. */
  enqueue(job: NewJob): EnqueueReply;
  job(id: string): PrintJob | null;
  /** Whether there is a job with this key. Never throws: false where the disk does not say. */
  has(key: string): boolean;
  /** Every change of a job, after it is durable. */
  onChange(listener: (job: PrintJob) => void): () => void;
  /** Jobs whose end nobody knows and whose ticket was not printed since. */
  unknownCount(): number;
  /** Ended jobs that the hub has not been told of, oldest first; they outlive a crash until `reported` says so. */
  unreported(): readonly PrintJob[];
  /** The hub has taken these. Never throws: what the disk does not take is told once more. */
  reported(jobs: readonly PrintJob[]): void;
  /** Resolves when nothing is queued or printing. */
  idle(): Promise<void>;
  /** Lets the job that is printing come to its end; what is queued waits for the next start. */
  close(): Promise<void>;
}

const week = 7 * 24 * 3600 * 1000;
/** Jobs in one report to the hub. */
const mostToldAtOnce = 50;
const quarterHour = 15 * 60 * 1000;

/**
 * Opens the spool and goes on where it stopped: a job that was printing becomes `unknown` (its bytes may have left),
 * queued ones are printed. Never throws: where the file cannot be opened, every job is answered with the reason.
 *
 * A refused job sent nothing. It stays refused; to try again, enqueue the same ticket with a new key and a slip
 * rendered anew.
 */
export function openSpool(options: SpoolOptions): Spool {
  try {
    return new DurableSpool(options);
  } catch (error) {
    return brokenSpool(storageReason(error));
  }
}

/** Takes nothing and says why: a terminal with a full disk still guides its patients. */
function brokenSpool(reason: EnqueueRefusal): Spool {
  return {
    enqueue: () => ({ ok: false, reason }),
    job: () => null,
    has: () => false,
    onChange: () => () => undefined,
    unknownCount: () => 0,
    unreported: () => [],
    reported: () => undefined,
    idle: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

class DurableSpool implements Spool {
  readonly #store: JobStore;
  readonly #printer: SpoolOptions['printer'];
  readonly #clock: SpoolOptions['clock'];
  readonly #newId: () => string;
  readonly #listeners = new Set<(job: PrintJob) => void>();
  /** Ends that the disk did not take yet; true, though the file says otherwise. */
  readonly #unwritten = new Map<string, PrintJob>();
  #work: Promise<void>;
  #closed = false;

  constructor(options: SpoolOptions) {
    const { file, printer, clock, newId = randomUUID } = options;
    this.#store = new JobStore(file, options.maxPages);
    this.#printer = printer;
    this.#clock = clock;
    this.#newId = newId;
    this.#settleWhatStopped(options.freshMs ?? quarterHour);
    this.#store.forgetBefore(clock.now() - (options.keepMs ?? week));
    this.#store.truncateLog();
    this.#work = this.#printQueued();
  }

  enqueue(job: NewJob): EnqueueReply {
    if (this.#closed) return { ok: false, reason: 'closed' };
    try {
      const known = this.#store.byKey(job.key);
      if (known !== null) return { ok: true, job: this.#unwritten.get(known.id) ?? known };
      return { ok: true, job: this.#add(job) };
    } catch (error) {
      return { ok: false, reason: storageReason(error) };
    }
  }

  job(id: string): PrintJob | null {
    return this.#unwritten.get(id) ?? this.#store.byId(id);
  }

  has(key: string): boolean {
    try {
      return this.#store.byKey(key) !== null;
    } catch {
      return false;
    }
  }

  onChange(listener: (job: PrintJob) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  unknownCount(): number {
    return this.#store.countUnknown();
  }

  unreported(): readonly PrintJob[] {
    try {
      const stored = this.#store.unreported(mostToldAtOnce).filter(({ id }) => !this.#unwritten.has(id));
      return [...stored, ...this.#unwritten.values()].slice(0, mostToldAtOnce);
    } catch {
      return [...this.#unwritten.values()].slice(0, mostToldAtOnce);
    }
  }

  reported(jobs: readonly PrintJob[]): void {
    try {
      // An end that is not written yet is told again once it is.
      for (const { id } of jobs) if (!this.#unwritten.has(id)) this.#store.markReported(id);
    } catch {
      // The hub takes the same once more.
    }
  }

  async idle(): Promise<void> {
    await this.#work;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#work;
    this.#store.close();
  }

  #settleWhatStopped(freshMs: number): void {
    const now = this.#clock.now();
    for (const { id } of this.#store.inState('printing')) this.#store.end(id, { state: 'unknown', problem: null, now });
    for (const { id } of this.#store.queuedBefore(now - freshMs))
      this.#store.end(id, { state: 'refused', problem: null, now });
  }

  #add({ key, ticketId, slip }: NewJob): PrintJob {
    const added: PrintJob = { id: this.#newId(), key, ticketId, state: 'queued', problem: null };
    this.#store.add({ id: added.id, key, ticketId, slip, now: this.#clock.now() });
    this.#tell(added);
    this.#work = this.#work.then(() => this.#printQueued());
    return added;
  }

  async #printQueued(): Promise<void> {
    // Whoever opened the spool gets the time to listen before the first change.
    await Promise.resolve();
    try {
      for (let job = this.#next(); job !== undefined; job = this.#next()) await this.#printOne(job);
    } catch {
      // The disk cannot be read now; what is queued is looked for again with the next job or the next start.
    }
  }

  #next(): PrintJob | undefined {
    if (this.#closed) return undefined;
    for (const ended of this.#unwritten.values()) this.#write(ended);
    return this.#store.inState('queued').find(({ id }) => !this.#unwritten.has(id));
  }

  async #printOne(job: PrintJob): Promise<void> {
    const slip = this.#store.slipOf(job.id);
    if (slip === null) return this.#end(job, { outcome: 'refused', problem: 'fault' });
    const onSending = () => {
      this.#store.startPrinting(job.id, this.#clock.now());
      this.#tell({ ...job, state: 'printing' });
    };
    const marked = this.#store.mayBeOnPaper(job.ticketId) ? { ...slip, reprint: true } : slip;
    this.#end(job, await this.#printer.print(marked, { onSending }).catch(() => this.#afterException(job)));
  }

  /** Refused when it broke before `printing` was committed: then no byte has left. */
  #afterException(job: PrintJob): Pick<PrintResult, 'outcome' | 'problem'> {
    const sent = this.#store.byId(job.id)?.state === 'printing';
    return { outcome: sent ? 'unknown' : 'refused', problem: 'fault' };
  }

  #end(job: PrintJob, { outcome, problem }: Pick<PrintResult, 'outcome' | 'problem'>): void {
    const ended: PrintJob = { ...job, state: outcome, problem };
    this.#write(ended);
    this.#tell(ended);
  }

  /** Kept in memory where the disk takes nothing, and tried again before the next job. */
  #write(ended: PrintJob): void {
    try {
      this.#store.end(ended.id, { state: ended.state, problem: ended.problem, now: this.#clock.now() });
      this.#unwritten.delete(ended.id);
    } catch {
      this.#unwritten.set(ended.id, ended);
    }
  }

  #tell(job: PrintJob): void {
    for (const listener of [...this.#listeners]) listener(job);
  }
}
