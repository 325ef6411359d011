/** A character in the printer's buffer: half-width takes one column, full-width two. */
export interface Glyph {
  readonly character: string;
  readonly columns: 1 | 2;
}

export interface Decoded {
  readonly glyphs: readonly Glyph[];
  readonly complaints: readonly string[];
}

const gb18030 = new TextDecoder('gb18030', { fatal: true });

/**
 * Bytes to characters as a Chinese printer does it: single bytes outside Kanji mode, pairs within it. Only what a ROM
 * font of code page 936 has is taken without complaint.
 */
export class CharacterDecoder {
  #kanji = false;
  #lead: number | null = null;

  reset(): void {
    this.#kanji = false;
    this.#lead = null;
  }

  /** FS & and FS . ; a lead byte that waits for its second half is lost. */
  setKanji(on: boolean): string[] {
    const lost = this.#lead !== null;
    this.#kanji = on;
    this.#lead = null;
    return lost ? ['half a character before a change of mode'] : [];
  }

  decode(bytes: Uint8Array): Decoded {
    const parts = [...bytes].map((byte) => this.#take(byte));
    return {
      glyphs: parts.flatMap((part) => part.glyphs),
      complaints: parts.flatMap((part) => part.complaints),
    };
  }

  /** A command in the middle of a character. */
  interrupt(): string[] {
    const lost = this.#lead !== null;
    this.#lead = null;
    return lost ? ['a command inside a character'] : [];
  }

  #take(byte: number): Decoded {
    if (this.#lead !== null) return this.#pair(this.#lead, byte);
    if (byte < 0x7f) return { glyphs: [{ character: String.fromCharCode(byte), columns: 1 }], complaints: [] };
    if (!this.#kanji || byte < 0x81 || byte === 0xff)
      return { glyphs: [{ character: '?', columns: 1 }], complaints: [`byte ${hex(byte)} is no character here`] };
    this.#lead = byte;
    return { glyphs: [], complaints: [] };
  }

  #pair(lead: number, trail: number): Decoded {
    this.#lead = null;
    const character = this.#read(lead, trail);
    if (character === null)
      return { glyphs: [{ character: '?', columns: 2 }], complaints: [`${hex(lead)} ${hex(trail)} is no character`] };
    const missing = isLaterAddition(lead, trail) ? [`the font has no ${hex(lead)} ${hex(trail)}`] : [];
    return { glyphs: [{ character, columns: 2 }], complaints: missing };
  }

  #read(lead: number, trail: number): string | null {
    if (trail < 0x40) return null;
    try {
      return gb18030.decode(Uint8Array.of(lead, trail));
    } catch {
      return null;
    }
  }
}

/** Rows that GB 18030-2000 and later filled: A989–A995, FE50–FEA0. */
function isLaterAddition(lead: number, trail: number): boolean {
  return (lead === 0xfe && trail >= 0x50) || (lead === 0xa9 && trail >= 0x89 && trail <= 0x95);
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0').toUpperCase();
}
