import { createServer, type AddressInfo } from 'node:net';
import { themes } from '@lobby/display/guide/view/theme.ts';
import { elevation } from '@lobby/display/guide/walk/camera-path.ts';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { drawAtOnce, playCalls } from '../support/guide-day.ts';
import { openGuideStage, type GuideStage } from '../support/guide-stage.ts';
import { leftOf, type Left } from '../support/what-is-left.ts';
import {
  building,
  canvasSize,
  costOf,
  heldOf,
  isAtRest,
  loseGraphics,
  openStage,
  pictures,
  show,
  type Held,
} from './stage-page.ts';
import { withMovement } from './with-movement.ts';

const path = process.env['LOBBY_CHROMIUM'];
const launch = {
  ...(path === undefined ? {} : { executablePath: path }),
  // The processor paints: what every machine has.
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
  ],
};
const landscape = { width: 640, height: 360 };
const portrait = { width: 360, height: 640 };

test.use({
  ...withMovement,
  launchOptions: launch,
  viewport: landscape,
  // A trace takes a picture of each picture.
  trace: { mode: 'retain-on-failure', screenshots: false },
});

let stage: GuideStage;
test.beforeAll(async () => {
  stage = await openGuideStage();
});
test.afterAll(() => stage.close());

let complaints: string[];
test.beforeEach(async ({ page }) => {
  complaints = await openStage(page, stage.address);
});
test.afterEach(() => {
  expect(complaints, 'neither the page nor the browser complains').toEqual([]);
});

test('a building that is taken away leaves nothing, however often: no geometry, program, context, timer or listener', async ({
  page,
}) => {
  const look = await leftOf(page);
  await comeAndGo(page, 6);
  const before = await look();
  // Browsers give sixteen contexts to a page.
  await comeAndGo(page, 18);
  const after = await look();
  expect(after).toEqual({ ...before, heap: expect.any(Number) });
  expect(after.contexts).toBe(0);
  expect(after.heap - before.heap, 'bytes').toBeLessThan(1_000_000);
});

test('call after call, memory stays as it was', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 320, height: 180 } });
  await drawAtOnce(page);
  complaints = await openStage(page, stage.address);
  const look = await leftOf(page);
  const play = async (from: number, to: number): Promise<readonly [Left, Held]> => {
    await playCalls(page, { from, to });
    return [await look(), heldOf(await costOf(page))];
  };
  const [before, held] = await play(0, 116);
  const [after, heldAfter] = await play(116, 260);
  expect(heldAfter).toEqual(held);
  expect(after).toEqual({ ...before, heap: expect.any(Number) });
  // The engine itself keeps some 0.2 MB more while it warms up; a call that left anything behind would leave as much each.
  expect(after.heap - before.heap, 'bytes').toBeLessThan(500_000);
  await page.close();
});

test('a walk goes on after the graphics were lost and the screen was turned, and then nothing is drawn', async ({
  page,
}) => {
  await show(page, { way: 1 });
  await expect(building(page)).toHaveAttribute('data-floor', '0');
  const before = await pictures(page);
  await loseGraphics(page, 'for a while');
  await expect.poll(() => pictures(page)).toBeGreaterThan(before + 3);
  await expect(building(page)).toHaveAttribute('data-floor', '3', { timeout: 30_000 });

  await page.setViewportSize(portrait);
  await expect.poll(() => canvasSize(page)).toEqual(portrait);
  await expect(building(page)).toHaveAttribute('data-floor', '3');
  await expect.poll(() => isAtRest(page), { timeout: 30_000 }).toBe(true);
  await expectUnstretched(page);

  const still = await pictures(page);
  await page.setViewportSize(landscape);
  await expect.poll(() => canvasSize(page)).toEqual(landscape);
  await expectUnstretched(page);
  await page.waitForTimeout(5_000);
  expect(await pictures(page), 'one picture for another size').toBe(still + 1);

  await loseGraphics(page, 'for a while');
  await expect.poll(() => pictures(page), { message: 'what stood stands again' }).toBe(still + 2);
  expect(await isAtRest(page)).toBe(true);
});

test('where the graphics are lost for good the plan stands, even when another way was wished meanwhile', async ({
  page,
}) => {
  await show(page, { as: 'guide' });
  await expect.poll(() => pictures(page)).toBeGreaterThan(3);
  await loseGraphics(page, 'for good');
  await show(page, { as: 'guide', way: 1, turn: 'next' });
  await expect(page.locator('.plan svg')).toBeVisible();
  await expect(building(page)).toHaveCount(0);
  await show(page, null);
  await show(page, { as: 'guide' });
  await expect(page.locator('.plan svg')).toBeVisible();
});

test('another plan, no way, a way astray, and floors that are refused', async ({ page }) => {
  await show(page, { way: 0 });
  await expect(page.locator('.here')).toBeVisible();
  const triangles = (await costOf(page)).triangles;
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/mesh/second/*', async (route) => {
    await held;
    await route.continue();
  });
  await show(page, { way: 0, version: 'second' });
  await page.setViewportSize(portrait);
  await expect.poll(() => canvasSize(page)).toEqual(portrait);
  expect((await costOf(page)).triangles).toBe(triangles);
  letGo();
  await expect.poll(async () => (await costOf(page)).triangles).toBeGreaterThan(triangles);

  await show(page, { way: null, version: 'second' });
  await expect(building(page)).toHaveAttribute('data-floor', 'all');
  await show(page, { way: 0, version: 'second', ordinal: 1 });
  await expect(building(page)).toHaveAttribute('data-floor', '1');
  await show(page, { way: 'astray' });
  await expect(page).toHaveTitle('unable: floors');

  await show(page, null);
  await page.route('**/mesh/first/*', (route) => route.fulfill({ status: 503 }));
  await show(page, { as: 'guide' });
  await expect(page.locator('.plan svg')).toBeVisible();
  complaints.splice(0);
  await page.unroute('**/mesh/first/*');
  await show(page, { as: 'guide', turn: 'the next call' });
  await expect(building(page)).toHaveAttribute('data-floor', '0');
  await expect(page.locator('.plan svg')).toHaveCount(0);
});

test('who wants no movement sees one picture a step, and nothing swells or moves between', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const { step, floor } = document.querySelector<HTMLElement>('.building')?.dataset ?? {};
      const now = `step ${step} on ${floor}`;
      if (step !== undefined && seen.at(-1) !== now) seen.push(now);
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await show(page, {});
  await expect(building(page)).toHaveAttribute('data-step', '0');
  const first = await pictures(page);
  await expect(building(page)).toHaveAttribute('data-floor', '3', { timeout: 15_000 });
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([
    'step 0 on 0',
    'step 1 on 0',
    'step 2 on 3',
  ]);
  expect(await pictures(page)).toBe(first + 2);
  expect(await page.evaluate(() => window.waiting.mostFrames)).toBe(0);
  await expect.poll(() => isAtRest(page)).toBe(true);
});

test('in a tab that nobody sees nothing is drawn, and the walk goes on where it was', async () => {
  const port = await freePort();
  const owner = await chromium.launch({ ...launch, args: [...launch.args, `--remote-debugging-port=${port}`] });
  try {
    // Without what Playwright usually does to a page: keep it in the front for ever.
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
    await hideAndSeek(browser);
  } finally {
    await owner.close();
  }
});

async function hideAndSeek(browser: Browser): Promise<void> {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('a browser without windows');
  const [page, other] = [await context.newPage(), await context.newPage()];
  await page.bringToFront();
  await openStage(page, stage.address);
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion });
    await show(page, null);
    await show(page, { turn: reducedMotion });
    await expect(building(page)).toHaveAttribute('data-floor', '0');
    await other.bringToFront();
    await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
    const before = await pictures(page);
    // Longer than the walk stays on this floor.
    await other.waitForTimeout(reducedMotion === 'reduce' ? 4_500 : 8_000);
    expect(await pictures(page)).toBe(before);
    await page.bringToFront();
    await expect.poll(() => pictures(page)).toBeGreaterThan(before);
    await expect(building(page), 'not carried on by the time that nobody looked').toHaveAttribute('data-floor', '0');
    await expect(building(page)).toHaveAttribute('data-floor', '3', { timeout: 30_000 });
    await expect(page).toHaveTitle('ready');
  }
  await other.bringToFront();
  const before = await pictures(page);
  await show(page, { way: 1, turn: 'while nobody looks' });
  await show(page, { way: 2, turn: 'while nobody looks', ordinal: 1 });
  expect(await pictures(page)).toBe(before);
  await page.bringToFront();
  await expect(building(page)).toHaveAttribute('data-floor', '1');
  expect(await pictures(page)).toBe(before + 1);
}

/** Shows a building of either venue, another way, a floor, and takes it away: each time all that it held is gone. */
async function comeAndGo(page: Page, times: number): Promise<void> {
  const left = await page.evaluate(async (often) => {
    const painted = async (): Promise<void> => {
      while (document.querySelector('[data-pictures]') === null) await new Promise((done) => setTimeout(done, 5));
    };
    const found = new Set<string>();
    for (let time = 0; time < often; time += 1) {
      const version = time % 3 === 0 ? 'second' : 'first';
      await window.stage.show({ version, way: time });
      await painted();
      if (window.stage.cost()?.programs === 0) found.add('nothing was held');
      const context = document.querySelector('canvas')?.getContext('webgl2');
      await window.stage.show({ version, way: time + 1, ordinal: time % 2 === 0 ? 1 : null });
      if (time % 4 === 0) await window.stage.show({ version: 'first', way: null });
      await window.stage.show(null);
      const { geometries, textures, programs } = window.stage.cost() ?? {};
      if (context?.isContextLost() !== true) found.add('the context was kept');
      const { frames, timers } = window.waiting;
      found.add(JSON.stringify({ geometries, textures, programs, frames: frames.size, timers: timers.size }));
    }
    return [...found];
  }, times);
  expect(left).toEqual([JSON.stringify({ geometries: 0, textures: 0, programs: 0, frames: 0, timers: 0 })]);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * The room that the way ends at is a rectangle whose sides lie along the reader's heading: so it is on the picture, as
 * wide as in the plan, and as deep as it looks from that height.
 */
async function expectUnstretched(page: Page): Promise<void> {
  const { plan, ways } = stage.venues[0] ?? {};
  const room = plan?.levels.at(-1)?.units.find(({ id }) => id === ways?.[1]?.to.id);
  const [[x, y] = [0, 0], , [toX, toY] = [0, 0]] = room?.polygons[0]?.[0] ?? [];
  const labels = await page.addStyleTag({ content: '.layer { visibility: hidden }' });
  const seen = boxOf(PNG.sync.read(await page.screenshot()), themes.light.destination);
  await labels.evaluate((style) => (style as HTMLElement).remove());
  const looksDeep = Math.sin((elevation * Math.PI) / 180);
  expect(seen.width / seen.height / ((toX - x) / ((toY - y) * looksDeep))).toBeCloseTo(1, 1);
  expect(seen.pixels / (seen.width * seen.height), 'upright, but for the line that ends in it').toBeGreaterThan(0.8);
}

/** Where a picture has a colour. */
function boxOf({ data, width }: PNG, colour: number): { width: number; height: number; pixels: number } {
  const places = Array.from({ length: data.length / 4 }, (_, index) => index).filter(
    (index) => data.readUIntBE(4 * index, 3) === colour,
  );
  const columns = places.map((index) => index % width);
  const extent = (values: readonly number[]): number =>
    values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), Infinity) + 1;
  return {
    width: extent(columns),
    height: extent(places.map((index) => Math.floor(index / width))),
    pixels: places.length,
  };
}
