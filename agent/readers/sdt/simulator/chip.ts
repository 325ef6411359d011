import { status } from '../status.ts';
import { cardImage, type SimulatedCard } from './card-image.ts';

/** A reply before it is framed. */
export interface ChipReply {
  readonly code: number;
  readonly data?: Uint8Array;
}

export interface ChipOptions {
  /** Bytes of photo for each card that is laid down; noise, never a face. */
  readonly photo: () => Uint8Array;
  /** Whether find answers "found" or, as most readers, "no card" while a selected card lies there. */
  readonly findsSelectedCard: boolean;
}

/** How the antenna and the card stand to each other. */
type Contact = 'none' | 'lying' | 'found' | 'selected' | 'hung';

const lengths = (...values: readonly number[]) => Buffer.from(values.flatMap((value) => [value >> 8, value & 0xff]));

/**
 * The security module and the card on it. Find comes before select, select before read; a chip that failed hangs until
 * the card is lifted or the module is reset. GA 467.
 */
export class Chip {
  /** The next readings fail. */
  failsToRead = false;
  /** The module failed its self-test and takes no command. */
  broken = false;
  readonly #options: ChipOptions;
  #card: SimulatedCard | null = null;
  #text = new Uint8Array();
  #photo = new Uint8Array();
  #contact: Contact = 'none';

  constructor(options: ChipOptions) {
    this.#options = options;
  }

  get card(): SimulatedCard | null {
    return this.#card;
  }

  layDown(card: SimulatedCard): void {
    this.#card = card;
    this.#text = Uint8Array.from(cardImage(card));
    this.#photo = Uint8Array.from(this.#options.photo());
    this.#contact = 'lying';
  }

  lift(): void {
    this.#card = null;
    this.#contact = 'none';
  }

  /** As if another program had found and selected the card before. */
  selectBeforehand(): void {
    if (this.#contact !== 'none') this.#contact = 'selected';
  }

  answer(command: number, parameter: number): ChipReply {
    if (this.broken) return { code: status.selfTestFailed };
    switch ((command << 8) | parameter) {
      case 0x10ff:
        return this.#reset();
      case 0x11ff:
      case 0x61ff:
        return { code: status.ok };
      case 0x12ff:
        return { code: status.ok, data: Buffer.from('05000100a1b2c30015cd5b0742000000', 'hex') };
      case 0x2001:
        return this.#find();
      case 0x2002:
        return this.#select();
      case 0x3001:
        return this.#read(() => Buffer.concat([lengths(256, 1024), this.#text, this.#photo]));
      case 0x3010:
        return this.#read(() => Buffer.concat([lengths(256, 1024, 0), this.#text, this.#photo]));
      case 0x3003:
        return this.#read(() => null);
      case 0x3005:
        return this.#read(() => Buffer.alloc(28));
      default:
        return { code: command === 0x60 && parameter <= 4 ? status.ok : status.requestUnknown };
    }
  }

  #reset(): ChipReply {
    if (this.#contact !== 'none') this.#contact = 'lying';
    return { code: status.ok };
  }

  #find(): ChipReply {
    const finds =
      this.#contact === 'lying' ||
      this.#contact === 'found' ||
      (this.#contact === 'selected' && this.#options.findsSelectedCard);
    if (!finds) return { code: status.noCard };
    this.#contact = 'found';
    return { code: status.found, data: Buffer.alloc(4) };
  }

  #select(): ChipReply {
    if (this.#contact !== 'found') return { code: status.notSelected };
    this.#contact = 'selected';
    return { code: status.ok, data: Buffer.alloc(8) };
  }

  #read(what: () => Uint8Array | null): ChipReply {
    if (this.#contact !== 'selected') return { code: status.readFailed };
    if (this.failsToRead) {
      this.#contact = 'hung';
      return { code: status.readFailed };
    }
    const data = what();
    return data === null ? { code: status.nothingThere } : { code: status.ok, data };
  }
}
