import { createHash } from 'node:crypto';
import type { ReaderEvent } from '../card-reader.ts';
import type { CardReading } from './read-lying-card.ts';
import type { DecodedCard } from './decode-card.ts';

/**
 * What lies on the reader. `known`: a card that was read, told from others by a digest of its text; `spoiled`: a card
 * whose reading failed, and has been told. `misses` counts polls in a row that found no card. `shown`: this reader has
 * proved that find still answers for a selected card, so that its answer is no sign of another one.
 */
type Lying =
  | { readonly is: 'nothing' }
  | { readonly is: 'known'; readonly digest: string; readonly misses: number; readonly shown: boolean }
  | { readonly is: 'spoiled'; readonly misses: number };

/** What to do after a poll. `read`: a card is announced or suspected; `probe`: does the known card still lie there? */
export type NextStep = 'nothing' | 'read' | 'probe';

export interface CardWatchOptions {
  /** Polls without a card, in a row, before it counts as lifted. */
  readonly missesUntilLifted: number;
  readonly decode: (text: Uint8Array) => DecodedCard;
  readonly tell: (event: ReaderEvent) => void;
}

const digestOf = (text: Uint8Array) => createHash('sha256').update(text).digest('hex');

/**
 * Turns polls and readings into found, read, trouble and removed. A selected card that stays on the reader commonly
 * answers find with "no card", so before a known card counts as lifted it is read once more. The same card found again
 * is no news; another one is a removal and a new card.
 */
export class CardWatch {
  readonly #options: CardWatchOptions;
  #lying: Lying = { is: 'nothing' };

  constructor(options: CardWatchOptions) {
    this.#options = options;
  }

  /** Find answered that a card is there. */
  found(): NextStep {
    const lying = this.#lying;
    if (lying.is === 'nothing') {
      this.#options.tell({ type: 'card.found' });
      return 'read';
    }
    if (lying.is === 'known') return lying.shown && lying.misses === 0 ? 'nothing' : 'probe';
    if (lying.misses === 0) return 'probe';
    // A chip that hangs is not found until it has left the field: it was lifted between two polls and laid down again.
    this.#lift();
    this.#options.tell({ type: 'card.found' });
    return 'read';
  }

  /** Find answered that no card is there. */
  missed(): NextStep {
    const lying = this.#lying;
    if (lying.is === 'nothing') return 'nothing';
    this.#lying = { ...lying, misses: lying.misses + 1 };
    if (this.#lying.misses < this.#options.missesUntilLifted) return 'nothing';
    if (lying.is === 'known') return 'probe';
    this.#lift();
    return 'nothing';
  }

  /** The reader was away or has been reset: a known card has to be looked at again. */
  doubt(): void {
    if (this.#lying.is === 'known') this.#lying = { ...this.#lying, misses: Math.max(1, this.#lying.misses) };
  }

  /** Nothing is known to lie there. */
  get idle(): boolean {
    return this.#lying.is === 'nothing';
  }

  /** A card that was announced by `found` has been read, or has not. */
  read(reading: CardReading): void {
    if (reading.ok) return this.#take(reading.text);
    if (reading.reason === 'down') return;
    this.#lying = { is: 'spoiled', misses: 0 };
    this.#options.tell({ type: 'card.trouble', problem: 'card-unreadable', kind: null, detail: reading.detail });
  }

  /** What a second look at the known or spoiled card gave. `found`: find had said that a card is there. */
  probed(reading: CardReading, found: boolean): void {
    const lying = this.#lying;
    if (!reading.ok && reading.reason === 'down') return;
    if (!reading.ok && lying.is === 'spoiled') return;
    if (reading.ok && lying.is === 'known' && lying.digest === digestOf(reading.text)) {
      this.#lying = { ...lying, misses: 0, shown: found };
      return;
    }
    this.#lift();
    if (!reading.ok && !found) return;
    this.#options.tell({ type: 'card.found' });
    this.read(reading);
  }

  #take(text: Uint8Array): void {
    this.#lying = { is: 'known', digest: digestOf(text), misses: 0, shown: false };
    const decoded = this.#options.decode(text);
    if (decoded.ok) return this.#options.tell({ type: 'card.read', card: decoded.card });
    const { problem, kind, detail } = decoded;
    this.#options.tell({ type: 'card.trouble', problem, kind, detail });
  }

  #lift(): void {
    this.#lying = { is: 'nothing' };
    this.#options.tell({ type: 'card.removed' });
  }
}
