import { iconShapes } from '@lobby/display/guide/icons/icon-shapes.ts';
import { aboveFloor, matrixOf, onPaper, type Matrix } from '@lobby/display/guide/plan/heads-up.ts';
import { placeSigns } from '@lobby/display/guide/plan/place-signs.ts';
import { cornersOf, sheetOfFloor } from '@lobby/display/guide/plan/sheet.ts';
import { signsOf, type Sign } from '@lobby/display/guide/plan/signs.ts';
import { lineHeight } from '@lobby/display/guide/plan/texts.ts';
import type { GuidePlan } from '@lobby/hub/contract';
import { text } from '../queues/svg.ts';

type Floor = GuidePlan['levels'][number];
type Look = Floor['units'][number]['look'];

/** Wide enough that most rooms have room for their names. Pixels. */
const paper = { width: 2400, height: 1300 };
const em = 13;

const fills: Readonly<Record<Look, string>> = {
  way: '#fbfcfa',
  room: '#dbe6e6',
  restroom: '#dbe6e6',
  staff: '#e9edeb',
  closed: '#f3dcd8',
  stairs: '#c3d9dc',
  lift: '#c3d9dc',
  escalator: '#c3d9dc',
  void: '#ffffff',
};

/** A floor with north up, as SVG. */
export function floorPicture(plan: GuidePlan, ordinal: number): string {
  const sheet = sheetOfFloor(plan, ordinal);
  if (sheet === undefined) throw new Error('a plan without floors');
  // All floors on the same paper, so that one can be laid over the other.
  const matrix = matrixOf(aboveFloor(plan.levels.flatMap(cornersOf), paper, { heading: 0, least: 20 }), paper);
  const signs = signsOf({ sheet, matrix, paper, em, languages: ['zh', 'en'], goal: null });
  const places = placeSigns(signs, paper, []);
  const { level } = sheet.floor;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${paper.width} ${paper.height}" font-family="Noto Sans SC, sans-serif">`,
    `<rect width="${paper.width}" height="${paper.height}" fill="#ffffff"/>`,
    groundOf(sheet.floor, matrix),
    ...signs.flatMap((sign) => {
      const at = places.get(sign.id);
      return at === undefined ? [] : [signAt(sign, at)];
    }),
    ...sheet.floor.kiosks.map(({ at, heading }) => reader(onPaper(matrix, at), heading)),
    text(60, 90, `${level.name.zh} ${level.name.en}`, { size: 44, weight: 700 }),
    '</svg>\n',
  ].join('\n');
}

function groundOf({ units, outline }: Floor, matrix: Matrix): string {
  const drawn = (rings: Floor['outline'][number]): string =>
    rings
      .map(
        (ring) =>
          `M${ring
            .map((point) =>
              onPaper(matrix, point)
                .map((one) => one.toFixed(1))
                .join(' '),
            )
            .join('L')}Z`,
      )
      .join('');
  const ways = units.filter(({ look }) => look === 'way');
  const rest = units.filter(({ look }) => look !== 'way');
  return [
    ...[...ways, ...rest].map(({ look, polygons }) => {
      const stroke = look === 'way' ? 'none' : '#5b787f';
      return `<path d="${polygons.map(drawn).join('')}" fill="${fills[look]}" fill-rule="evenodd" stroke="${stroke}"/>`;
    }),
    `<path d="${outline.map(drawn).join('')}" fill="none" stroke="#5b787f" stroke-width="2.5"/>`,
  ].join('\n');
}

function signAt({ lines, icon, kind, point }: Sign, [left, top]: readonly [number, number]): string {
  if (icon !== null) {
    const half = em * 0.45;
    const place = `translate(${(left - half).toFixed(1)} ${(top - half).toFixed(1)}) scale(${((em * 0.9) / 24).toFixed(3)})`;
    return `<circle cx="${left.toFixed(1)}" cy="${top.toFixed(1)}" r="${em * 0.62}" fill="#ffffff" stroke="#5b787f"/><path d="${iconShapes[icon]}" fill="#10262e" transform="${place}"/>`;
  }
  const height = lines.reduce((sum, { size }) => sum + size * lineHeight, 0) * em;
  let down = top - height / 2;
  const written = lines.map(({ text: words, size }) => {
    down += size * lineHeight * em;
    return text(Math.round(left), Math.round(down - size * 0.27 * em), words, { size: size * em, anchor: 'middle' });
  });
  const spot =
    kind !== 'landmark' || point === null
      ? ''
      : `<circle cx="${point[0].toFixed(1)}" cy="${point[1].toFixed(1)}" r="3" fill="#b85c00"/>`;
  return spot + written.join('');
}

/** The arrow of whoever reads a terminal or screen. */
function reader([left, top]: readonly [number, number], heading: number): string {
  return `<path d="M0 -8L6 7L0 3.500L-6 7Z" fill="#075563" transform="translate(${left.toFixed(1)} ${top.toFixed(1)}) rotate(${heading})"/>`;
}
