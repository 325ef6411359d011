/**
 * What a printer sends. Replies do not name their question, so their kind is read from the fixed bits:
 * DLE EOT `0xx1xx10`, automatic status (GS a) `0xx1xx00` and three more bytes, GS r `0xx0xxxx`, XON 11, XOFF 13.
 */
export type PrinterReply =
  | { readonly kind: 'real-time'; readonly byte: number }
  | { readonly kind: 'automatic'; readonly bytes: readonly number[] }
  | { readonly kind: 'paper'; readonly byte: number }
  | { readonly kind: 'flow'; readonly byte: number }
  | { readonly kind: 'noise'; readonly byte: number };

/** Sorts a printer's bytes, however they are split; a real-time reply may stand inside an automatic one. */
export class ReplyParser {
  #automatic: number[] = [];

  push(chunk: Uint8Array): PrinterReply[] {
    return [...chunk].flatMap((byte) => this.#take(byte));
  }

  /** Forgets a half-received automatic status, so that it cannot swallow the next answer. */
  reset(): void {
    this.#automatic = [];
  }

  #take(byte: number): PrinterReply[] {
    if (byte === 0x11 || byte === 0x13) return [{ kind: 'flow', byte }];
    if ((byte & 0x93) === 0x12) return [{ kind: 'real-time', byte }];
    if ((byte & 0x93) === 0x10) {
      this.#automatic = [byte];
      return [];
    }
    if ((byte & 0x90) !== 0) return [{ kind: 'noise', byte }];
    return this.#automatic.length > 0 ? this.#continueAutomatic(byte) : [{ kind: 'paper', byte }];
  }

  #continueAutomatic(byte: number): PrinterReply[] {
    const bytes = [...this.#automatic, byte];
    this.#automatic = bytes.length < 4 ? bytes : [];
    return bytes.length < 4 ? [] : [{ kind: 'automatic', bytes }];
  }
}
