import { wayWording } from '@lobby/kiosk/src/flows/way/wording.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './story.ts';
import { asShown } from './terminal.ts';

const words = wayWording.zh;
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const chromium = process.env['LOBBY_CHROMIUM'];

test.use({
  launchOptions: {
    ...(chromium === undefined ? {} : { executablePath: chromium }),
    // The processor paints: what every machine has.
    args: [
      ...asRoot,
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--autoplay-policy=no-user-gesture-required',
    ],
  },
});

test('a call shows the way through the building, rests when it is over, and comes back after the graphics were lost', async ({
  story,
}) => {
  const screen = await story.openScreen('S-card');
  const desk = await story.openDesk('D-card-3', '1001');
  // The map of the demo is made ready beside the hub, which answers already; then this screen asks for its ways.
  const ways = screen.waitForResponse((reply) => reply.url().endsWith('/api/guide/way'), { timeout: 60_000 });
  await expect.poll(() => hasMap(screen), { timeout: 40_000 }).toBe(true);
  await screen.reload();
  await ways;

  await desk.keyboard.press('Space');
  const building = screen.locator('.way-there .building');
  await expect(building).toHaveAttribute('data-floor', '2', { timeout: 20_000 });
  await expect(building.locator('.here')).toBeVisible();
  await expect(building.locator('.destination')).toContainText('3 诊室');
  const before = await pictures(screen);
  await loseGraphics(screen);
  await expect.poll(() => pictures(screen), { timeout: 15_000 }).toBeGreaterThan(before);
  await expect(building.locator('.destination')).toContainText('3 诊室');
});

test('a terminal walks its reader through the building, a floor is chosen by hand, and it comes back by itself', async ({
  story,
}) => {
  const terminal = await story.openTerminal();
  // One still picture a floor, however fast this machine paints.
  await terminal.emulateMedia({ reducedMotion: 'reduce' });
  await press(terminal, words.open.name);
  await press(terminal, words.find.search);
  for (const letter of 'XNK')
    await terminal.locator('[data-keys]').getByRole('button', { name: letter, exact: true }).click();
  await terminal.locator('main li button', { hasText: '心' }).first().click();
  const building = terminal.locator('[data-plan] [data-floor]');
  await expect(building).toHaveAttribute('data-floor', '0', { timeout: 20_000 });
  await expect(building).toHaveAttribute('data-floor', '2', { timeout: 40_000 });
  await expect(terminal.locator('[data-way] li.now')).toHaveCount(1);

  await terminal.getByRole('group', { name: words.building.floors }).getByRole('button', { name: '四楼' }).click();
  await expect(building).toHaveAttribute('data-floor', '3');
  const still = await pictures(terminal);
  await terminal.waitForTimeout(5_000);
  expect(await pictures(terminal), 'nothing is drawn while nothing moves').toBe(still);
  await expect(building).toHaveAttribute('data-floor', '0', { timeout: 20_000 });
});

function hasMap(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const home = (await (await fetch('/api/guide')).json()) as { version?: string | null };
    return typeof home.version === 'string';
  });
}

async function pictures(page: Page): Promise<number> {
  return Number(await page.locator('[data-pictures]').first().getAttribute('data-pictures'));
}

/** As when a driver crashes: the browser takes the context away and gives it back. */
async function loseGraphics(page: Page): Promise<void> {
  await page.locator('.building canvas').evaluate(async (canvas) => {
    const context = (canvas as HTMLCanvasElement).getContext('webgl2');
    const lose = context?.getExtension('WEBGL_lose_context');
    lose?.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 500));
    lose?.restoreContext();
  });
}

function press(page: Page, label: string): Promise<void> {
  return page
    .locator('main')
    .getByRole('button', { name: asShown(label) })
    .first()
    .click();
}
