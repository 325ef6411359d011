import { emsOf } from './place-labels.ts';
import type { GuideLabel } from './wished-labels.ts';

/** How a label is written. */
export interface Writing {
  /** A letter, in CSS pixels. */
  readonly em: number;
  /** The first one largest. */
  readonly languages: readonly ('zh' | 'en')[];
}

/** Of a label as it is written, in CSS pixels. `lift`: how far above its spot it hangs, in its own height. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
  readonly lift: number;
}

/** Half a line above its spot for what stands on one; the arrow lies on its spot. */
export function sizeOfLabel(
  { kind, words, to }: Pick<GuideLabel, 'kind' | 'words' | 'to'>,
  { em, languages: [first = 'zh', second] }: Writing,
): LabelSize {
  if (kind === 'here') return { width: em * 2, height: em * 2, lift: 0 };
  if (to !== null) return { width: em * (emsOf(to.sign[first]) * 1.2 + 3), height: em * 2.2, lift: 0.9 };
  const scale = kind === 'place' ? 0.8 : 1.2;
  const one = emsOf(words[first]) * scale;
  const two = second === undefined ? 0 : emsOf(words[second]) * scale * 0.72;
  const lines = second === undefined || kind === 'place' ? 1.4 : 2.3;
  return {
    width: em * (Math.max(one, kind === 'place' ? 0 : two) + 0.9),
    height: em * scale * lines,
    lift: kind === 'place' ? 0 : 0.9,
  };
}
