import { checkInWording } from '@lobby/kiosk/src/flows/check-in/wording.ts';
import type { Page } from '@playwright/test';
import { expect, test, type Story } from './story.ts';
import { Terminal } from './terminal.ts';
import { ticketsOf } from './tickets.ts';

/** Ends the hub as a power cut does. */
async function killHub({ house }: Story): Promise<void> {
  const { hub } = house.processes;
  hub.kill();
  await hub.ended;
}

test('while the hub or the agent is away everything says so, and comes back by itself', async ({ story }) => {
  const terminal = new Terminal(await story.openTerminal(), story.bench);
  await test.step('the hub', () => loseHub(story, terminal));
  await test.step('the agent, with a patient before the terminal', () => loseAgent(story, terminal));
});

async function loseHub(story: Story, terminal: Terminal): Promise<void> {
  const screen = await story.openScreen();
  const desk = await story.openDesk(1, '1001');
  await expect(screen.locator('footer .updated')).toBeVisible();
  // Whoever could have the screen spoken loses the voice together with the hub.
  await terminal.press('长辈模式');
  await expect(terminal.page.locator('[data-listen]')).toBeVisible();
  await killHub(story);

  await terminal.sees('out-of-service');
  await expect(terminal.page.locator('[data-listen]')).toHaveCount(0);
  await terminal.saysInBothLanguages(({ visit: { outOfService } }) => [
    outOfService.hub.title,
    outOfService.hub.sentence,
    outOfService.comesBack,
  ]);
  await expect(screen.locator('footer')).toContainText('与服务器的连接中断，正在重新连接');
  await expect(screen.locator('footer')).toContainText('Offline');
  await expect(desk.getByRole('alert')).toContainText('与系统的连接断了');
  await desk.getByRole('button', { name: 'English' }).click();
  await expect(desk.getByRole('alert')).toContainText('The hub cannot be reached');
  await desk.getByRole('button', { name: '中文' }).click();

  const honest = await terminal.page.context().newPage();
  const reply = await honest.goto(`${story.house.agent}/terminal`);
  expect(reply?.status()).toBe(503);
  await expect(honest.locator('main')).toContainText('这台机器暂时连不上医院系统');
  await expect(honest.locator('main')).toContainText('This terminal cannot reach the hospital system right now');

  await story.house.startHubAgain();
  await terminal.sees('welcome');
  await honest.locator('[data-screen="welcome"]').waitFor({ timeout: 20_000 });
  await honest.close();
  await expect(screen.locator('footer')).not.toContainText('连接中断', { timeout: 30_000 });
  await expect(desk.getByRole('alert')).toHaveCount(0, { timeout: 30_000 });

  await terminal.layDown('zhang-jianming', 'next-step');
  const label = await terminal.checkIn();
  await expect(screen.locator('body')).toContainText(label);
  await expect(desk.locator('table')).toContainText(label);
  await terminal.leave();
}

async function loseAgent(story: Story, terminal: Terminal): Promise<void> {
  await terminal.layDown('shan-lei', 'next-step');
  const { agent } = story.house.processes;
  agent.kill();
  await agent.ended;
  await terminal.sees('out-of-service');
  await expect(terminal.page.locator('body')).not.toContainText('单*');
  await terminal.saysInBothLanguages(({ visit: { outOfService } }) => [
    outOfService.agent.title,
    outOfService.agent.sentence,
    outOfService.comesBack,
  ]);
  await story.bench.reader('lift');
  await story.house.startAgentAgain();
  await terminal.sees('welcome');
  await terminal.layDown('shan-lei', 'next-step');
  await terminal.checkIn();
  await terminal.sees('ticket-printed');
}

test('a hub killed during a check-in has done it once or not at all, and asking again settles it', async ({
  story,
}) => {
  const terminal = new Terminal(await story.openTerminal(), story.bench);

  await test.step('killed when the check-in arrives', async () => {
    await terminal.layDown('zhang-jianming', 'next-step');
    const asked = terminal.page.waitForRequest(/\/check-in$/);
    await terminal.press('签到，打印号票');
    await asked;
    await killHub(story);
    await isSettledByAskingAgain({ story, terminal, card: 'zhang-jianming' });
  });

  await test.step('killed when the check-in is done and its answer is not out yet', async () => {
    await terminal.layDown('shan-lei', 'next-step');
    await loseNextAnswer(terminal.page, () => killHub(story));
    await terminal.press('签到，打印号票');
    await terminal.sees('uncertain');
    expect(ticketsOf(story.data, 'shan-lei')).toHaveLength(1);
    await isSettledByAskingAgain({ story, terminal, card: 'shan-lei' });
  });

  expect(await story.bench.slips()).toEqual([1, 2]);
});

/** The hub does what it is asked, and the answer never reaches the page. */
async function loseNextAnswer(page: Page, meanwhile: () => Promise<void>): Promise<void> {
  await page.route(
    /\/check-in$/,
    async (route) => {
      await route.fetch();
      await meanwhile();
      await route.abort();
    },
    { times: 1 },
  );
}

async function isSettledByAskingAgain(of: { story: Story; terminal: Terminal; card: string }): Promise<void> {
  const { story, terminal, card } = of;
  const before = ticketsOf(story.data, card).length;
  expect(before).toBeLessThanOrEqual(1);
  await terminal.page.locator('[data-screen="uncertain"], [data-screen^="ticket-"]').waitFor({ timeout: 10_000 });
  await story.house.startHubAgain();
  if (await terminal.page.locator('[data-screen="uncertain"]').isVisible()) {
    // A hub that was gone before the request reached it has done nothing, and the terminal knows that.
    const { retry } = checkInWording.zh.uncertain;
    const nothingDone = await terminal.button(retry['hospital-unavailable']).isVisible();
    if (nothingDone) expect(before).toBe(0);
    const reason = nothingDone ? 'hospital-unavailable' : 'outcome-unknown';
    await terminal.saysInBothLanguages(({ checkIn: { uncertain } }) => Object.values(uncertain[reason]));
    await expect(async () => {
      for (const again of Object.values(retry)) {
        if (await terminal.button(again).isVisible()) await terminal.press(again);
      }
      await expect(terminal.page.locator('[data-screen="ticket-printed"]')).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 25_000 });
  }
  const label = await terminal.number();
  expect(ticketsOf(story.data, card)).toMatchObject([{ label }]);
  // The hub may have gone between the check-in and the slip.
  const { printAgain } = checkInWording.zh.onScreen;
  if (await terminal.button(printAgain).isVisible()) await terminal.press(printAgain);
  await terminal.sees('ticket-printed');
  await terminal.leave();
}
