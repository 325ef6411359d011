import type { Page } from '@playwright/test';
import { pageStays } from '@lobby/display/calls/pages.ts';
import { waitWording } from '@lobby/kiosk/src/flows/visit/waits/wording.ts';
import { Terminal } from './terminal.ts';
import { expect, test } from './story.ts';
import { withMovement } from './with-movement.ts';

test.use(withMovement);

test('a morning in the waiting hall: three desks, a nurse and four screens, and a hub that dies in the middle', async ({
  story,
}) => {
  // Nine pages, a terminal and a power cut: a long story that is told once.
  test.setTimeout(180_000);
  const [first, second, third, nurse] = await Promise.all([
    story.openDesk(1, '1001'),
    story.openDesk(2, '1002'),
    story.openDesk('D-card-3', '1003'),
    story.openDesk('D-card-triage', '3001'),
  ]);
  const [hall, door, lobby, elsewhere] = await Promise.all(
    ['S-card', 'S-card-1', 'S-lobby', 'S-sens'].map((screen) => story.openScreen(screen)),
  );
  if (hall === undefined || door === undefined || lobby === undefined || elsewhere === undefined) throw new Error();
  const terminal = new Terminal(await story.openTerminal(), story.bench);

  const elder = await checkIn(terminal, 'zhang-jianming');
  const returner = await checkIn(terminal, 'wang-xiuying');

  await test.step('an elder is moved ahead by the nurse, and the list says why', async () => {
    const before = (await waitingAt(first)).indexOf(elder);
    await choose(nurse, elder);
    await nurse.keyboard.press('c');
    await expect(nurse.getByRole('dialog')).toBeVisible();
    await nurse.keyboard.press('1');
    await expect.poll(async () => (await waitingAt(first)).indexOf(elder)).toBeLessThan(before);
    await expect(row(first, elder)).toContainText('高龄');
  });

  await test.step('a patient who does not come is missed, and comes back at a terminal', async () => {
    await call(first, elder);
    await expect(door.locator('body')).toContainText(elder);
    await expect(hall.locator('ul.rooms .serving', { hasText: elder })).toBeVisible();
    await first.keyboard.press('m');
    await expect(first.getByRole('dialog')).toBeVisible();
    await first.keyboard.press('Enter');
    await expect(serving(first)).toHaveCount(0);
    await terminal.layDown('zhang-jianming', 'wait-again');
    await terminal.says([waitWording.zh.missed.title]);
    expect(await waitAgain(terminal, waitWording.zh.missed.start)).toBe(elder);
    await expect(row(nurse, elder)).toContainText('过号');
  });

  await test.step('a patient comes back from tests before all reports are there, as the doctor wanted', async () => {
    await call(second, returner);
    await second.keyboard.press('t');
    await expect(second.getByRole('dialog')).toBeVisible();
    await second.keyboard.press('2');
    await expect(serving(second)).toHaveCount(0);
    await terminal.layDown('wang-xiuying', 'wait-again');
    await terminal.says([waitWording.zh.reports.missing(0, 2)]);
    expect(await waitAgain(terminal, waitWording.zh.reports.anyway)).toBe(returner);
    await expect(row(nurse, returner)).toContainText('回诊');
  });

  await test.step('a wrong call is undone, and is nowhere any more', async () => {
    await third.keyboard.press('Space');
    const wrong = (await serving(third).textContent()) ?? '';
    await isFree(third);
    await expect(hall.locator('ul.rooms .serving', { hasText: wrong })).toBeVisible();
    await third.keyboard.press('z');
    await expect(serving(third)).toHaveCount(0);
    await expect(row(nurse, wrong)).toBeVisible();
    for (const place of await hall.locator('ul.rooms .serving').all()) await expect(place).not.toHaveText(wrong);
  });

  await test.step('an area whose queue lives in the hospital system shows its calls like our own', async () => {
    await expect(elsewhere.locator('ul.rooms')).toContainText(/[A-Z]\d{3}/, { timeout: 30_000 });
  });

  await test.step('after a power cut of the hub every desk and screen is true again', async () => {
    await call(second, returner);
    const { hub } = story.house.processes;
    hub.kill();
    await hub.ended;
    for (const screen of [hall, door, lobby]) await expect(screen.locator('footer')).toContainText('连接中断');
    await story.house.startHubAgain();
    for (const screen of [hall, door, lobby, elsewhere])
      await expect(screen.locator('footer')).not.toContainText('连接中断', { timeout: 30_000 });
    await expect(serving(second)).toHaveText(returner);
    await expect(first.getByRole('alert')).toHaveCount(0, { timeout: 30_000 });
    await first.keyboard.press('Space');
    const label = (await serving(first).textContent()) ?? '';
    for (const screen of [hall, door]) await expect(screen.locator('body')).toContainText(label);
    // The lobby shows all clinics in turn, a page after the other.
    await expect(lobby.locator('body')).toContainText(label, { timeout: 6 * pageStays });
    await expect(first.locator('body')).toContainText('S-card 已显示');
  });
});

async function checkIn(terminal: Terminal, card: string): Promise<string> {
  await terminal.layDown(card, 'next-step');
  const label = await terminal.checkIn();
  await terminal.leave();
  return label;
}

/** Presses the button that lets a patient wait again; the number on the screen afterwards. */
async function waitAgain(terminal: Terminal, button: string): Promise<string> {
  await terminal.press(button);
  const label = await terminal.number();
  await terminal.leave();
  return label;
}

/** Calls a chosen one by the keys; one who is not the next is asked about. */
async function call(desk: Page, label: string): Promise<void> {
  await choose(desk, label);
  await desk.keyboard.press('Enter');
  const dialog = desk.getByRole('dialog');
  await expect(dialog.or(serving(desk)).first()).toBeVisible();
  if (await dialog.isVisible()) await desk.keyboard.press('Enter');
  await expect(serving(desk)).toHaveText(label);
  await isFree(desk);
}

/** What the desk wanted is answered: its keys work again. */
async function isFree(desk: Page): Promise<void> {
  await expect(desk.locator('[data-action="next"]')).toHaveAttribute('aria-disabled', 'false');
}

async function choose(desk: Page, label: string): Promise<void> {
  await expect(async () => {
    await desk.keyboard.press('ArrowDown');
    await expect(row(desk, label)).toHaveAttribute('aria-current', 'true', { timeout: 100 });
  }).toPass();
}

async function waitingAt(desk: Page): Promise<string[]> {
  await desk.locator('tr[data-ticket]').first().waitFor();
  return desk.locator('tr[data-ticket] th').allTextContents();
}

function row(desk: Page, label: string) {
  return desk.locator(`tr[data-ticket="${label}"]`);
}

function serving(desk: Page) {
  return desk.locator('.serving .label');
}
