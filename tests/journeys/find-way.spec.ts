import { wayWording } from '@lobby/kiosk/src/flows/way/wording.ts';
import { phoneWayWording } from '@lobby/kiosk/src/routes/w/wording.ts';
import type { Browser, Page } from '@playwright/test';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { MapOperator } from './map-operator.ts';
import { expect, test } from './story.ts';
import { asShown } from './terminal.ts';

const words = wayWording.zh;

test('a visitor without a card finds a clinic by its initials, and takes the way along on paper and on a phone', async ({
  story,
  browser,
}) => {
  const terminal = await story.openTerminal();
  await search(terminal, 'XNK');
  await terminal.locator('main li button', { hasText: '心' }).first().click();
  await terminal.locator('[data-screen="way"]').waitFor();
  const steps = await stepsOf(terminal);
  expect(steps.length).toBeGreaterThan(1);
  await expect(terminal.locator('main svg[data-plan], main [data-plan] svg').first()).toBeVisible();

  const onScreen = codeIn(await terminal.locator('figure .code').screenshot());
  await press(terminal, words.way.print);
  await expect(terminal.locator('main')).toContainText(asShown(words.way.printed), { timeout: 20_000 });
  const { text, codes } = await story.bench.slipText(1);
  expect(text).toContain('怎么走');
  expect(text).toContain('回来的路');
  const address = codeIn(await story.bench.slipPicture(1));
  expect(codes).toEqual([address]);
  expect(onScreen).toBe(address);

  const phone = await openPhone(browser, address);
  await phone.locator('main[data-way]').waitFor();
  expect(await phone.locator('main ol .words').allInnerTexts()).toEqual(steps);
  const width = await phone.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);

  const inWords = phoneWayWording.zh;
  expect(steps.join()).toContain('扶梯');
  await phone.getByRole('link', { name: inWords.withoutStairs }).click();
  await expect(phone.locator('main')).toContainText(inWords.stepFree);
  const stepFree = await phone.locator('main ol .words').allInnerTexts();
  expect(stepFree.join()).toContain('号电梯');
  expect(stepFree.join()).not.toMatch(/楼梯|扶梯/);
  expect(phone.url()).toMatch(/\/w#[\w-]{60,80}$/);
  await phone.getByRole('link', { name: inWords.withStairs }).click();
  await expect(phone.locator('main ol .words')).toHaveText(steps);

  await phone.getByRole('button', { name: 'English' }).click();
  await expect(phone.locator('h1')).toContainText(/^To /);

  const forged = await openPhone(browser, `${address.slice(0, -4)}AAAA`);
  await expect(forged.locator('h1')).toHaveText(phoneWayWording.zh.trouble['link-forged'].title);

  await press(terminal, words.way.done);
  await terminal.locator('[data-screen="welcome"]').waitFor();
});

test('whoever comes with a wheelchair is led by lift, and asked before another lift takes its place', async ({
  story,
  browser,
}) => {
  const terminal = await story.openTerminal();
  await press(terminal, words.open.name);
  await terminal.getByRole('switch', { name: words.find.stepFree }).click();
  await press(terminal, words.find.search);
  await type(terminal, 'XNK');
  await terminal.locator('main li button', { hasText: '心' }).first().click();
  await terminal.locator('[data-screen="way"]').waitFor();
  await expect(terminal.getByRole('switch')).toHaveAttribute('aria-checked', 'true');
  const before = await stepsOf(terminal);
  const lift = /\d+ ?号电梯/.exec(before.join())?.[0] ?? '';
  expect(lift).not.toBe('');
  expect(before.join()).not.toMatch(/楼梯|扶梯/);

  await (await MapOperator.logIn(browser, story.house.hub)).change('make', lift);
  await expect(terminal.locator('.notice')).toContainText(asShown(words.changed.notice));
  expect(await stepsOf(terminal)).toEqual(before);

  await press(terminal, words.changed.take);
  await expect(terminal.locator('.notice')).toHaveCount(0);
  await terminal.locator('[data-screen="way"]').waitFor();
  const after = await stepsOf(terminal);
  expect(after.join()).toContain('号电梯');
  expect(after.join()).not.toContain(lift);
});

test('a patient who walks without stairs has no stairs on the paper of the ticket either', async ({ story }) => {
  const terminal = await story.openTerminal();
  await press(terminal, words.open.name);
  await terminal.getByRole('switch', { name: words.find.stepFree }).click();
  await story.bench.layDown('zhang-jianming');
  await terminal.locator('[data-screen="next-step"]').waitFor();
  const walk = terminal.locator('main').getByRole('button', { name: asShown(words.walkStepFree) });
  await expect(walk).toBeVisible();
  await terminal.getByRole('button', { name: /签到，打印号票/ }).click();
  await expect.poll(() => story.bench.slips(), { timeout: 20_000 }).toHaveLength(1);
  const { text } = await story.bench.slipText(1);
  expect(text).toContain('怎么走（不走楼梯）');
  expect(text).toMatch(/乘 ?\d+ ?号电梯/);
  expect(text).not.toContain('扶梯');
  await terminal.locator('[data-screen="ticket-printed"]').waitFor();
  await expect(walk).toBeVisible();
});

async function search(terminal: Page, letters: string): Promise<void> {
  await press(terminal, words.open.name);
  await press(terminal, words.find.search);
  await type(terminal, letters);
}

async function type(terminal: Page, letters: string): Promise<void> {
  for (const letter of letters)
    await terminal.locator('[data-keys]').getByRole('button', { name: letter, exact: true }).click();
}

function press(page: Page, label: string): Promise<void> {
  return page
    .locator('main')
    .getByRole('button', { name: asShown(label) })
    .first()
    .click();
}

function stepsOf(terminal: Page): Promise<string[]> {
  return terminal.locator('[data-way] ol .words').allInnerTexts();
}

function codeIn(picture: Buffer): string {
  const { data, width, height } = PNG.sync.read(picture);
  return jsqr.default(Uint8ClampedArray.from(data), width, height)?.data ?? '';
}

async function openPhone(browser: Browser, address: string): Promise<Page> {
  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' });
  const page = await phone.newPage();
  await page.goto(address);
  return page;
}
