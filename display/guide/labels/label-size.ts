import { project, type GuideCamera, type Spot } from '../walk/camera.ts';
import { emsOf, shortened, wrapped } from '../text-width.ts';
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
  readonly height: number;
}

/** Of a label as it is written, in CSS pixels. */
export type LabelSize = Pick<WishedLabel, 'width' | 'height' | 'lift' | 'otherwise'>;

/** What is written of a name. */
export interface LabelLines {
  readonly main: readonly string[];
  /** In the second language, in smaller letters. */
  readonly quiet: readonly string[];
  /** The second language stands beside the first, not under it. */
  readonly isBeside?: boolean;
}

const large = 1.2;
const small = 0.72;
/** Of a floor's number, in em. */
const floorHeight = 1.8;
/** The smallest a floor's number is written, of a letter. */
const leastFloor = 0.5;
/** Beside the letters, in em. */
const padding = 0.9;
/** The share of the picture's width that is free between the floor's badge and the north mark. */
const besideBadge = 0.4;
/** Between two languages that stand beside each other, in letters of the second. */
const between = 0.4;

/** A room's name stays whole; the destination's is written as fully as its plate may be high. */
export function linesOfLabel({ kind, words }: Pick<GuideLabel, 'kind' | 'words'>, writing: Writing): LabelLines {
  const [first = 'zh'] = writing.languages;
  if (kind !== 'destination') return { main: [words[first]], quiet: [] };
  const ways = waysToWrite(words, writing);
  return ways.find((lines) => plateHeight(lines) <= highestPlate(writing)) ?? ways.at(-1) ?? { main: [], quiet: [] };
}

/** The fullest first: both languages, long ones broken; both in one line; the first alone; as much of it as one line takes. */
function waysToWrite(
  words: GuideLabel['words'],
  { em, languages: [first = 'zh', second], width }: Writing,
): readonly LabelLines[] {
  const widest = Math.max(1, Math.min(26, (width * 0.9) / em - padding) / large);
  const shortest = Math.min(widest, ((width * besideBadge) / em - padding - 0.3) / large);
  const main = wrapped(words[first], widest);
  const alone = [
    { main, quiet: [] },
    { main: [shortened(words[first], shortest)], quiet: [] },
  ];
  if (second === undefined) return alone;
  const beside = { main: [words[first]], quiet: [words[second]], isBeside: true };
  const both = { main, quiet: wrapped(words[second], widest / small) };
  return [both, ...(lettersOf(beside) <= widest ? [beside] : []), ...alone];
}

/** So high that it finds its place over or under the reader's arrow, wherever that stands. In em. */
function highestPlate({ em, height }: Writing): number {
  return (height / em - 2) / 2 - 0.1;
}

/** In em. */
function plateHeight({ main, quiet, isBeside = false }: LabelLines): number {
  return large * (0.1 + 1.3 * main.length + (isBeside ? 0 : 0.95 * quiet.length));
}

/** How wide the lines are, in letters of the first language. */
function lettersOf({ main, quiet, isBeside = false }: LabelLines): number {
  const [first, second] = [Math.max(...main.map(emsOf)), Math.max(0, ...quiet.map(emsOf))];
  return isBeside ? first + (second + between) * small : Math.max(first, second * small);
}

/** Plates hang over their spot, names and the arrow lie on theirs. */
export function sizeOfLabel(label: Pick<GuideLabel, 'kind' | 'words' | 'to' | 'isUnder'>, writing: Writing): LabelSize {
  const { kind, to } = label;
  const { em, languages } = writing;
  if (kind === 'here') return { width: em * 2, height: em * 2, lift: 0 };
  if (to !== null)
    return plate(em * (emsOf(to.sign[languages[0] ?? 'zh']) * large + (to.by === null ? 3 : 5)), em * 2.2);
  const lines = linesOfLabel(label, writing);
  const letters = lettersOf(lines);
  if (kind === 'place') return { width: em * (letters * 0.8 + padding), height: em * 0.8 * 1.4, lift: 0 };
  if (kind === 'here-words') return besideArrow(em * (letters + 0.3), em);
  if (kind === 'floor') return { width: em * Math.max(1.8, letters * large + 0.8), height: em * floorHeight, lift: 0 };
  return plate(em * (letters * large + padding + 0.3), em * plateHeight(lines), label.isUnder);
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

/** A letter of the floors' numbers, in CSS pixels: where many stand over each other, they are smaller. */
export function letterOfFloors(
  spots: readonly Spot[],
  camera: GuideCamera,
  { width, height, em }: Pick<Writing, 'width' | 'height' | 'em'>,
): number {
  const tops = spots
    .map((spot) => ((1 - project(camera, width / height, spot).y) / 2) * height)
    .toSorted((a, b) => a - b);
  const apart = tops.slice(1).map((top, index) => top - (tops[index] ?? top));
  return Math.min(em, Math.max(leastFloor * em, (Math.min(...apart) - 5) / floorHeight));
}
