import { eastAsianWidth } from 'get-east-asian-width';
import iconv from 'iconv-lite';

const graphemes = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });

/**
 * The bytes of one character in a printer's own font, or null when its font lacks it. Printers carry ASCII and
 * Windows code page 936; what GB 18030 added later in two bytes (䶮 = FE 9F) or four is missing from many.
 */
export function ownFontBytes(character: string): Uint8Array | null {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code <= 0x7e) return Uint8Array.of(code);
  if (code < 0x80 || isPrivateUse(code)) return null;
  // The two-byte part of GB 18030 is GBK, and its table alone takes 10 MB less.
  const bytes = iconv.encode(character, 'gbk');
  return bytes.length === 2 && isInCodePage936(bytes.readUInt16BE(0)) ? bytes : null;
}

/** GB 18030 pairs that code page 936 does not have: later additions, ideographic description, the euro sign. */
function isInCodePage936(pair: number): boolean {
  const added = pair === 0xa2e3 || pair === 0xa8bc || pair === 0xa8bf;
  return !added && !(pair >= 0xa989 && pair <= 0xa995) && !(pair >= 0xfe50 && pair <= 0xfea0);
}

function isPrivateUse(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
}

/** True when the printer can write the whole text itself. */
export function canWrite(text: string): boolean {
  return [...text].every((character) => ownFontBytes(character) !== null);
}

/** By width in columns: nothing, a question mark, and 〓, the printer's mark for a missing Han character. */
const substitutes = [Buffer.of(), Buffer.of(0x3f), Buffer.of(0xa1, 0xfe)];

/** A text in the printer's font, with a mark as wide as the character wherever it has none. */
export function writtenBytes(text: string): Buffer {
  return Buffer.concat(clusters(text).flatMap(clusterBytes));
}

function clusterBytes(cluster: string): readonly Uint8Array[] {
  const bytes = [...cluster].map(ownFontBytes).filter((each) => each !== null);
  if (bytes.length === [...cluster].length) return bytes;
  const columns = clusterColumns(cluster);
  return substitutes.slice(columns, columns + 1);
}

/** What a person sees as one character each. */
export function clusters(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/**
 * Width in columns of half a Han character. Two-byte characters of the printer's font take two columns, whatever
 * Unicode says of them (– and · too); a cluster that has to be drawn takes at most two.
 */
export function columnsOf(text: string): number {
  return clusters(text).reduce((sum, cluster) => sum + clusterColumns(cluster), 0);
}

function clusterColumns(cluster: string): number {
  return Math.min(
    2,
    [...cluster].reduce((sum, character) => sum + characterColumns(character), 0),
  );
}

function characterColumns(character: string): number {
  const bytes = ownFontBytes(character);
  if (bytes !== null) return bytes.length;
  return /\p{M}/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);
}
