import { expect, test } from './story.ts';

test('an operator enrols a screen, hands out a badge, and sees a self-test go from red to green', async ({
  story,
  browser,
}) => {
  await story.openTerminal();
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(`${story.house.hub}/operator`);
  await page.getByRole('button', { name: /叶凯/ }).click();
  await page.getByRole('button', { name: '登录', exact: true }).click();
  const tab = (name: string) => page.getByRole('navigation').getByRole('button', { name });

  await page.locator('li', { hasText: 'S-emer' }).getByRole('button', { name: '启用码' }).click();
  const code = await page.locator('dialog .secret').innerText();
  const tablet = await (await browser.newContext()).newPage();
  await tablet.goto(`${story.house.hub}/display#${code}`);
  await tablet.getByRole('button', { name: /注册屏幕/ }).click();
  await expect(page.locator('dialog')).toContainText('已经用上了');
  await expect(tablet.locator('body')).toContainText('急诊');
  expect(new URL(tablet.url()).hash).toBe('');
  await page.locator('dialog').getByRole('button', { name: '关闭' }).click();

  await tab('志愿者证').click();
  await page.getByRole('button', { name: '发一张志愿者证' }).click();
  await expect(page.locator('dialog')).toContainText('志愿者 1 号');
  await page.locator('dialog').getByRole('button', { name: '关闭' }).click();
  await expect(page.locator('main li')).toContainText('还没用过');

  await tab('人员').click();
  await page.locator('[name="workNo"]').fill('3107');
  await page.locator('[name="nameZh"]').fill('顾念');
  await page.locator('[name="nameEn"]').fill('Gu Nian');
  await page.getByRole('button', { name: '加账号' }).click();
  await expect(page.locator('dialog .secret')).toHaveText(/^\w{4}-\w{4}-\w{2}$/);
  await page.locator('dialog').getByRole('button', { name: '关闭' }).click();
  const nurse = page.locator('[data-work-no="3107"]');
  await nurse.getByRole('combobox').selectOption('cashier');
  await expect(nurse.locator('.name')).toContainText('收费员');
  await expect(page.locator('[data-hospital="well"]')).toBeVisible();

  const screen = await story.openScreen('S-card');
  const screenRow = page.locator('li', { hasText: /S-card(?!-)/ });
  await tab('设备').click();
  await expect(screenRow).toContainText(/叫号画面 #\d+/);

  await tab('开机自检').click();
  const row = page.locator('[data-terminal="K01"]');
  const part = (name: string) => row.locator(`[data-part="${name}"]`);
  await story.bench.printer('pull-paper');
  await row.getByRole('button', { name: '自检' }).click();
  await expect(screen.getByText('自检')).toBeVisible();
  await expect(part('print')).toHaveAttribute('data-state', 'failed');
  await expect(part('print')).toContainText('没纸了，请装纸。');
  await story.bench.layDown('test-card');
  await expect(part('card')).toHaveAttribute('data-state', 'passed');
  await expect(part('speak')).toHaveAttribute('data-state', 'passed', { timeout: 20_000 });
  await story.bench.reader('lift');

  await story.bench.printer('insert-paper');
  await row.getByRole('button', { name: '自检' }).click();
  await expect(part('print')).toHaveAttribute('data-state', 'passed', { timeout: 20_000 });
  await story.bench.layDown('test-card');
  await expect(part('card')).toHaveAttribute('data-state', 'passed');
});
