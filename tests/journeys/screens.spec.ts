import { shippedPanels } from '@lobby/config';
import { modes } from '@lobby/kiosk/src/lib/panel/mode.ts';
import { expect, test, type Page } from '@playwright/test';
import { withGallery } from './gallery.ts';
import { screenRules } from './screen-rules.ts';
import { lookAtScreens, type SeenScreen } from './seen-screen.ts';

const portrait = shippedPanels.filter((panel) => panel.heightPixels > panel.widthPixels);

test('every screen can be read, reached and understood on every panel in both languages and both modes', async ({
  page,
}) => {
  // Hundreds of screens on every panel: the only journey that is longer than a patient's.
  test.setTimeout(240_000);
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`page: ${error.message}`));
  await withGallery(async (hub) => {
    for (const panel of portrait) {
      const strips: SeenScreen[] = [];
      for (const mode of modes) {
        const screens = await look(page, `${hub}/gallery?panel=${panel.id}&mode=${mode}&size=panel`);
        expect(screens.length).toBeGreaterThan(100);
        for (const screen of screens)
          for (const rule of screenRules)
            wrong.push(...rule(screen, { panel, mode }).map((what) => `${panel.id} ${mode} ${screen.name}: ${what}`));
        strips.push(...screens);
      }
      wrong.push(...wanderingStrips(strips).map((name) => `${panel.id} ${name}: its strip is elsewhere`));
    }
  });
  expect(wrong).toEqual([]);
});

/** All screens at the size they have on the panel. */
async function look(page: Page, gallery: string): Promise<SeenScreen[]> {
  await page.goto(gallery);
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  return page.locator('[data-picture]').evaluateAll(lookAtScreens);
}

/** Screens whose strip at the bottom does not lie where it lies on the first one. */
function wanderingStrips(screens: readonly SeenScreen[]): string[] {
  const placeOf = ({ strip }: SeenScreen): string =>
    strip.map(({ top, left, right }) => [top, left, right].map(Math.round).join(' ')).join(', ');
  return screens.filter((screen) => placeOf(screen) !== placeOf(screens[0] ?? screen)).map(({ name }) => name);
}
