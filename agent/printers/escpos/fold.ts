import { clusters, columnsOf } from './printer-characters.ts';

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const closes = /^[，。、；：？！）》」』】〕’”…·%℃,.;:?!)\]}]/u;
const opens = /[（《「『【〔‘“([{￥$]$/u;
const unbroken = /^[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{P}]/u;
const joint = /^[\p{L}\p{N}\-–—~:./_@#&+'%]+$/u;

/**
 * Lines of at most `columns`, broken between words (a Chinese word such as 心血管 stays whole), never before closing
 * punctuation or after opening punctuation. Longer words break where they must. At least one line, possibly empty.
 */
export function fold(text: string, columns: number): string[] {
  return fill(chunksOf(text), columns);
}

/**
 * Lines for the middle of the paper: as few as possible, of about the same length, broken at spaces where that is
 * enough, so that no line is one lost word.
 */
export function foldBalanced(text: string, columns: number): string[] {
  const phrases = text.split(/(?<= )(?=[^ ])/u);
  const inPhrases = phrases.every((phrase) => columnsOf(phrase.trimEnd()) <= columns);
  const chunks = inPhrases ? phrases : chunksOf(text);
  let lines = fill(chunks, columns);
  for (let narrower = columns - 1; lines.length > 1 && narrower >= columns / 2; narrower -= 1) {
    const tighter = fill(chunks, narrower);
    if (tighter.length > lines.length) break;
    lines = tighter;
  }
  return lines;
}

function fill(chunks: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const chunk of chunks) {
    if (columnsOf((line + chunk).trimEnd()) <= columns) {
      if (line !== '' || chunk.trim() !== '') line += chunk;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    const pieces = splitLong(chunk.trimStart(), columns);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** Words with the punctuation that belongs to them. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = chunks.at(-1);
    if (last !== undefined && belongsTogether(last, segment)) chunks[chunks.length - 1] = last + segment;
    else chunks.push(segment);
  }
  return chunks;
}

function belongsTogether(before: string, after: string): boolean {
  if (/\s$/u.test(before) || /^\s/u.test(after)) return false;
  if (closes.test(after) || opens.test(before)) return true;
  return unbroken.test(before) && joint.test(before) && joint.test(after) && !/\p{Script=Han}/u.test(after);
}

function splitLong(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const cluster of clusters(text)) {
    if (line !== '' && columnsOf((line + cluster).trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += cluster;
  }
  return [...lines, line];
}
