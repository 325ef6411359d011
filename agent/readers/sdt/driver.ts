import type { ByteStream } from '../../transport/byte-stream.ts';
import type { Timers } from '../../transport/timers.ts';
import type { CardReader, ReaderEvent } from '../card-reader.ts';
import { CardWatch } from './card-watch.ts';
import { Conversation, type Answer, type ReplyDeadlines, type ReportRubbish } from './conversation.ts';
import type { DecodedCard } from './decode-card.ts';
import { readLyingCard } from './read-lying-card.ts';
import { describeStatus, isReaderFault, status } from './status.ts';
import { findCard } from './writer.ts';

export interface SdtDriverOptions {
  readonly stream: ByteStream;
  readonly timers: Timers;
  /** Pause between two looks for a card. */
  readonly pollMilliseconds: number;
  readonly missesUntilLifted: number;
  /** Unanswered polls in a row before the reader counts as away. */
  readonly silencesUntilAway: number;
  readonly deadlines: ReplyDeadlines;
  readonly decode: (text: Uint8Array) => DecodedCard;
  readonly report: ReportRubbish;
}

/** A reader at work: find, select, read, in GA 467's order, until it is closed. */
export class SdtDriver implements CardReader {
  readonly #options: SdtDriverOptions;
  readonly #talk: Conversation;
  readonly #watch: CardWatch;
  readonly #closing = new AbortController();
  readonly #listeners = new Set<(event: ReaderEvent) => void>();
  readonly #life: Promise<void>;
  #state: CardReader['state'];
  #silences = 0;
  /** A card may have been selected by whoever used the line before us; find does not show it. */
  #mayBeSelected = true;

  constructor(options: SdtDriverOptions) {
    this.#options = options;
    const { state } = options.stream;
    this.#state = { ready: false, why: state.open ? 'not asked yet' : state.why };
    this.#talk = new Conversation(options);
    const { missesUntilLifted, decode } = options;
    this.#watch = new CardWatch({ missesUntilLifted, decode, tell: (event) => this.#tell(event) });
    this.#life = Promise.resolve().then(() => this.#live());
  }

  get state(): CardReader['state'] {
    return this.#state;
  }

  onEvent(listener: (event: ReaderEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#talk.close();
    await this.#life;
    await this.#options.stream.close();
  }

  async #live(): Promise<void> {
    const { timers, stream, pollMilliseconds } = this.#options;
    const { signal } = this.#closing;
    await this.#untilOpen();
    if (!this.#state.ready) this.#state = { ready: false, why: 'no answer yet' };
    while (!signal.aborted) {
      if (stream.state.open) await this.#look();
      else this.#away(stream.state.why);
      if (!stream.state.open) await this.#untilOpen();
      await timers.pause(pollMilliseconds, signal);
    }
  }

  /** Waits for the line without asking; says why it is missing, each time that the reason changes. */
  async #untilOpen(): Promise<void> {
    const { stream } = this.#options;
    const { signal } = this.#closing;
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!stream.state.open && !signal.aborted) return this.#away(stream.state.why);
        unlisten();
        signal.removeEventListener('abort', look);
        resolve();
      };
      const unlisten = stream.onState(look);
      signal.addEventListener('abort', look);
      look();
    });
  }

  async #look(): Promise<void> {
    const answer = await this.#talk.ask(findCard);
    if (this.#closing.signal.aborted) return;
    if (!answer.ok) return this.#unheard(answer);
    this.#silences = 0;
    if (isReaderFault(answer.code)) return this.#away(describeStatus(answer.code));
    this.#ready();
    // Some readers answer find with a plain "ok".
    if (answer.code === status.found || answer.code === status.ok) return this.#cardThere();
    return this.#cardNotThere();
  }

  async #cardThere(): Promise<void> {
    this.#mayBeSelected = false;
    const step = this.#watch.found();
    if (step === 'nothing') return;
    const reading = await this.#readPatiently();
    if (step === 'read') this.#watch.read(reading);
    else this.#watch.probed(reading, true);
  }

  async #cardNotThere(): Promise<void> {
    const step = this.#watch.missed();
    if (step === 'probe') return this.#watch.probed(await readLyingCard(this.#talk), false);
    if (!this.#mayBeSelected || !this.#watch.idle) return;
    this.#mayBeSelected = false;
    const reading = await readLyingCard(this.#talk);
    if (!reading.ok) return;
    this.#tell({ type: 'card.found' });
    this.#watch.read(reading);
  }

  /** One more attempt when the reader finds the card anew by itself; a chip that hangs is not found and must be lifted. */
  async #readPatiently() {
    const first = await readLyingCard(this.#talk);
    if (first.ok || first.reason === 'down') return first;
    const again = await this.#talk.ask(findCard);
    return again.ok && again.code === status.found ? readLyingCard(this.#talk) : first;
  }

  #unheard(answer: Answer & { ok: false }): void {
    if (answer.reason === 'down') return this.#away(answer.detail);
    this.#silences += 1;
    if (!this.#state.ready || this.#silences >= this.#options.silencesUntilAway) this.#away(answer.detail);
  }

  #ready(): void {
    if (this.#state.ready) return;
    this.#state = { ready: true, why: null };
    this.#tell({ type: 'reader.ready' });
  }

  #away(why: string): void {
    if (this.#closing.signal.aborted || (!this.#state.ready && this.#state.why === why)) return;
    this.#state = { ready: false, why };
    this.#mayBeSelected = true;
    this.#watch.doubt();
    this.#tell({ type: 'reader.away', why });
  }

  #tell(event: ReaderEvent): void {
    if (this.#closing.signal.aborted) return;
    for (const listener of [...this.#listeners]) listener(event);
  }
}
