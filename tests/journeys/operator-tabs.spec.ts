import { expect, test } from './story.ts';

test('an operator tries rules on a played day, and gives a doctor’s own software what it calls with', async ({
  story,
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
  await page.goto(`${story.house.hub}/operator`);
  await page.getByRole('button', { name: /叶凯/ }).click();
  await page.getByRole('button', { name: '登录', exact: true }).click();
  const tab = (name: string) => page.getByRole('navigation').getByRole('button', { name });

  await tab('规则试算').click();
  await page.getByRole('button', { name: '试算', exact: true }).click();
  const inside = page.getByRole('columnheader', { name: '在预计时间内叫到' });
  await expect(inside).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.result')).toContainText(/\d+%/);

  await tab('诊区').click();
  await expect(page.locator('main li').first()).toContainText('本系统排队');

  await tab('等候预计').click();
  await expect(page.locator('[data-queue="dermatology"]')).toContainText('皮肤');

  await tab('人员').click();
  await page.locator('[name="softwareOf"]').selectOption('1001');
  await page.locator('[name="softwareAt"]').selectOption('D-card-3');
  await page.getByRole('button', { name: '发一个凭据' }).click();
  const secret = await page.locator('dialog .secret').innerText();
  await page.locator('dialog').getByRole('button', { name: '关闭' }).click();
  const call = async (): Promise<number> => {
    const reply = await page.request.get(`${story.house.hub}/api/v1/desks/D-card-3`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    return reply.status();
  };
  expect(await call()).toBe(200);
  await page.locator('li', { hasText: 'D-card-3' }).getByRole('button', { name: '收回' }).click();
  await expect(page.locator('li', { hasText: 'D-card-3' })).toHaveCount(0);
  expect(await call()).toBe(401);
});
