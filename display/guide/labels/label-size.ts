import { emsOf, wrapped } from '../text-width.ts';
import type { GuideLabel } from './wished-labels.ts';

/** How a label is written. */
export interface Writing {
  /** A letter, in CSS pixels. */
  readonly em: number;
  /** The first one largest. */
  readonly languages: readonly ('zh' | 'en')[];
  /** Of the picture, in CSS pixels. */
  readonly width: number;
}

/** Of a label as it is written, in CSS pixels. `lift`: how far above its spot it hangs, in its own height. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
  readonly lift: number;
}

const large = 1.2;
const small = 0.72;
/** Beside the letters, in em. */
const padding = 0.9;

/** What is written of a name: the first language, and under it the second. A long name is broken; a room's stays whole. */
export function linesOfLabel(
  { kind, words }: Pick<GuideLabel, 'kind' | 'words'>,
  { em, languages: [first = 'zh', second], width }: Writing,
): { readonly main: readonly string[]; readonly quiet: readonly string[] } {
  if (kind === 'place') return { main: [words[first]], quiet: [] };
  const widest = Math.max(1, Math.min(26, (width * 0.9) / em - padding) / large);
  return {
    main: wrapped(words[first], widest),
    quiet: second === undefined ? [] : wrapped(words[second], widest / small),
  };
}

/** Half a line above its spot for what stands on one; the arrow lies on its spot. */
export function sizeOfLabel(label: Pick<GuideLabel, 'kind' | 'words' | 'to'>, writing: Writing): LabelSize {
  const { kind, to } = label;
  const { em, languages } = writing;
  if (kind === 'here') return { width: em * 2, height: em * 2, lift: 0 };
  if (to !== null) return { width: em * (emsOf(to.sign[languages[0] ?? 'zh']) * 1.2 + 3), height: em * 2.2, lift: 0.9 };
  const { main, quiet } = linesOfLabel(label, writing);
  const letters = Math.max(...main.map(emsOf), ...quiet.map((line) => emsOf(line) * small));
  if (kind === 'place') return { width: em * (letters * 0.8 + padding), height: em * 0.8 * 1.4, lift: 0 };
  const lines = 0.1 + 1.3 * main.length + 0.95 * quiet.length;
  return { width: em * (letters * large + padding), height: em * large * lines, lift: 0.9 };
}
