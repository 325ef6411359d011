import { expect, test, type Browser, type Page } from '@playwright/test';
import { withGallery } from './gallery.ts';
import { withLatinOnly } from './latin-only.ts';

/** Characters of people's names: 䶮 and 㛃 of extension A, 鿍 and those beyond the basic plane of later ones. */
const rare = ['䶮', '㛃', '𠅤', '鿍', '𫖯'];

test('names with rare characters are written where no Chinese font is installed', async ({ launchOptions }) => {
  await withLatinOnly(launchOptions, (browser) =>
    withGallery(async (hub, house) => {
      await test.step('this browser has no Chinese font of its own', async () => {
        const page = await open(browser, 'data:text/html;charset=utf-8,<p lang="zh-CN">绍兴䶮</p>');
        expect(await areDrawn(page, ['绍', '兴', '䶮'])).toBe(false);
      });
      await test.step('terminal', async () => {
        const page = await open(browser, `${hub}/gallery/choose-patient-rare-names`);
        await showsRareNames(page);
      });
      await test.step('waiting-area screen', async () => {
        const page = await open(browser, `${hub}/gallery/board?situation=rare-names`);
        await showsRareNames(page);
      });
      await test.step('desk', async () => {
        const page = await logIn(browser, new URL(hub).port);
        // No demo patient of this desk has such a name; the fonts of its page do not know that.
        const written = page.locator('td bdi').first();
        await written.evaluate((name, text) => (name.textContent = text), rare.join(''));
        await showsRareNames(page);
      });
      await test.step('terminal whose hub has gone away', async () => {
        const page = await open(browser, `${house.agent}/terminal`);
        await page.locator('[data-screen="welcome"]').waitFor();
        house.processes.hub.kill();
        await page.locator('[data-screen="out-of-service"]').waitFor({ timeout: 30_000 });
        await expect.poll(() => fontsFromElsewhere(page), { timeout: 15_000 }).toEqual([]);
      });
    }),
  );
});

async function open(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1280 } });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function logIn(browser: Browser, hubPort: string): Promise<Page> {
  const page = await open(browser, `http://desk2.localhost:${hubPort}/desk`);
  await page.getByRole('textbox').first().fill('1001');
  await page.locator('input[type="password"]').fill('demo-1001');
  await page.locator('button.main:enabled').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('td bdi').first().waitFor();
  return page;
}

/** Every character on the page, rare ones among them, is drawn, and by a font that came with the page. */
async function showsRareNames(page: Page): Promise<void> {
  const body = page.locator('body');
  for (const character of rare) await expect(body).toContainText(character);
  await expect.poll(() => fontsFromElsewhere(page)).toEqual([]);
  expect(await areDrawn(page, rare)).toBe(true);
}

/** Names of the fonts in use that the page has not brought along. */
async function fontsFromElsewhere(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body *' });
  const used = await Promise.all(nodeIds.map((nodeId) => devtools.send('CSS.getPlatformFontsForNode', { nodeId })));
  await devtools.detach();
  const fonts = used.flatMap((node) => node.fonts);
  if (fonts.length === 0) return ['no font at all'];
  return fonts.filter((font) => !font.isCustomFont).map((font) => font.familyName);
}

/** Whether each of the characters looks different from the others and from one that no font has: boxes look alike. */
function areDrawn(page: Page, characters: readonly string[]): Promise<boolean> {
  return page.evaluate(async (wanted) => {
    const { fontFamily } = getComputedStyle(document.body);
    const font = `64px ${fontFamily}`;
    await document.fonts.load(font, wanted.join(''));
    const pictures = [...wanted, '\u{10fffd}'].map((character) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 96;
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no canvas');
      pen.font = font;
      pen.fillText(character, 8, 72);
      return canvas.toDataURL();
    });
    return new Set(pictures).size === pictures.length;
  }, characters);
}
