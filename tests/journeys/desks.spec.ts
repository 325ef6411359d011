import type { Page } from '@playwright/test';
import { expect, test } from './story.ts';

test('two doctors who press "next" at the same moment see different patients, until nobody waits', async ({
  story,
}) => {
  const desks = [await story.openDesk(1, '1001'), await story.openDesk(2, '1002')];
  const screen = await story.openScreen();
  const called: string[] = [];
  while (await somebodyWaits(desks)) {
    const labels = await Promise.all(desks.map(callNext));
    called.push(...labels.filter((label) => label !== ''));
    expect(new Set(called).size).toBe(called.length);
  }
  expect(called.length).toBeGreaterThanOrEqual(6);
  for (const label of called.slice(-2)) await expect(screen.locator('ul.rooms')).toContainText(label);
});

async function somebodyWaits(desks: readonly Page[]): Promise<boolean> {
  for (const desk of desks) if ((await desk.locator('tbody tr').count()) > 0) return true;
  return false;
}

/** Presses the space bar once the key is free; the label called, empty where the other desk was quicker. */
async function callNext(desk: Page): Promise<string> {
  const serving = desk.locator('.serving .label');
  const before = (await serving.count()) === 0 ? '' : await serving.textContent();
  const next = desk.locator('[data-action="next"]');
  await expect(async () => {
    const free = (await next.getAttribute('aria-disabled')) === 'false';
    expect(free || (await desk.locator('tbody tr').count()) === 0).toBe(true);
  }).toPass();
  await desk.keyboard.press('Space');
  await expect(desk.locator('[role="status"] p')).toBeVisible();
  const now = (await serving.count()) === 0 ? '' : ((await serving.textContent()) ?? '');
  return now === before ? '' : now;
}
