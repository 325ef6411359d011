import { expect, it } from 'vitest';
import { millimetresOf, shippedPanels } from './panel.ts';

it('a 21.5 inch portrait panel is 268 mm wide and shows about 4 pixels a millimetre', () => {
  const panel = shippedPanels.find((candidate) => candidate.id === 'portrait-21');
  if (panel === undefined) throw new Error('portrait-21 does not ship');
  const size = millimetresOf(panel);
  expect(size.widthMm).toBeCloseTo(267.7, 0);
  expect(size.heightMm).toBeCloseTo(476, 0);
  expect(size.pixelsPerMm).toBeCloseTo(4.03, 1);
});

it.each(shippedPanels)('$id has square pixels', (panel) => {
  const size = millimetresOf(panel);
  expect(size.widthMm / size.heightMm).toBeCloseTo(panel.widthPixels / panel.heightPixels, 6);
});
