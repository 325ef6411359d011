import { emsOf, wrapped } from '../text-width.ts';
import type { WishedLabel } from './place-labels.ts';
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

/** Of a label as it is written, in CSS pixels. */
export type LabelSize = Pick<WishedLabel, 'width' | 'height' | 'lift' | 'otherwise'>;

const large = 1.2;
const small = 0.72;
/** Beside the letters, in em. */
const padding = 0.9;

/** What is written of a name: the first language, and under it the second. A long name is broken; a room's stays whole. */
export function linesOfLabel(
  { kind, words }: Pick<GuideLabel, 'kind' | 'words'>,
  { em, languages: [first = 'zh', second], width }: Writing,
): { readonly main: readonly string[]; readonly quiet: readonly string[] } {
  if (kind !== 'destination') return { main: [words[first]], quiet: [] };
  const widest = Math.max(1, Math.min(26, (width * 0.9) / em - padding) / large);
  return {
    main: wrapped(words[first], widest),
    quiet: second === undefined ? [] : wrapped(words[second], widest / small),
  };
}

/** Plates hang over their spot, names and the arrow lie on theirs. */
export function sizeOfLabel(label: Pick<GuideLabel, 'kind' | 'words' | 'to' | 'isUnder'>, writing: Writing): LabelSize {
  const { kind, to } = label;
  const { em, languages } = writing;
  if (kind === 'here') return { width: em * 2, height: em * 2, lift: 0 };
  if (to !== null)
    return plate(em * (emsOf(to.sign[languages[0] ?? 'zh']) * large + (to.by === null ? 3 : 5)), em * 2.2);
  const { main, quiet } = linesOfLabel(label, writing);
  const letters = Math.max(...main.map(emsOf), ...quiet.map((line) => emsOf(line) * small));
  if (kind === 'place') return { width: em * (letters * 0.8 + padding), height: em * 0.8 * 1.4, lift: 0 };
  if (kind === 'here-words') return besideArrow(em * (letters + 0.3), em);
  if (kind === 'floor') return { width: em * Math.max(1.8, letters * large + 0.8), height: em * 1.8, lift: 0 };
  const lines = 0.1 + 1.3 * main.length + 0.95 * quiet.length;
  return plate(em * (letters * large + padding + 0.3), em * large * lines, label.isUnder);
}

/** Over its spot, else under it; or the other way round. */
function plate(width: number, height: number, isUnder = false): LabelSize {
  const lift = isUnder ? -0.65 : 0.65;
  return { width, height, lift, otherwise: [{ x: 0, y: height * lift }] };
}

/** Right of the arrow, else left of it, else under or over it, also to one side of that. */
function besideArrow(width: number, em: number): LabelSize {
  const [away, aside, line] = [width / 2 + em * 1.25, width / 2 - em, em * 1.9];
  const beyond = [line, -line].flatMap((y) => [0, aside, -aside].map((x) => ({ x, y })));
  const otherwise = [{ x: away, y: 0 }, { x: -away, y: 0 }, ...beyond];
  return { width, height: em * 1.3, lift: 0, otherwise };
}
