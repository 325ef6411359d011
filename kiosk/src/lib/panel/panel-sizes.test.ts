import { millimetresOf, shippedPanels } from '@lobby/config';
import { describe, expect, it } from 'vitest';
import { panelSizes } from './panel-sizes.ts';

/** Of Noto Sans SC: height of a Hanzi's ink and of a Latin capital for one unit of font size. */
const hanziInk = 0.88;
const capital = 0.733;

const portrait = shippedPanels.filter((panel) => panel.heightPixels > panel.widthPixels);

describe.each(portrait)('on the panel $id', (panel) => {
  const picture = millimetresOf(panel);
  const sizes = panelSizes(picture, 'standard');
  const elder = panelSizes(picture, 'elder');

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

  it('elder mode is larger than what older eyes and fingers need', () => {
    expect(elder.small * hanziInk).toBeGreaterThanOrEqual(6.5);
    expect(elder.small * capital).toBeGreaterThanOrEqual(6.1);
    expect(elder.primary).toBeGreaterThanOrEqual(25);
    expect(elder.target).toBeGreaterThanOrEqual(18);
    expect(elder.strip).toBeGreaterThanOrEqual(18);
    expect(elder.gap).toBeGreaterThanOrEqual(4);
    expect([elder.strip, elder.edge]).toEqual([sizes.strip, sizes.edge]);
  });

  it.each([sizes, elder])('what matters most is largest', (each) => {
    const order = [each.figure, each.time, each.title, each.name, each.lead, each.text, each.small];
    expect(order).toEqual([...order].sort((a, b) => b - a));
  });

  it.each([sizes, elder])('a ticket number fits in one line', (each) => {
    expect(each.figure * 0.6 * 5).toBeLessThanOrEqual(picture.widthMm - 2 * each.edge);
  });
});
