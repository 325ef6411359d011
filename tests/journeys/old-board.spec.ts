import type { Browser, Page } from '@playwright/test';
import { expect, test } from './story.ts';
import { withMovement } from './with-movement.ts';

test.use(withMovement);

test('a board of 2021 behind a door shows calls, and the way on the flat plan', async ({ story, browser }) => {
  const wrong: string[] = [];
  const hub = new URL(story.house.hub).port;
  const open = (id: string) => openOld(browser, `http://screen.localhost:${hub}/display?as=${id}`, wrong);
  const [area, door] = await Promise.all([open('S-card'), open('S-card-3')]);
  const desk = await story.openDesk('D-card-3', '1001');
  const ways = area.waitForResponse((reply) => reply.url().endsWith('/api/guide/way'), { timeout: 60_000 });
  await expect.poll(() => hasMap(area), { timeout: 40_000 }).toBe(true);
  await area.reload();
  await ways;

  await desk.keyboard.press('Space');
  await expect(door.locator('.served.turn .label')).toBeVisible({ timeout: 20_000 });
  await expect(area.locator('.way-there svg g.here')).toBeVisible({ timeout: 20_000 });
  await expect(area.locator('.way-there svg g.goal')).toContainText('3 诊室');
  expect(wrong).toEqual([]);
});

async function openOld(browser: Browser, address: string, wrong: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  await context.addInitScript(takeAway);
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => message.text().includes('is not a function') && wrong.push(message.text()));
  await page.goto(address);
  return page;
}

/** Runs in the page: takes away what Chromium 88 does not have, or Android's browsers, and the graphics. */
function takeAway(): void {
  const away: readonly (readonly [object, string])[] = [
    ...['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'].map(
      (name) => [Array.prototype, name] as const,
    ),
    ...['at', 'isWellFormed', 'toWellFormed'].map((name) => [String.prototype, name] as const),
    ...['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'].map(
      (name) => [Set.prototype, name] as const,
    ),
    ...['hasOwn', 'groupBy'].map((name) => [Object, name] as const),
    ...['timeout', 'any'].map((name) => [AbortSignal, name] as const),
    ...['withResolvers', 'try'].map((name) => [Promise, name] as const),
    ...['SharedWorker', 'structuredClone', 'Iterator', 'Temporal'].map((name) => [globalThis, name] as const),
    [Map, 'groupBy'],
    [Array, 'fromAsync'],
  ];
  for (const [of, name] of away) Reflect.deleteProperty(of, name);
  HTMLCanvasElement.prototype.getContext = () => null;
}

function hasMap(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const home = (await (await fetch('/api/guide')).json()) as { version?: string | null };
    return typeof home.version === 'string';
  });
}
