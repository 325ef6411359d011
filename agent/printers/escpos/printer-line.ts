import type { ByteStream } from '../../transport/byte-stream.ts';
import type { Timers } from '../../transport/timers.ts';
import { ReplyParser, type PrinterReply } from './reply-parser.ts';
import { notConnected, readStatus, silent, type Answer } from './status.ts';
import type { EscposTiming } from './timing.ts';
import type { PrinterStatus } from '@lobby/hub/contract';

const askPaper = Uint8Array.of(0x1d, 0x72, 0x01);

interface LineOptions {
  readonly stream: ByteStream;
  readonly timers: Timers;
  readonly timing: EscposTiming;
}

/**
 * The conversation with one printer: real-time questions one at a time, and the count of queued questions (GS r 1)
 * whose answers are still owed, so that the answer to an earlier job is never taken for this one's.
 */
export class PrinterLine {
  readonly #stream: ByteStream;
  readonly #timers: Timers;
  readonly #timing: EscposTiming;
  readonly #parser = new ReplyParser();
  readonly #listeners = new Set<(reply: PrinterReply) => void>();
  readonly #stop: (() => void)[];
  #owed = 0;
  #lateAnswer = false;

  constructor({ stream, timers, timing }: LineOptions) {
    this.#stream = stream;
    this.#timers = timers;
    this.#timing = timing;
    this.#stop = [
      stream.onBytes((bytes) => this.#parser.push(bytes).forEach((reply) => this.#hear(reply))),
      stream.onState(() => this.#startAfresh()),
    ];
  }

  get open(): boolean {
    return this.#stream.state.open;
  }

  /** Every reply, in the order of arrival. */
  onReply(listener: (reply: PrinterReply) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onDown(listener: () => void): () => void {
    return this.#stream.onState((state) => {
      if (!state.open) listener();
    });
  }

  /** All four real-time questions; a printer that does not answer the first, asked twice, is not asked the others. */
  async askStatus(deadline = Number.POSITIVE_INFINITY): Promise<PrinterStatus> {
    if (!this.open) return notConnected;
    const printer = (await this.#question(1, deadline)) ?? (await this.#question(1, deadline));
    if (!this.open) return notConnected;
    if (printer === null) return silent;
    const offlineCause = await this.#question(2, deadline);
    const errorCause = await this.#question(3, deadline);
    return readStatus({ printer, offlineCause, errorCause, paper: await this.#question(4, deadline) });
  }

  /**
   * Sends a job with GS r 1 behind it. The promise of `sent` settles when the bytes have left; `confirmed` resolves
   * with the paper byte that answers this very question, which a printer sends when it has worked off all before it.
   */
  sendWithQuestion(job: Uint8Array): { readonly sent: Promise<void>; readonly confirmed: Promise<number> } {
    this.#owed += 1;
    const confirmed = Promise.withResolvers<number>();
    const stop = this.onReply((reply) => {
      if (reply.kind !== 'paper' || this.#owed > 0) return;
      stop();
      confirmed.resolve(reply.byte);
    });
    return { sent: this.#stream.write(Buffer.concat([job, askPaper])), confirmed: confirmed.promise };
  }

  /** After a job without an answer: asks once more and lets what was owed come in, as far as it does. */
  async collectOwedAnswers(deadline: number): Promise<void> {
    if (this.#owed === 0) return;
    let heard = true;
    const stop = this.onReply((reply) => {
      heard ||= reply.kind === 'paper';
    });
    this.#owed += 1;
    this.#write(askPaper);
    while (heard && this.#timers.now() < deadline) {
      heard = false;
      await this.#timers.pause(this.#timing.answer);
      if (heard) this.#owed = 0;
    }
    stop();
  }

  close(): void {
    for (const stop of this.#stop) stop();
  }

  async #question(n: number, deadline: number): Promise<Answer> {
    if (this.#lateAnswer) await this.#timers.pause(this.#timing.late);
    this.#parser.reset();
    const answer = Promise.withResolvers<Answer>();
    let noise = false;
    const stop = this.onReply((reply) => {
      if (reply.kind === 'real-time') answer.resolve(reply.byte);
      noise ||= reply.kind === 'noise';
    });
    const stopDown = this.onDown(() => answer.resolve(null));
    const patience = Math.max(0, Math.min(this.#timing.answer, deadline - this.#timers.now()));
    const cancel = this.#timers.after(patience, () => answer.resolve(noise ? 'noise' : null));
    this.#write(Uint8Array.of(0x10, 0x04, n));
    const result = await answer.promise;
    this.#lateAnswer = typeof result !== 'number';
    for (const end of [stop, stopDown, cancel]) end();
    return result;
  }

  /** A question that cannot be written has no answer; its deadline says so. */
  #write(bytes: Uint8Array): void {
    this.#stream.write(bytes).catch(() => undefined);
  }

  #hear(reply: PrinterReply): void {
    if (reply.kind === 'paper' && this.#owed > 0) this.#owed -= 1;
    for (const listener of [...this.#listeners]) listener(reply);
  }

  /** A new connection owes nothing. */
  #startAfresh(): void {
    this.#owed = 0;
    this.#lateAnswer = false;
    this.#parser.reset();
  }
}
