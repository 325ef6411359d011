import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const resolve = createRequire(import.meta.url).resolve;
const wholeFont = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const wholeBoldFont = '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf';

/** Code points that the whole font draws and that no slice of the variable font covers, rising. */
export function rareCodePoints(): number[] {
  const sliced = codePointsInRanges(readFileSync(resolve('@fontsource-variable/noto-sans-sc/index.css'), 'utf8'));
  return [...codePointsOfFont(readFileSync(resolve(wholeFont)))]
    .filter((codePoint) => codePoint > 0x20 && !sliced.has(codePoint))
    .sort((a, b) => a - b);
}

/** Code points that a TrueType font maps to glyphs. OpenType 1.9, `cmap`, subtable format 12. */
export function codePointsOfFont(font: Buffer): Set<number> {
  const cmap = tableOffset(font, 'cmap');
  for (let record = 0; record < font.readUInt16BE(cmap + 2); record += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + record * 8 + 4);
    if (font.readUInt16BE(subtable) === 12) return codePointsOfGroups(font, subtable);
  }
  throw new Error('the font has no cmap subtable of format 12');
}

function tableOffset(font: Buffer, tag: string): number {
  for (let table = 0; table < font.readUInt16BE(4); table += 1) {
    const record = 12 + table * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function codePointsOfGroups(font: Buffer, subtable: number): Set<number> {
  const found = new Set<number>();
  for (let group = 0; group < font.readUInt32BE(subtable + 12); group += 1) {
    const at = subtable + 16 + group * 12;
    const last = font.readUInt32BE(at + 4);
    for (let codePoint = font.readUInt32BE(at); codePoint <= last; codePoint += 1) found.add(codePoint);
  }
  return found;
}

/** Code points named by every `unicode-range` of a style sheet. */
export function codePointsInRanges(css: string): Set<number> {
  const found = new Set<number>();
  for (const [, first = '', last = first] of css.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)) {
    for (let codePoint = parseInt(first, 16); codePoint <= parseInt(last, 16); codePoint += 1) found.add(codePoint);
  }
  return found;
}

/** Rising code points as a CSS `unicode-range`. */
export function unicodeRange(codePoints: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const codePoint of codePoints) {
    const open = ranges.at(-1);
    if (open?.last === codePoint - 1) open.last = codePoint;
    else ranges.push({ first: codePoint, last: codePoint });
  }
  const hex = (codePoint: number): string => codePoint.toString(16);
  return ranges
    .map(({ first, last }) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(',');
}

/** The style sheet `rare.css`: the whole font, asked for only where the slices have nothing. */
export function rareStyleSheet(): string {
  const range = unicodeRange(rareCodePoints());
  const face = (weight: string, file: string): string =>
    `/* prettier-ignore */
@font-face {
  font-family: 'Noto Sans SC Rare';
  font-style: normal;
  font-display: swap;
  font-weight: ${weight};
  src: url('${file}') format('truetype');
  unicode-range: ${range};
}
`;
  return `/* Written by rare-characters.ts: rare characters of names, which the slices lack. */
${face('100 500', wholeFont)}
${face('600 900', wholeBoldFont)}`;
}

if (import.meta.main) writeFileSync(new URL('rare.css', import.meta.url), rareStyleSheet());
