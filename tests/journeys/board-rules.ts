import { shippedPanels } from '@lobby/config';
import { measureBoard } from '@lobby/display/calls/board-measures.ts';
import type { InventedBoard } from '@lobby/kiosk/src/routes/gallery/board/invented-board.ts';
import { inventedBoards } from '@lobby/kiosk/src/routes/gallery/board/invented-boards.ts';
import type { Page } from '@playwright/test';
import { contrast } from './contrast.ts';

/** One text of a board as Chromium drew it. */
interface BoardText {
  readonly says: string;
  /** Font size in pixels. */
  readonly size: number;
  readonly colour: string;
  /** Nearest first. */
  readonly grounds: readonly string[];
  /** The quiet second language beside the first. */
  readonly isSecond: boolean;
  readonly leaves: boolean;
}

const hanziOfFontSize = 0.9;
/** Far above what WCAG asks of large text; a hall has glare. */
const leastContrast = 7;

/** How a board hangs: in pixels of a window of the panel's shape. */
export const hangings = [
  { name: 'across', width: 1344, height: 756 },
  { name: 'upright', width: 756, height: 1344 },
] as const;

/** What is wrong with a board of the gallery, as sentences. */
export async function wrongWithBoard(page: Page, situation: keyof typeof inventedBoards): Promise<readonly string[]> {
  const { panel: named = 'wall-55' }: InventedBoard = inventedBoards[situation];
  const panel = shippedPanels.find(({ id }) => id === named);
  if (panel === undefined) return [`there is no panel ${named}`];
  const texts = await page.locator('.board').evaluate(readTexts);
  const view = page.viewportSize() ?? { width: 0, height: 0 };
  const { longSideMm, shortSideMm } = measureBoard(panel);
  const [long, short] = [Math.max(view.width, view.height), Math.min(view.width, view.height)];
  const millimetre = Math.min(long / longSideMm, short / shortSideMm);
  const least = panel.viewingDistanceMm / 200;
  return texts.flatMap(({ says, size, colour, grounds, isSecond, leaves }) => {
    const high = (size * hanziOfFontSize) / millimetre;
    return [
      ...(leaves ? [`“${says}” leaves the panel`] : []),
      ...(/\p{Script=Han}/u.test(says) && !isSecond && high < least * 0.99
        ? [`“${says}” is ${high.toFixed(1)} mm`]
        : []),
      ...(contrast(colour, grounds) < leastContrast
        ? [`“${says}” is pale: ${contrast(colour, grounds).toFixed(1)}`]
        : []),
    ];
  });
}

/** Runs in the page. */
function readTexts(board: Element): BoardText[] {
  const walker = document.createTreeWalker(board, NodeFilter.SHOW_TEXT);
  const texts: BoardText[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement: holder } = node;
    const says = (node.textContent ?? '').trim();
    if (says === '' || holder === null || holder.getClientRects().length === 0) continue;
    const grounds: string[] = [];
    for (let at: Element | null = holder; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) grounds.push(backgroundColor);
    }
    const { fontSize, color } = getComputedStyle(holder);
    const box = holder.getBoundingClientRect();
    // What a list has no room for is cut by the list, not by the panel.
    const isCut = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).overflowX !== 'visible' || (element !== board && isCut(element.parentElement)));
    texts.push({
      says,
      size: parseFloat(fontSize),
      colour: color,
      grounds,
      isSecond: holder.closest('.other, .way-other, .headline-other, .advice-other, .doctor-other') !== null,
      leaves: (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1) && !isCut(holder),
    });
  }
  return texts;
}
