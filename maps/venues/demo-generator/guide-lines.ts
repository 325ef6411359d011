import type { GuideLinePiece, Piece } from './pieces.ts';
import type { Place } from './plane.ts';

/* Lines on the floor of the ground floor (导向线): no more than the four colours that everybody tells apart. */

const colours = {
  red: { zh: '红色', en: 'red' },
  yellow: { zh: '黄色', en: 'yellow' },
  blue: { zh: '蓝色', en: 'blue' },
  green: { zh: '绿色', en: 'green' },
} as const;

function guideLine(key: string, colour: keyof typeof colours, line: readonly Place[]): GuideLinePiece {
  return { piece: 'guide-line', key: `guide-${key}`, line, colour: colours[colour] };
}

/** Red to emergency, green to medicine, yellow to the laboratory, blue to imaging. */
export function guideLines(): readonly Piece[] {
  return [
    guideLine('emergency', 'red', [
      [47, 4],
      [35, 9.5],
      [8, 9.5],
    ]),
    guideLine('pharmacy', 'green', [
      [53, 4],
      [64.5, 9.5],
      [72, 9.5],
    ]),
    guideLine('laboratory', 'yellow', [
      [52, 6],
      [57.4, 12],
      [57.4, 25],
      [64, 28.5],
      [72, 28.5],
    ]),
    guideLine('imaging', 'blue', [
      [51, 6],
      [56.6, 12],
      [56.6, 28],
      [50, 31],
      [50, 38.2],
      [89.3, 38.2],
      [89.3, 44],
    ]),
  ];
}
