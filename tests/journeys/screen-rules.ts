import { clipOf } from '@lobby/kiosk/src/flows/spoken/known-sentences.ts';
import type { Mode } from '@lobby/kiosk/src/lib/panel/mode.ts';
import { contrast } from './contrast.ts';
import type { Box, SeenScreen, SeenText } from './seen-screen.ts';

/** What every screen of a terminal keeps to: answers in words with what is wrong. */
type ScreenRule = (screen: SeenScreen, seen: Seen) => readonly string[];

interface Seen {
  readonly panel: { readonly viewingDistanceMm: number };
  readonly mode: Mode;
}

/** What fingers and eyes need in each mode, in millimetres (docs/decisions/elder-mode.md). */
const floors = {
  standard: { primary: 20, target: 16, gap: 3, hanzi: 4.9, choices: 8 },
  elder: { primary: 25, target: 18, gap: 4, hanzi: 6.5, choices: 4 },
} as const;

/** Of Noto Sans SC, for one unit of font size: height of a Hanzi's ink and of a capital. */
const hanziInk = 0.88;
const capital = 0.733;
/** Half a line's box is above and below the ink: the box of a line of Noto Sans SC is 1.45 of the font size. */
const lineBox = 1.45;
const tolerance = 0.3;

/** One heading asks the one question, and one button is the primary one. */
const asksOneQuestion: ScreenRule = ({ headings, buttons }) => {
  const primary = buttons.filter((button) => button.primary && !button.covered).length;
  return [
    ...(headings === 1 ? [] : [`has ${headings} headings`]),
    ...(primary < 2 ? [] : [`has ${primary} primary buttons`]),
  ];
};

/** Nothing scrolls, leaves the panel or is cut; what is too long ends in an ellipsis. */
const showsEverything: ScreenRule = ({ scrolls, texts }) => [
  ...(scrolls ? ['scrolls'] : []),
  ...texts.filter((text) => inkOf(text).some((ink) => isCut(ink, text.frames))).map(({ says }) => `cuts “${says}”`),
];

function isCut(whole: Box, frames: SeenText['frames']): boolean {
  let ink = whole;
  for (const { box, shortens, drops } of frames) {
    if (ink.top >= box.bottom - tolerance && (shortens || drops)) return false;
    if (ink.top < box.top - tolerance || ink.bottom > box.bottom + tolerance) return true;
    if (shortens) ink = { ...ink, left: Math.max(ink.left, box.left), right: Math.min(ink.right, box.right) };
    else if (ink.left < box.left - tolerance || ink.right > box.right + tolerance) return true;
  }
  return false;
}

/** No text lies on other text. */
const keepsTextsApart: ScreenRule = ({ texts }) => {
  const shown = texts.filter((text) => !text.drawn && !text.covered);
  const lines = shown.flatMap((text) => inkOf(text).flatMap((ink) => visible(ink, text)));
  return lines.flatMap((one, index) =>
    lines
      .slice(index + 1)
      // A line that ends in an ellipsis has two boxes, its own and the shortened one's.
      .filter((other) => other.text !== one.text && distance(one.ink, other.ink) < -tolerance)
      .map((other) => `lays “${one.text.says}” on “${other.text.says}”`),
  );
};

/** Fingers: a primary button, any target, and the space between them are large enough for whoever the mode is for. */
const fitsFingers: ScreenRule = ({ buttons }, { mode }) => {
  const floor = floors[mode];
  const small = buttons.filter(({ box, primary }) => {
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    return height < (primary ? floor.primary : floor.target) - 0.05 || width < floor.target - 0.05;
  });
  const reachable = buttons.filter((button) => !button.covered);
  const close = reachable.flatMap((one, index) =>
    reachable.slice(index + 1).filter((other) => {
      const bothInStrip = one.inStrip && other.inStrip;
      return !bothInStrip && distance(one.box, other.box) < floor.gap - 0.05;
    }),
  );
  return [...small.map(({ says }) => `has a small “${says}”`), ...close.map(({ says }) => `crowds “${says}”`)];
};

/**
 * Eyes: Hanzi 4.9 mm high (VVSG 2.0), capitals 4.8 mm at 600 mm and in proportion where people stand nearer (ADA 707.5);
 * in elder mode Hanzi 6.5 mm and capitals 6.1 mm wherever people stand (EN 301 549, 5.1.4).
 */
const fitsEyes: ScreenRule = ({ texts }, { panel, mode }) => {
  const leastCapital = mode === 'elder' ? 6.1 : (4.8 * panel.viewingDistanceMm) / 600;
  return texts
    .filter(({ drawn }) => !drawn)
    .filter(
      ({ says, size }) =>
        (/\p{Script=Han}/u.test(says) && size * hanziInk < floors[mode].hanzi) ||
        (/[A-Za-z0-9]/.test(says) && size * capital < leastCapital),
    )
    .map(({ says, size }) => `writes “${says}” at ${size.toFixed(1)} mm`);
};

/** Reach: whatever is touched lies low, a list that fills the panel included. */
const liesWithinReach: ScreenRule = ({ buttons, size }) =>
  buttons
    .filter(({ covered, box }) => !covered && box.bottom < (size.bottom - size.top) / 3)
    .map(({ says }) => `puts “${says}” out of reach`);

/** No more choices than whoever the mode is for can weigh; turning pages, listening and the strip are none. */
const offersFewChoices: ScreenRule = ({ buttons }, { mode }) => {
  const choices = buttons.filter(({ covered, inStrip, aside }) => !covered && !inStrip && !aside).length;
  return choices > floors[mode].choices ? [`offers ${choices} choices`] : [];
};

/** Text stands out 7:1 from what is behind it (WCAG 2.2, 1.4.6), by the colours that the browser computed. */
const standsOut: ScreenRule = ({ texts }) =>
  texts
    .filter((text) => !text.drawn && !text.covered)
    .map((text) => ({ says: text.says, ratio: contrast(text.colour, text.grounds) }))
    .filter(({ ratio }) => ratio < 7)
    .map(({ says, ratio }) => `shows “${says}” at ${ratio.toFixed(1)}:1`);

/** English is English: Hanzi only in what is marked as Chinese, such as a name. */
const keepsItsLanguage: ScreenRule = ({ texts }) =>
  texts
    .filter(({ language, says }) => language.startsWith('en') && /\p{Script=Han}/u.test(says))
    .map(({ says }) => `says “${says}” in English`);

/** In elder mode a screen can be heard: every word of the house is said, by a sentence that the hub knows. */
const speaksItself: ScreenRule = ({ name, heard, unheard }, { mode }) => {
  if (mode === 'standard') return [];
  const language = name.endsWith(' en') ? 'en' : 'zh';
  const unknown = heard.filter(
    ({ kind, says }) => kind !== 'number' && kind !== 'way' && clipOf(says, language) === undefined,
  );
  return [
    ...unheard.map((says) => `does not say “${says}”`),
    ...unknown.map(({ says }) => `has no voice for “${says}”`),
  ];
};

export const screenRules: readonly ScreenRule[] = [
  asksOneQuestion,
  showsEverything,
  keepsTextsApart,
  fitsFingers,
  fitsEyes,
  liesWithinReach,
  offersFewChoices,
  standsOut,
  keepsItsLanguage,
  speaksItself,
];

/** Where the ink of each line is: in the middle of the line's box. */
function inkOf({ lines }: SeenText): Box[] {
  return lines.map((line) => {
    const spare = ((line.bottom - line.top) * (1 - hanziInk / lineBox)) / 2;
    return { ...line, top: line.top + spare, bottom: line.bottom - spare };
  });
}

/** The part of a line that its frames let see, if any. */
function visible(ink: Box, text: SeenText): { readonly text: SeenText; readonly ink: Box }[] {
  const seen = text.frames.reduce(
    (part, { box }) => ({
      top: Math.max(part.top, box.top),
      bottom: Math.min(part.bottom, box.bottom),
      left: Math.max(part.left, box.left),
      right: Math.min(part.right, box.right),
    }),
    ink,
  );
  return seen.bottom - seen.top > tolerance && seen.right > seen.left ? [{ text, ink: seen }] : [];
}

/** Millimetres between two boxes; below zero where they overlap. */
function distance(one: Box, other: Box): number {
  return Math.max(other.top - one.bottom, one.top - other.bottom, other.left - one.right, one.left - other.right);
}
