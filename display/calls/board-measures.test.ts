import { shippedPanels } from '@lobby/config';
import { describe, expect, test } from 'vitest';
import { measureBoard } from './board-measures.ts';

describe.each(shippedPanels)('a board on panel $id', (panel) => {
  test('has no Hanzi lower than a two-hundredth of the distance from which it is read', () => {
    expect(measureBoard(panel).textMm * 0.9).toBeGreaterThanOrEqual(panel.viewingDistanceMm / 200);
  });

  test('measures the same hung upright as hung across', () => {
    const turned = { ...panel, widthPixels: panel.heightPixels, heightPixels: panel.widthPixels };
    expect(measureBoard(turned)).toEqual(measureBoard(panel));
  });
});

test('a 55-inch panel is 1218 mm by 685 mm', () => {
  const panel = shippedPanels.find(({ id }) => id === 'wall-55');
  const measures = panel && measureBoard(panel);
  expect(measures?.longSideMm).toBeCloseTo(1217.6, 0);
  expect(measures?.shortSideMm).toBeCloseTo(684.9, 0);
});
