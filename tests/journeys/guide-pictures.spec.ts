import { expect, test, type Page } from '@playwright/test';
import { withGallery } from './gallery.ts';
import { expectPicture } from './golden-picture.ts';
import { addressOf, guidePictureFile, guidePictures, guideTolerance } from './guide-pictures.ts';
import { withMovement } from './with-movement.ts';

const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const chromium = process.env['LOBBY_CHROMIUM'];

test.use({
  ...withMovement,
  launchOptions: {
    ...(chromium === undefined ? {} : { executablePath: chromium }),
    // The processor paints: what every machine has, and alike on all of them.
    args: [...asRoot, '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  },
});

test('the guide looks as its golden pictures: each kind of step, by day and in the dark, upright and across, in both languages', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await withGallery(async (hub) => {
    // The map of the demo is made ready beside the hub, which answers already.
    const isReady = async (): Promise<boolean> => (await page.request.get(`${hub}/gallery/guide`)).ok();
    await expect.poll(isReady, { timeout: 60_000 }).toBe(true);
    for (const picture of guidePictures) {
      await page.setViewportSize(picture.size);
      await page.goto(`${hub}${addressOf(picture)}`);
      await isDrawn(page);
      await expectPicture(await page.screenshot(), { file: guidePictureFile(picture), tolerance: guideTolerance });
    }
  });
});

/** The building, or the plan, and all letters on it in their own fonts. */
async function isDrawn(page: Page): Promise<void> {
  await page.locator('[data-pictures], .paper svg').first().waitFor({ timeout: 60_000 });
  await page.evaluate(async () => {
    const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    do {
      await document.fonts.ready;
      await nextFrame();
      await nextFrame();
    } while (document.fonts.status !== 'loaded');
  });
}
