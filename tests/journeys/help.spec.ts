import { helpWording } from '@lobby/kiosk/src/flows/help/wording.ts';
import { visitWording } from '@lobby/kiosk/src/flows/visit/wording.ts';
import { boardWording } from '@lobby/kiosk/src/routes/volunteer/wording.ts';
import type { Browser, Page } from '@playwright/test';
import { expect, test, type Story } from './story.ts';
import { asShown, Terminal } from './terminal.ts';

const { zh, en } = helpWording;
const board = boardWording.zh;

test('a patient presses help, two want to go, one comes, and the slip says where next', async ({ story, browser }) => {
  const phone = await openBoard(story, browser, { workNo: '7001', width: 390, height: 844 });
  const counter = await openBoard(story, browser, { workNo: '3001', width: 1600, height: 900 });
  const page = await story.openTerminal();
  const terminal = new Terminal(page, story.bench);
  const band = page.locator('header [role="status"]');
  const help = page.locator('[data-help]');

  await test.step('the press is on both boards at once, without a name, and both ring', async () => {
    await terminal.layDown('zhang-jianming', 'next-step');
    await help.click();
    await expect(band).toHaveText(asShown(zh.band.waiting));
    for (const each of [phone, counter]) {
      await expect(each.locator('article h3')).toHaveText('一楼大厅 1 号机');
      await expect(each.locator('article')).toContainText(board.errands['check-in']);
      await expect.poll(() => strikes(each)).toBeGreaterThan(0);
      expect(await each.locator('body').innerText()).not.toMatch(/张|建明/);
    }
  });

  await test.step('the second to take it hears who was quicker', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await phone.route('**/api/volunteer/actions', async (route) => {
      await held;
      await route.continue();
    });
    await phone.locator('[data-action="take"]').click();
    await counter.locator('[data-action="take"]').click();
    await expect(counter.locator('.mine article')).toContainText(board.youGo);
    release();
    await expect(phone.locator('[role="status"]').first()).toContainText(board.takenBy('沈秀兰'));
    await expect(phone.locator('.others article')).toContainText(board.goes('沈秀兰'));
    await phone.unroute('**/api/volunteer/actions');
  });

  await test.step('the patient sees in both languages that somebody comes, and goes on checking in', async () => {
    await expect(band).toHaveText(asShown(zh.band.taken));
    await terminal.speak('en');
    await expect(band).toHaveText(en.band.taken);
    await terminal.speak('zh');
    await terminal.press(visitWording.zh.step.start);
    await terminal.sees('ticket-printed');
    await expect(band).toHaveText(asShown(zh.band.taken));
  });

  await test.step('the helper arrives and finishes', async () => {
    await counter.locator('[data-action="arrive"]').click();
    await expect(band).toHaveText(asShown(zh.band.arrived));
    await counter.locator('[data-action="finish"]').click();
    await expect(band).toHaveCount(0);
    await expect(counter.locator('.nobody')).toContainText(board.nobodyWaits);
  });

  await test.step('the slip, scanned at the board, says where its holder goes next, and not who it is', async () => {
    const [number] = await story.bench.slips();
    const { codes } = await story.bench.slipText(number ?? 0);
    await counter.bringToFront();
    await scan(counter, codes[0] ?? '');
    const answer = counter.locator('[data-slip="found"]');
    await expect(answer).toContainText(/A\d{3}/);
    await expect(answer).toContainText('心内科候诊区');
    await expect(answer).toContainText('Cardiology waiting area');
    expect(await answer.innerText()).not.toMatch(/张|明/);
    await scan(counter, 'https://example.org/menu');
    await expect(counter.locator('[data-slip="refused"]')).toContainText(board.slipRefusals['not-a-slip']);
  });

  await test.step('whoever needs nobody after all says so', async () => {
    await help.click();
    await expect(phone.locator('.waiting article')).toBeVisible();
    await phone.locator('[data-action="take"]').click();
    await expect(band).toHaveText(asShown(zh.band.taken));
    await help.click();
    await terminal.press(zh.sheet.withdraw);
    await expect(band).toHaveCount(0);
    await expect(phone.locator('[role="status"]').first()).toContainText(board.withdrawn('一楼大厅 1 号机'));
    await terminal.leave();
  });
});

interface Watcher {
  readonly workNo: string;
  readonly width: number;
  readonly height: number;
}

/** The volunteers' board of somebody who has logged in there; its bell is counted. */
async function openBoard(story: Story, browser: Browser, { workNo, width, height }: Watcher): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } });
  await context.addInitScript(() => {
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) {
      const { dataset } = document.documentElement;
      dataset['strikes'] = String(Number(dataset['strikes'] ?? 0) + 1);
      start.apply(this, when);
    };
  });
  const page = await context.newPage();
  await page.goto(`${story.house.hub}/volunteer`);
  await page.locator('[name="workNo"]').fill(workNo);
  await page.locator('[name="password"]').fill(`demo-${workNo}`);
  await page.locator('button.main:enabled').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.nobody').waitFor();
  return page;
}

function strikes(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset['strikes'] ?? 0));
}

/** Types as a handheld scanner does: one key right after the other, with Enter, however busy the machine of the test is. */
async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate(
    (keys) => {
      for (const key of keys) window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    },
    [...code, 'Enter'],
  );
}
