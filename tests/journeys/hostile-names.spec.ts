import type { Page } from '@playwright/test';
import { expect, test } from './story.ts';
import { Terminal } from './terminal.ts';

/** Control bytes, and marks that turn the direction of what follows. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

test('a name with markup, direction marks or rare characters is a name like any other', async ({ story }) => {
  const { bench } = story;
  const terminal = new Terminal(await story.openTerminal(), bench);
  const board = await story.openScreen();
  const desk = await story.openDesk(2, '1002');
  const shows = async (page: Page, text: string): Promise<void> => {
    await expect(page.locator('body')).toContainText(text);
    expect(await page.locator('body').innerText()).not.toMatch(unseen);
    expect(await page.locator('body i, body script:not([type="module"]):not([nonce])').count()).toBe(0);
  };

  const label = await test.step('马<i>…明: on terminal, slip, board and desk', async () => {
    await terminal.layDown('ma-ming', 'next-step');
    await shows(terminal.page, '马***明');
    const number = await terminal.checkIn();
    await terminal.sees('ticket-printed');
    const { text } = await bench.slipText(1);
    expect(text).toContain(number);
    expect(text).toContain('马***明');
    await shows(board, number);
    await shows(board, '马***明');
    await shows(desk, '马***明');
    await terminal.leave();
    return number;
  });

  await test.step('周䶮𠅤: a character beyond the basic plane', async () => {
    const eyes = await story.openScreen(10);
    await terminal.layDown('zhou-nan', 'next-step');
    await shows(terminal.page, '周*𠅤');
    const number = await terminal.checkIn();
    await terminal.sees('ticket-printed');
    await expect(eyes.locator('body')).toContainText(number);
    await shows(eyes, '周*𠅤');
    await terminal.leave();
    await eyes.close();
  });

  await test.step('李㛃', async () => {
    await terminal.layDown('li-yu', 'next-step');
    await shows(terminal.page, '李*');
    await terminal.checkIn();
    await terminal.sees('ticket-printed');
    await terminal.leave();
  });

  await test.step('马<i>…明 is called', async () => {
    const serving = desk.locator('.serving .label');
    const mayCall = desk.locator('[data-action="next"][aria-disabled="false"]');
    for (let called = ''; called !== label; called = (await serving.textContent()) ?? '') {
      await mayCall.waitFor();
      await desk.keyboard.press('Space');
      await expect(serving).not.toHaveText(called);
    }
    await shows(desk, '马***明');
    await expect(board.locator('ul.rooms')).toContainText(label);
    await shows(board, '马***明');
  });

  expect(await bench.complaints()).toEqual([]);
});
