/** A field of the card's text: bytes from the start, length in bytes. */
export interface FieldPlace {
  readonly offset: number;
  readonly length: number;
}

// Control bytes, bidi marks and other invisible format characters, line separators, halves of a pair, noncharacters.
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu;

/**
 * Text as it may be shown: control bytes, bidi marks and half characters are gone, blanks around it too. Rare characters
 * stay, those of plane 2 and of the private area (where old cards keep names that Unicode lacked) included.
 */
export function cleanText(text: string): string {
  return text.replace(unprintable, '').trim();
}

/** One field of the card's UTF-16LE text; null when it is blank. GA 490. */
export function fieldText(text: Uint8Array, { offset, length }: FieldPlace): string | null {
  const bytes = Buffer.from(text.buffer, text.byteOffset + offset, Math.max(0, Math.min(length, text.length - offset)));
  const clean = cleanText(bytes.toString('utf16le'));
  return clean === '' ? null : clean;
}
