import type { PrinterStatus, PrintProblem, Slip } from '@lobby/hub/contract';
import type { ByteStream } from '../../transport/byte-stream.ts';
import { realTimers, type Timers } from '../../transport/timers.ts';
import type { PrintResult, SlipPrinter } from '../slip-printer.ts';
import { awaitConfirmation } from './confirmation.ts';
import { encodeSlip } from './encode-slip.ts';
import { PrinterLine } from './printer-line.ts';
import { notAsked, notConnected, problemOf } from './status.ts';
import { escposTiming, type EscposTiming } from './timing.ts';

export interface EscposOptions {
  /** The way to the printer; the printer closes it. */
  readonly stream: ByteStream;
  /** Half-width characters a line: 48 on 80 mm paper, 32 on 58 mm. */
  readonly columns: number;
  readonly timing?: Partial<EscposTiming>;
  readonly timers?: Timers;
}

/** A thermal printer that speaks ESC/POS with Chinese characters of its own. */
export function openEscposPrinter(options: EscposOptions): SlipPrinter {
  return new EscposPrinter(options);
}

type PrintOptions = Parameters<SlipPrinter['print']>[1];

class EscposPrinter implements SlipPrinter {
  readonly #stream: ByteStream;
  readonly #columns: number;
  readonly #timing: EscposTiming;
  readonly #timers: Timers;
  readonly #line: PrinterLine;
  readonly #listeners = new Set<(status: PrinterStatus) => void>();
  readonly #stop: (() => void)[];
  #status = notAsked;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #cancelWatch: () => void = () => undefined;
  #closed = false;
  #halfPrinted = false;

  constructor({ stream, columns, timing, timers = realTimers }: EscposOptions) {
    this.#stream = stream;
    this.#columns = columns;
    this.#timing = { ...escposTiming, ...timing };
    this.#timers = timers;
    this.#line = new PrinterLine({ stream, timers, timing: this.#timing });
    this.#stop = [
      stream.onState((state) => (state.open ? this.#askSoon() : this.#learn(notConnected))),
      // An automatic status says that something changed; the questions say what.
      this.#line.onReply((reply) => {
        if (reply.kind === 'automatic') this.#askSoon();
      }),
    ];
    if (stream.state.open) this.#askSoon();
  }

  get status(): PrinterStatus {
    return this.#status;
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  ask(): Promise<PrinterStatus> {
    return this.#takeTurn(() => this.#look());
  }

  print(slip: Slip, { timeoutMs = this.#timing.job, onSending }: NonNullable<PrintOptions> = {}): Promise<PrintResult> {
    const deadline = this.#timers.now() + timeoutMs;
    return this.#takeTurn(() => this.#printOnce(slip, deadline, onSending));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelWatch();
    for (const stop of this.#stop) stop();
    await this.#stream.close();
    await this.#turn;
    this.#line.close();
  }

  async #printOnce(slip: Slip, deadline: number, onSending?: () => void | Promise<void>): Promise<PrintResult> {
    const job = await encodeSlip(slip, this.#columns);
    const before = await this.#look(deadline);
    const problem = problemOf(before);
    if (problem !== null) return { outcome: 'refused', status: before, problem };
    await this.#line.collectOwedAnswers(deadline);
    await onSending?.();
    if (!this.#line.open) return { outcome: 'refused', status: this.#learn(notConnected), problem: 'offline' };
    const whole = this.#halfPrinted ? Buffer.concat([cutOff, job]) : job;
    this.#halfPrinted = false;
    return this.#send(whole, deadline);
  }

  async #send(job: Uint8Array, deadline: number): Promise<PrintResult> {
    const confirmed = await awaitConfirmation({
      line: this.#line,
      job,
      until: deadline - this.#timing.lastLook,
      lookEvery: this.#timing.look,
      timers: this.#timers,
    });
    const status = await this.#look(deadline);
    const problem = problemOf(status);
    const printed = confirmed && !contradicts(problem);
    this.#halfPrinted = !confirmed && !this.#line.open;
    return { outcome: printed ? 'printed' : 'unknown', status, problem: printed ? null : problem };
  }

  async #look(deadline?: number): Promise<PrinterStatus> {
    return this.#learn(await this.#line.askStatus(deadline));
  }

  #learn(status: PrinterStatus): PrinterStatus {
    const changed = JSON.stringify(status) !== JSON.stringify(this.#status);
    this.#status = status;
    if (changed) for (const listener of [...this.#listeners]) listener(status);
    return status;
  }

  /** One conversation at a time, in the order asked for. */
  #takeTurn<T>(act: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    this.#cancelWatch();
    const turn = this.#turn.then(act);
    this.#turn = turn
      .catch(() => undefined)
      .finally(() => {
        this.#waiting -= 1;
        this.#watch();
      });
    return turn;
  }

  #watch(): void {
    this.#cancelWatch();
    if (this.#closed || this.#timing.watch === 0) return;
    this.#cancelWatch = this.#timers.after(this.#timing.watch, () => this.#askSoon());
  }

  #askSoon(): void {
    if (!this.#closed && this.#waiting === 0) void this.ask();
  }
}

/** ESC @, GS V 66 0: parts what a lost line left half printed from the next patient's slip. */
const cutOff = Buffer.of(0x1b, 0x40, 0x1d, 0x56, 0x42, 0);

/** A slip is not taken for printed when the printer stands open, empty or broken right after it. */
function contradicts(problem: PrintProblem | null): boolean {
  return problem === 'paper-out' || problem === 'cover-open' || problem === 'fault';
}
