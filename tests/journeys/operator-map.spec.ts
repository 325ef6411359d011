import { expect, test } from './story.ts';

test('an operator closes a lift, moves a department and takes both back; a file that is no map is refused', async ({
  story,
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  await page.goto(`${story.house.hub}/operator`);
  await page.getByRole('button', { name: /叶凯/ }).click();
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation').getByRole('button', { name: '导航地图' }).click();
  // The map of the demo is made ready beside the hub, which answers already.
  await expect(page.locator('[data-map-version]')).not.toHaveAttribute('data-map-version', '', { timeout: 40_000 });
  await expect(page.getByText('没有关闭的地方，也没有搬走的科室。')).toBeVisible();

  const lift = page.locator('li[data-closable]', { hasText: /^1 号电梯/ });
  await lift.getByRole('button', { name: '关闭' }).click();
  await expect(page.locator('dialog')).toContainText('所有诊区仍然走得到');
  await page.locator('dialog input').fill('检修到下午 3 点');
  await page.locator('dialog').getByRole('button', { name: '关闭' }).click();
  await expect(lift).toHaveAttribute('data-closed', 'true');
  await expect(page.locator('[data-change="closed"]')).toContainText('1 号电梯关闭（检修到下午 3 点）');

  const find = async (what: string, query: string, pick: string): Promise<void> => {
    await page.locator(`form[data-find="${what}"] input`).fill(query);
    await page.locator(`form[data-find="${what}"]`).getByRole('button', { name: '查找' }).click();
    await page.getByRole('button', { name: pick }).first().click();
  };
  await find('occupant', '中医科', '中医科');
  await find('unit', '301', '301 诊室');
  await expect(page.locator('dialog')).toContainText('“中医科”搬到三楼 301 诊室？');
  await page.locator('dialog').getByRole('button', { name: '搬过去' }).click();
  const moved = page.locator('[data-change="moved"]');
  await expect(moved).toContainText('中医科搬至三楼 301 诊室');

  await page.locator('input[type="file"]').setInputFiles({
    name: 'map.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('no zip'),
  });
  await expect(page.getByRole('alert').filter({ hasText: '没有发布，现在的地图继续用。' })).toContainText('map.zip');

  await moved.getByRole('button', { name: '撤销' }).click();
  await expect(moved).toHaveCount(0);
  await lift.getByRole('button', { name: '重新开放' }).click();
  await expect(lift).toHaveAttribute('data-closed', 'false');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByText('Nothing is closed, and no department has moved.')).toBeVisible();
});
