import { wayWording } from '@lobby/kiosk/src/flows/way/wording.ts';
import type { Page } from '@playwright/test';
import type { DeviceBench } from './device-bench.ts';
import { expect, test } from './story.ts';
import { asShown } from './terminal.ts';
import { scriptsWithThree } from './three-scripts.ts';
import { withMovement } from './with-movement.ts';

const words = wayWording.zh;
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const chromium = process.env['LOBBY_CHROMIUM'];

test.use({
  ...withMovement,
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
  // It waits out the time after which a picture that was left alone goes back.
  test.slow();
  const terminal = await story.openTerminal();
  // One still picture a step, however fast this machine paints.
  await terminal.emulateMedia({ reducedMotion: 'reduce' });
  const three = scriptsWithThree(terminal);
  await terminal.reload();
  await findHeartClinic(terminal);
  const building = terminal.locator('[data-plan] [data-floor]');
  await expect(building).toHaveAttribute('data-floor', '0', { timeout: 20_000 });
  await expect(building).toHaveAttribute('data-floor', '2', { timeout: 40_000 });
  await expect(terminal.locator('[data-way] li.now')).toHaveCount(1);
  expect(await three(), 'it comes once, with the building').toHaveLength(1);
  const floors = terminal.getByRole('group', { name: words.building.floors });
  await expect(floors.locator('[aria-current]')).toHaveAccessibleName('三楼');

  await floors.getByRole('button', { name: '四楼' }).click();
  await expect(building).toHaveAttribute('data-floor', '3');
  await expect(floors.locator('[aria-current]')).toHaveAccessibleName('四楼');
  const still = await picturesAtRest(terminal);
  await terminal.waitForTimeout(5_000);
  expect(await pictures(terminal), 'nothing is drawn while nothing moves').toBe(still);
  await expect(building).toHaveAttribute('data-floor', '0', { timeout: 20_000 });
});

test('keys alone do what fingers do on a terminal, and a step previews its way before it is asked for', async ({
  story,
}) => {
  const terminal = await story.openTerminal();
  await terminal.emulateMedia({ reducedMotion: 'reduce' });
  await findHeartClinic(terminal);
  await expect(terminal.locator('[data-plan] [data-floor]')).toBeVisible({ timeout: 20_000 });
  await goByKeysAlone(terminal);
  await previewsAtStep(terminal, story.bench);
});

/** Chooses a floor, looks round on it and goes to another room, without a touch. */
async function goByKeysAlone(terminal: Page): Promise<void> {
  const floors = terminal.getByRole('group', { name: words.building.floors });
  const third = floors.getByRole('button', { name: '三楼' });
  await third.focus();
  await terminal.keyboard.press('Enter');
  await expect(third).toHaveAttribute('aria-pressed', 'true');
  const picture = terminal.getByRole('application', { name: words.building.picture });
  await picture.focus();
  await terminal.keyboard.press('+');
  const inRing = picture.getByRole('status');
  const goal = asShown(await terminal.locator('h1').innerText());
  await expect(async () => {
    await terminal.keyboard.press('ArrowRight');
    await expect(inRing).not.toBeEmpty({ timeout: 200 });
    expect(goal).not.toContain(await inRing.innerText());
  }).toPass({ timeout: 10_000 });
  const room = await inRing.innerText();
  await terminal.keyboard.press('Enter');
  await expect(terminal.locator('h1')).toContainText(room);
}

/** Whoever lays a card down sees the way to where the card leads, before anything is asked for. */
async function previewsAtStep(terminal: Page, bench: DeviceBench): Promise<void> {
  await press(terminal, words.way.done);
  await terminal.locator('[data-screen="welcome"]').waitFor();
  await bench.layDown('zhang-jianming');
  const preview = terminal.locator('[data-screen="next-step"] [data-plan] .building');
  await expect(preview).toHaveAttribute('data-floor', '2', { timeout: 40_000 });
  await expect(preview.locator('.destination')).toContainText('心内科候诊区');
  await expect(terminal.locator('[data-way] li.now')).toHaveCount(1);
}

test.describe('where the settings want no building', () => {
  test.use({
    otherLines: {
      'id: S-card,': 'id: S-card, guide: plan,',
      'id: S-neur,': 'id: S-neur, guide: none,',
      'id: K01': 'id: K01\n    guide: none',
    },
  });

  test('one screen leads by the plan, another one and the terminal by words alone, and none of them asks for three', async ({
    story,
  }) => {
    const screen = await story.openScreen('S-card');
    await expect.poll(() => hasMap(screen), { timeout: 40_000 }).toBe(true);
    const desk = await story.openDesk('D-card-3', '1001');
    const three = scriptsWithThree(screen);
    const ways = screen.waitForResponse((reply) => reply.url().endsWith('/api/guide/way'), { timeout: 60_000 });
    await screen.reload();
    await ways;
    await desk.keyboard.press('Space');
    await expect(screen.locator('.way-there .plan path.goal')).toBeVisible({ timeout: 20_000 });
    await expect(screen.locator('.way-there .building')).toHaveCount(0);

    const quiet = await story.openScreen('S-neur');
    const threeOfQuiet = scriptsWithThree(quiet);
    await quiet.reload();
    await (await story.openDesk('D-neur-301', '1006')).keyboard.press('Space');
    await expect(quiet.locator('.now.turn')).toBeVisible({ timeout: 20_000 });
    await expect(quiet.locator('.way-there')).toHaveCount(0);

    const terminal = await story.openTerminal();
    const threeOfTerminal = scriptsWithThree(terminal);
    await terminal.reload();
    await findHeartClinic(terminal);
    await expect(terminal.locator('[data-way] li')).not.toHaveCount(0);
    await expect(terminal.locator('[data-plan]')).toHaveCount(0);
    expect([await three(), await threeOfQuiet(), await threeOfTerminal()]).toEqual([[], [], []]);
  });
});

async function findHeartClinic(terminal: Page): Promise<void> {
  await press(terminal, words.open.name);
  await press(terminal, words.find.search);
  for (const letter of 'XNK')
    await terminal.locator('[data-keys]').getByRole('button', { name: letter, exact: true }).click();
  await terminal.locator('main li button', { hasText: '心' }).first().click();
}

function hasMap(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const home = (await (await fetch('/api/guide')).json()) as { version?: string | null };
    return typeof home.version === 'string';
  });
}

async function pictures(page: Page): Promise<number> {
  return Number(await page.locator('[data-pictures]').first().getAttribute('data-pictures'));
}

/** How many were drawn, once no more are: the floor that was chosen is drawn after its button has been pressed. */
async function picturesAtRest(page: Page): Promise<number> {
  let drawn = await pictures(page);
  await expect(async () => {
    await page.waitForTimeout(500);
    const before = drawn;
    drawn = await pictures(page);
    expect(drawn).toBe(before);
  }).toPass();
  return drawn;
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
