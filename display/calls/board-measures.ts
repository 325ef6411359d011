import type { PanelProfile } from '@lobby/config';

/** Sizes of a board, in millimetres of its panel. */
export interface BoardMeasures {
  readonly longSideMm: number;
  readonly shortSideMm: number;
  /** Size of the smallest Chinese text. */
  readonly textMm: number;
}

const mmPerInch = 25.4;
/** A Hanzi must be as high as the viewing distance divided by this. */
const legibleAt = 200;
/** Part of the font size that a Hanzi of the shipped font fills. */
const hanziOfFontSize = 0.9;
/** On a panel that is looked at closely, text need not be smaller than this part of its short side. */
const roomyPart = 1 / 26;

/** Sizes that can be read from the viewing distance of a panel, however it hangs. */
export function measureBoard(panel: PanelProfile): BoardMeasures {
  const mmPerPixel = (panel.diagonalInches * mmPerInch) / Math.hypot(panel.widthPixels, panel.heightPixels);
  const shortSideMm = Math.min(panel.widthPixels, panel.heightPixels) * mmPerPixel;
  const longSideMm = Math.max(panel.widthPixels, panel.heightPixels) * mmPerPixel;
  const legible = panel.viewingDistanceMm / legibleAt / hanziOfFontSize;
  return { longSideMm, shortSideMm, textMm: Math.max(legible, shortSideMm * roomyPart) };
}

/** How many rows of a height fit on a panel, where heights are given in the size of the smallest text. */
export function rowsThatFit(
  panel: PanelProfile,
  list: { readonly isUpright: boolean; readonly row: number; readonly besides: number },
): number {
  const { longSideMm, shortSideMm, textMm } = measureBoard(panel);
  const high = (list.isUpright ? longSideMm : shortSideMm) / textMm;
  return Math.max(1, Math.floor((high - list.besides) / list.row));
}
