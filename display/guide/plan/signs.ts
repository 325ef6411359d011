import type { GuideStep, Words } from '@lobby/hub/contract';
import { iconOf, type IconName } from '../icons/icon-shapes.ts';
import { onPaper, type Matrix, type OnFloor, type OnPaper, type Paper } from './heads-up.ts';
import type { Box } from '../boxes.ts';
import { boxAt, type Wish } from './place-signs.ts';
import { alongLine } from './ribbon.ts';
import type { PlanMark, PlanUnit, Sheet } from './sheet.ts';
import { extentOf, inOneLine, linesOf, type PlanLanguage, type TextLine } from './texts.ts';

/** Something written or drawn on the plan, with the places where it may be. */
export interface Sign extends Wish {
  readonly kind: 'here' | 'goal' | 'change' | 'told' | 'busy' | 'landmark' | 'name' | 'closed' | 'icon';
  readonly lines: readonly TextLine[];
  readonly icon: IconName | null;
  /** Of a lift, an escalator or stairs that one takes: the floor that it reaches. */
  readonly to: { readonly sign: string; readonly isUp: boolean } | null;
  /** What it is about, where that is a point. */
  readonly point: OnPaper | null;
}

/** What is told of a unit. */
export interface Told {
  readonly words: Words;
  /** What stands there where the words find no place. */
  readonly least: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Drawing {
  readonly sheet: Sheet;
  readonly matrix: Matrix;
  readonly paper: Paper;
  /** Pixels of the plan's letters. */
  readonly em: number;
  readonly languages: readonly PlanLanguage[];
  /** Name of the destination, as everywhere else. */
  readonly goal: Words | null;
  /** What is told of units, by their ids, instead of all names. */
  readonly told?: ReadonlyMap<string, Told> | undefined;
}

const words = {
  here: { zh: '您在这里', en: 'You are here' },
  closed: { zh: '暂停使用', en: 'Closed' },
} as const satisfies Record<string, Words>;

/** All that would like to be on a sheet: where one is and goes to before what one passes, and that before the rest. */
export function signsOf(drawing: Drawing): readonly Sign[] {
  const { floor } = drawing.sheet;
  return [
    ...endSigns(drawing),
    ...floor.units.flatMap((unit) => unitSigns(drawing, unit)),
    ...(drawing.told === undefined ? floor.marks.flatMap((mark) => markSigns(drawing, mark)) : []),
  ];
}

/** What must stay free: the ribbon and the arrow at its beginning. */
export function takenBy({ sheet, matrix, em }: Drawing): readonly Box[] {
  const line = sheet.line.map((point) => onPaper(matrix, point));
  const ribbon = alongLine(line, em / 2).map((at) => boxAt(at, { width: em * 0.5, height: em * 0.5 }));
  const [start] = line;
  return start === undefined ? [] : [...ribbon, boxAt(start, { width: em * 1.8, height: em * 1.8 })];
}

function endSigns(drawing: Drawing): readonly Sign[] {
  const { sheet, goal } = drawing;
  const [start, end] = [sheet.line[0], sheet.line.at(-1)];
  if (start === undefined || end === undefined) return [];
  const here = textSign(drawing, { id: 'here', kind: 'here', words: words.here, at: start, priority: 100, off: 1.2 });
  const arrived = goal === null || sheet.leaves !== null ? [] : [goalSign(drawing, goal, end)];
  const change = sheet.leaves === null ? [] : changeSign(drawing, sheet.leaves, end);
  return [...(sheet.isStart ? [here] : []), ...arrived, ...change];
}

/** The share of the paper's height that the destination's name may take: the reader's own sign stands beside it. */
const mostOfPaper = 0.45;

/** On the room itself, so that nothing hides what is before its door; of a hall, where in it the way ends. */
function goalSign(drawing: Drawing, name: Words, end: OnFloor): Sign {
  const { goal } = drawing.sheet;
  const at = goal === null || goal.look === 'way' ? end : goal.labelAt;
  return textSign(drawing, { id: 'goal', kind: 'goal', words: name, at, priority: 99, off: 1.6 });
}

/** The lift carries the number of the floor to which it is taken, and says what the step says. */
function changeSign(drawing: Drawing, step: GuideStep, end: OnFloor): readonly Sign[] {
  const { matrix, em, sheet, languages } = drawing;
  const { connector, level } = step;
  if (connector === null || level === null) return [];
  const lines = linesOf(step.words, languages, 9);
  const text = extentOf(lines);
  const size = { width: (Math.max(text.width, 4.2) + 1) * em, height: (text.height + 2.3) * em };
  const to = { sign: level.sign[languages[0] ?? 'zh'], isUp: level.ordinal > sheet.floor.level.ordinal };
  const point = onPaper(matrix, end);
  const places = anywhere(drawing, point, size, em * 0.9);
  const icon = connector === 'ramp' ? null : connector;
  return [{ id: 'change', kind: 'change', lines, icon, to, point, places, priority: 98, isNeeded: true, ...size }];
}

interface TextWish {
  readonly id: string;
  readonly kind: Sign['kind'];
  readonly words: Words;
  readonly at: OnFloor;
  readonly priority: number;
  /** How far beside its point it may stand, in em; 0: on it only. */
  readonly off: number;
  readonly widest?: number;
}

function textSign(drawing: Drawing, wish: TextWish): Sign {
  const { matrix, em, languages } = drawing;
  const { id, kind, at, priority } = wish;
  const lines = kind === 'goal' ? linesOfGoal(drawing, wish.words) : linesOf(wish.words, languages, wish.widest ?? 8);
  const text = extentOf(lines);
  const padding = kind === 'name' || kind === 'landmark' || kind === 'told' ? 0 : 1;
  const size = { width: (text.width + padding) * em, height: (text.height + padding / 2) * em };
  const point = onPaper(matrix, at);
  const places = placesFor(drawing, wish, point, size);
  const isNeeded = kind === 'goal' || kind === 'busy';
  return { id, kind, lines, icon: null, to: null, point, places, priority, isNeeded, ...size };
}

/** As fully as it leaves room on the paper: in both languages, in the first, and in one line of that. */
function linesOfGoal({ languages, paper, em }: Drawing, name: Words): readonly TextLine[] {
  const [first = 'zh'] = languages;
  const widest = (paper.width * 0.4) / em;
  const ways = [linesOf(name, languages, 8), linesOf(name, [first], 8), inOneLine(name, first, widest)];
  return ways.find((lines) => extentOf(lines).height * em < paper.height * mostOfPaper) ?? ways.at(-1) ?? [];
}

function placesFor(drawing: Drawing, { kind, off }: TextWish, point: OnPaper, size: Size): readonly OnPaper[] {
  if (kind === 'name' || kind === 'closed') return [point];
  if (kind === 'busy') return [point, ...anywhere(drawing, point, size, off * drawing.em, farAway)];
  if (kind === 'here' || kind === 'goal') return anywhere(drawing, point, size, off * drawing.em);
  return beside(point, size, off * drawing.em);
}

/** Below, above, right and left of a point, then at its corners. */
function beside(point: OnPaper, size: Size, off: number): readonly OnPaper[] {
  const [across, down] = [size.width / 2 + off, size.height / 2 + off];
  return sides.map(([x, y]): OnPaper => [point[0] + x * across, point[1] + y * down]);
}

/** How far away, by the usual, what has a line to its point may stand. */
const farAway = [1, 3, 5, 8, 11, 15];

/** The same, then further away, and never beyond the rim: for what has to be said. */
function anywhere(
  { paper }: Drawing,
  point: OnPaper,
  size: Size,
  off: number,
  distances: readonly number[] = [1, 2, 3.5],
): readonly OnPaper[] {
  const kept = (at: number, half: number, whole: number): number => Math.min(Math.max(at, half + 1), whole - half - 1);
  return distances.flatMap((far) =>
    beside(point, size, off * far).map(([left, top]): OnPaper => [
      kept(left, size.width / 2, paper.width),
      kept(top, size.height / 2, paper.height),
    ]),
  );
}

const sides = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
] as const;

const iconOfLook = { lift: 'lift', stairs: 'stairs', escalator: 'escalator', restroom: 'toilet' } as const;

function unitSigns(drawing: Drawing, unit: PlanUnit): readonly Sign[] {
  const { look, id, labelAt, name } = unit;
  if (unit === drawing.sheet.goal) return [];
  if (look === 'closed') {
    return [
      textSign(drawing, { id, kind: 'closed', words: words.closed, at: labelAt, priority: 70, off: 0, widest: 4 }),
    ];
  }
  if (look === 'lift' || look === 'stairs' || look === 'escalator' || look === 'restroom') {
    return [iconSign(drawing, { id, icon: iconOfLook[look], at: labelAt, priority: look === 'lift' ? 50 : 40 })];
  }
  if (drawing.told !== undefined) return toldSigns(drawing, unit, drawing.told.get(id));
  if (name === null || look === 'void' || look === 'staff') return [];
  const room = roomToWrite(drawing, unit);
  const isHall = look === 'way';
  const sign = textSign(drawing, {
    id,
    kind: 'name',
    words: name,
    at: labelAt,
    priority: 20,
    off: 0,
    widest: isHall ? Math.max(6, room.width / drawing.em) : room.width / drawing.em,
  });
  // Letters may touch the walls; a name across them belongs to nobody.
  const fits = isHall || (sign.width <= room.width * 1.1 && sign.height <= room.height * 1.3);
  const near = 10 / (1 + distanceTo(drawing.sheet.line, labelAt) / 5);
  return fits ? [{ ...sign, priority: (isHall ? 25 : 20) + near }] : [];
}

/** On its unit, or as near as there is room: all of them are to be read, as the least of it where there is no more room. */
function toldSigns(drawing: Drawing, { id, labelAt: at }: PlanUnit, told: Told | undefined): readonly Sign[] {
  if (told === undefined) return [];
  const { words, least } = told;
  const wish = { kind: 'busy', at, off: 0.4 } as const;
  const short = textSign(drawing, { ...wish, id: `${id} least`, words: { zh: least, en: least }, priority: 59 });
  return [textSign(drawing, { ...wish, id, words, priority: 60 }), { ...short, insteadOf: id }];
}

function markSigns(drawing: Drawing, { id, category, name, at }: PlanMark): readonly Sign[] {
  if (category === 'landmark' && name !== null) {
    const isTold = drawing.sheet.decisions.some((point) => distanceTo([point], at) <= 8);
    return [
      textSign(drawing, {
        id,
        kind: isTold ? 'told' : 'landmark',
        words: name,
        at,
        priority: isTold ? 60 : 15,
        off: 0.7,
        widest: 6,
      }),
    ];
  }
  const icon = iconOf(category);
  return icon === undefined ? [] : [iconSign(drawing, { id, icon, at, priority: 12 })];
}

function iconSign({ matrix, em }: Drawing, of: { id: string; icon: IconName; at: OnFloor; priority: number }): Sign {
  const { id, icon, at, priority } = of;
  const size = { width: em * 1.2, height: em * 1.2 };
  const point = onPaper(matrix, at);
  return { id, kind: 'icon', lines: [], icon, to: null, point, places: [point], priority, ...size };
}

/** How much room there is to write, across and down through the place of a unit's name. */
function roomToWrite({ matrix }: Drawing, { polygons, labelAt }: PlanUnit): Size {
  const rings = polygons.flatMap((polygon) => polygon.map((ring) => ring.map((point) => onPaper(matrix, point))));
  const [left, top] = onPaper(matrix, labelAt);
  const turned = rings.map((ring) => ring.map(([x, y]): OnPaper => [y, x]));
  return { width: 2 * leastReach(rings, [left, top]), height: 2 * leastReach(turned, [top, left]) };
}

/** How far one gets from a point to the left and to the right without crossing a wall: the lesser of both. */
function leastReach(rings: readonly (readonly OnPaper[])[], [left, top]: OnPaper): number {
  const crossings = rings.flatMap((ring) =>
    ring.flatMap(([x1, y1], index) => {
      const [x0, y0] = ring.at(index - 1) ?? [x1, y1];
      return y0 > top === y1 > top ? [] : [x0 + ((x1 - x0) * (top - y0)) / (y1 - y0)];
    }),
  );
  return Math.min(...crossings.map((x) => Math.abs(x - left)));
}

/** Metres from a point to the nearest corner of a line; far where there is none. */
function distanceTo(line: readonly OnFloor[], [x, y]: OnFloor): number {
  return Math.min(1000, ...line.map(([u, v]) => Math.hypot(u - x, v - y)));
}
