import { millimetresOf, shippedPanels } from '@lobby/config';
import { describe, expect, it } from 'vitest';
import { panelSizes } from './panel-sizes.ts';

/** Of Noto Sans SC: height of a Hanzi's ink and of a Latin capital for one unit of font size. */
const hanziInk = 0.88;
const capital = 0.733;

const portrait = shippedPanels.filter((panel) => panel.heightPixels > panel.widthPixels);

describe.each(portrait)('on the panel $id', (panel) => {
  const picture = millimetresOf(panel);
  const sizes = panelSizes(picture);

  it('body text is high enough to be read standing', () => {
    expect(sizes.text * hanziInk).toBeGreaterThanOrEqual(4.9);
    expect(sizes.text * capital).toBeGreaterThanOrEqual((4.8 * panel.viewingDistanceMm) / 600);
  });

  it('everything that is touched is large enough, with space between', () => {
    expect(sizes.primary).toBeGreaterThanOrEqual(20);
    expect(sizes.target).toBeGreaterThanOrEqual(16);
    expect(sizes.strip).toBeGreaterThanOrEqual(16);
    expect(sizes.gap).toBeGreaterThanOrEqual(3);
  });

  it('what matters most is largest', () => {
    const order = [sizes.figure, sizes.time, sizes.title, sizes.name, sizes.lead, sizes.text, sizes.small];
    expect(order).toEqual([...order].sort((a, b) => b - a));
  });

  it('a ticket number fits in one line', () => {
    expect(sizes.figure * 0.6 * 5).toBeLessThanOrEqual(picture.widthMm - 2 * sizes.edge);
  });
});
