import { says } from '@lobby/display/calls/wording.ts';
import { wayWording } from '@lobby/kiosk/src/flows/way/wording.ts';
import type { Page } from '@playwright/test';
import { MapOperator } from './map-operator.ts';
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
    // As on an old board: no WebGL, by no graphics card and by no processor.
    args: [...asRoot, '--disable-gpu', '--disable-3d-apis', '--autoplay-policy=no-user-gesture-required'],
  },
  hasGallery: true,
});

test('where nothing can be drawn in space, the lobby shows its floors one after the other, with who waits where', async ({
  story,
}) => {
  // The pages of the clinics come first, twelve seconds each: the longest journey here, so it begins first.
  test.slow();
  const lobby = await story.openScreen('S-lobby');
  await expect.poll(() => hasMap(lobby), { timeout: 40_000 }).toBe(true);
  const wrong = complaintsOf(lobby);
  const three = scriptsWithThree(lobby);
  await lobby.reload();
  const floors = lobby.locator('.house .plan svg[role="img"]');
  await expect(async () => {
    const { sign, listed, order } = await cardiologyIn(lobby);
    expect(sign).toMatch(/心内科 \d+/);
    expect(/\d+/.exec(sign ?? '')?.[0]).toBe(listed);
    expect(order, 'lines to the halls lie under the signs').toMatch(/^(path )+(g ?)+$/);
  }).toPass({ timeout: 120_000 });
  const seen = new Set<string | null>();
  await expect(async () => {
    for (const floor of await floors.all()) seen.add(await floor.getAttribute('aria-label', { timeout: 500 }));
    expect(seen.size).toBe(await lobby.locator('.house li').count());
  }).toPass({ timeout: 90_000 });
  expect(await three()).toEqual([]);
  expect(wrong).toEqual([]);
});

test('a screen on which nothing can be drawn in space leads by the plan, and says at once that the way is closed, and open again', async ({
  story,
  browser,
}) => {
  const desk = await story.openDesk('D-card-3', '1001');
  await expect.poll(() => hasMap(desk), { timeout: 40_000 }).toBe(true);
  const operator = await MapOperator.logIn(browser, story.house.hub);
  const screen = await story.openScreen('S-card');
  expect(await screen.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull();
  const wrong = complaintsOf(screen);
  const three = scriptsWithThree(screen);
  const ways = screen.waitForResponse((reply) => reply.url().endsWith('/api/guide/way'), { timeout: 60_000 });
  await screen.reload();
  await ways;

  await desk.keyboard.press('Space');
  const there = screen.locator('.way-there');
  await expect(there.locator('.plan path.goal')).toBeVisible({ timeout: 20_000 });
  await expect(there.locator('.steps [aria-current="step"]')).toContainText('诊室', { timeout: 20_000 });
  await operator.change('make', '心内科候诊区');
  await expect(there).toContainText(says.wayGone.zh);
  await expect(there.locator('.plan path.ribbon')).toHaveCount(0);
  await operator.change('take-back', '心内科候诊区');
  await expect(there.locator('.plan path.ribbon')).toBeVisible();
  expect(await three()).toEqual([]);
  expect(wrong).toEqual([]);
});

test('where nothing can be drawn in space, the plan leads floor by floor, and a terminal shows its floors side by side', async ({
  story,
}) => {
  await leadsFloorByFloor(await story.openScreen('S-card'), story.house.hub);
  await terminalLeads(await story.openTerminal());
});

/** What the lobby shows of cardiology, on the plan and in the list, at one moment: floors and pages turn. */
function cardiologyIn(
  lobby: Page,
): Promise<{ readonly sign: string | undefined; readonly listed: string | undefined; readonly order: string }> {
  return lobby.evaluate(() => {
    const having = (selector: string): Element | undefined =>
      [...document.querySelectorAll(`.house ${selector}`)].find(({ textContent }) => textContent.includes('心内科'));
    const sign = having('.plan .busy');
    const drawn = sign?.closest('.plan')?.querySelectorAll('svg > :is(g.busy, path)') ?? [];
    return {
      sign: sign?.textContent,
      listed: having('.area')?.querySelector('b')?.textContent,
      order: [...drawn].map(({ tagName }) => tagName).join(' '),
    };
  });
}

async function leadsFloorByFloor(page: Page, hub: string): Promise<void> {
  await expect.poll(() => hasMap(page), { timeout: 40_000 }).toBe(true);
  await page.goto(`${hub}/gallery/guide?picture=plan&turn=1&theme=dark&profile=elder&to=area.cardiology-3f`);
  await expect(page.locator('.plan')).toHaveAttribute('data-leg', '0');
  await expect(page.locator('.plan path.goal')).toHaveCount(0);
  await expect(page.locator('.plan')).toHaveAttribute('data-leg', '1', { timeout: 20_000 });
  await expect(page.locator('.plan path.goal')).toBeVisible();
}

async function terminalLeads(terminal: Page): Promise<void> {
  const wrong = complaintsOf(terminal);
  const three = scriptsWithThree(terminal);
  await terminal.reload();
  const press = (label: string): Promise<void> =>
    terminal
      .locator('main')
      .getByRole('button', { name: asShown(label) })
      .first()
      .click();
  await press(words.open.name);
  await press(words.find.search);
  for (const letter of 'XNK')
    await terminal.locator('[data-keys]').getByRole('button', { name: letter, exact: true }).click();
  await terminal.locator('main li button', { hasText: '心' }).first().click();
  await expect(terminal.locator('[data-plan] .plan path.goal')).toBeVisible();
  expect(await terminal.locator('[data-plan] .plan').count()).toBeGreaterThan(1);
  expect(await three()).toEqual([]);
  expect(wrong).toEqual([]);
}

/** What the page's console calls an error, and what breaks on it. */
function complaintsOf(page: Page): readonly string[] {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  return wrong;
}

function hasMap(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const home = (await (await fetch('/api/guide')).json()) as { version?: string | null };
    return typeof home.version === 'string';
  });
}
