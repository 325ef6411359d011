import type { Page } from '@playwright/test';
import { expect, test } from './story.ts';

test('a window of the pharmacy calls, somebody does not come and comes after all, and the screen says so', async ({
  story,
}) => {
  const [desk, screen] = await Promise.all([story.openDesk('D-phar-1', '5001'), story.openScreen('S-phar')]);
  const [first, second] = await desk.locator('tr[data-ticket] th').allTextContents();
  if (first === undefined || second === undefined) throw new Error('two people wait for medicine');
  const atWindow = screen.locator('.come li', { has: screen.locator('.window', { hasText: '1 号窗口' }) });
  const waiting = screen.locator('.wait li');
  await expect(waiting.filter({ hasText: first })).toBeVisible();

  await test.step('the next one is called to this window, and is on the screen with a masked name', async () => {
    await press(desk, 'Space');
    await expect(serving(desk)).toHaveText(first);
    await expect(atWindow.locator('.label')).toHaveText(first);
    await expect(atWindow.locator('.who')).toContainText('*');
    await expect(waiting.filter({ hasText: first })).toHaveCount(0);
    await expect(desk.locator('body')).toContainText('S-phar 已显示');
  });

  await test.step('whoever does not come leaves the screen, and the window has the next one', async () => {
    await press(desk, 'm');
    await desk.getByRole('dialog').waitFor();
    await desk.keyboard.press('Enter');
    await expect(serving(desk)).toHaveCount(0);
    await expect(atWindow.filter({ hasText: first })).toHaveCount(0);
    await press(desk, 'Space');
    await expect(serving(desk)).toHaveText(second);
    await expect(atWindow.locator('.label')).toHaveText(second);
  });

  await test.step('whoever has the medicine is done, and leaves the screen', async () => {
    await press(desk, 'f');
    await expect(serving(desk)).toHaveCount(0);
    await expect(screen.locator('.come')).not.toContainText(second);
  });

  await test.step('whoever comes after all is called out of the list of those who did not', async () => {
    const row = desk.locator('aside button', { hasText: first });
    await expect(async () => {
      await desk.keyboard.press('ArrowDown');
      await expect(row).toHaveAttribute('aria-current', 'true', { timeout: 100 });
    }).toPass();
    await desk.keyboard.press('Enter');
    await desk.getByRole('dialog').waitFor();
    await desk.keyboard.press('Enter');
    await expect(serving(desk)).toHaveText(first);
    await expect(atWindow.locator('.label')).toHaveText(first);
  });
});

function serving(desk: Page) {
  return desk.locator('.serving .label');
}

/** Presses a key once what the desk wanted before is answered. */
async function press(desk: Page, key: string): Promise<void> {
  await expect(desk.locator('[data-action="next"]')).toHaveAttribute('aria-disabled', 'false');
  await desk.keyboard.press(key);
}
