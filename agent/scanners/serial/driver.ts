import { createHash } from 'node:crypto';
import type { ByteStream } from '../../transport/byte-stream.ts';
import type { Timers } from '../../transport/timers.ts';
import type { CodeScanner, ScannerEvent } from '../code-scanner.ts';
import { Burst } from './burst.ts';
import { linesOf } from './code-text.ts';

export interface SerialScannerOptions {
  readonly stream: ByteStream;
  readonly timers: Timers;
  /** A pause of so many milliseconds ends a code, whether or not the scanner sends an end of line. */
  readonly silenceMilliseconds: number;
  /** The same code again within so many milliseconds of the last time is no news; 0: it always is. */
  readonly sameCodeMilliseconds: number;
  readonly prefix: string;
  /** Whether several lines are one thing, as of a passport; else they are no code. */
  readonly severalLines: boolean;
  readonly triggerOn: Uint8Array;
  readonly triggerOff: Uint8Array;
  /** Hears of rubbish: reasons and byte counts, never content. */
  readonly report: (what: { readonly why: 'too-long' | 'no-text' | 'several-lines' }) => void;
}

/** A triggered scanner gives up looking after a while: it is told again. Milliseconds. */
const lookAgain = 5000;

/** A device that pushes what it reads; it cannot be asked, so its line stands for it. */
export class SerialScanner implements CodeScanner {
  readonly #options: SerialScannerOptions;
  readonly #burst = new Burst();
  readonly #listeners = new Set<(event: ScannerEvent) => void>();
  readonly #stops: (() => void)[];
  readonly #closing = new AbortController();
  readonly #looking: Promise<void>;
  #cancelSilence: () => void = () => undefined;
  #state: CodeScanner['state'];
  /** Of the code that was read last: told from others by a digest, since the code is a patient's. */
  #last: { readonly digest: string; readonly at: number } | null = null;

  constructor(options: SerialScannerOptions) {
    this.#options = options;
    const { stream } = options;
    this.#state = stateOf(stream);
    this.#stops = [stream.onBytes((bytes) => this.#hear(bytes)), stream.onState(() => this.#lineChanged())];
    this.#looking = this.#keepLooking();
  }

  get state(): CodeScanner['state'] {
    return this.#state;
  }

  onEvent(listener: (event: ScannerEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.#cancelSilence();
    this.#closing.abort();
    await this.#looking;
    await this.#send(this.#options.triggerOff);
    await this.#options.stream.close();
  }

  #hear(bytes: Uint8Array): void {
    const { timers, silenceMilliseconds } = this.#options;
    this.#burst.push(bytes);
    this.#cancelSilence();
    this.#cancelSilence = timers.after(silenceMilliseconds, () => this.#takeBurst());
  }

  #takeBurst(): void {
    const said = this.#burst.take();
    if (said === 'too-long') return this.#trouble('too-long', 'code-too-long');
    const lines = linesOf(said, this.#options.prefix);
    if (lines === undefined) return this.#trouble('no-text', 'code-unreadable');
    const [first, ...more] = lines;
    if (first === undefined) return;
    if (more.length > 0 && !this.#options.severalLines) return this.#trouble('several-lines', 'code-unreadable');
    this.#scanned(lines.join('\n'));
  }

  /** A phone that is held before the scanner is read again and again. */
  #scanned(text: string): void {
    const { timers, sameCodeMilliseconds } = this.#options;
    const before = this.#last;
    const at = timers.now();
    const digest = createHash('sha256').update(text).digest('base64');
    this.#last = { digest, at };
    if (before?.digest === digest && at - before.at < sameCodeMilliseconds) return;
    this.#tell({ type: 'code.scanned', text });
  }

  #trouble(
    why: 'too-long' | 'no-text' | 'several-lines',
    problem: Extract<ScannerEvent, { type: 'code.trouble' }>['problem'],
  ): void {
    this.#options.report({ why });
    this.#tell({ type: 'code.trouble', problem });
  }

  /** Half a code before an unplugged line is no code after it. */
  #lineChanged(): void {
    const before = this.#state;
    this.#state = stateOf(this.#options.stream);
    this.#cancelSilence();
    this.#burst.clear();
    if (this.#state.ready && !before.ready) this.#tell({ type: 'scanner.ready' });
    if (!this.#state.ready) this.#tell({ type: 'scanner.away', why: this.#state.why ?? 'closed' });
  }

  async #keepLooking(): Promise<void> {
    const { timers, triggerOn } = this.#options;
    while (triggerOn.length > 0 && !this.#closing.signal.aborted) {
      await this.#send(triggerOn);
      await timers.pause(lookAgain, this.#closing.signal);
    }
  }

  /** A line that breaks while we write is said by its state. */
  async #send(bytes: Uint8Array): Promise<void> {
    const { stream } = this.#options;
    if (bytes.length === 0 || !stream.state.open) return;
    await stream.write(bytes).catch(() => undefined);
  }

  #tell(event: ScannerEvent): void {
    if (this.#closing.signal.aborted) return;
    for (const listener of [...this.#listeners]) listener(event);
  }
}

function stateOf({ state }: ByteStream): CodeScanner['state'] {
  return state.open ? { ready: true, why: null } : { ready: false, why: state.why };
}
