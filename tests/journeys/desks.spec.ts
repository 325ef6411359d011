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
  for (const desk of desks) {
    const served = (await serving(desk).textContent()) ?? '';
    expect(called).toContain(served);
    await expect(screen.locator('ul.rooms')).toContainText(served);
  }
});

test('two doctors, an assistant, a nurse and a small window work one queue by keyboard alone', async ({ story }) => {
  const doctor = await story.openDesk(1, '1001');
  const [assistant, other, nurse] = await Promise.all([
    story.openDesk(1, '3001'),
    story.openDesk(2, '1002'),
    story.openDesk('D-card-triage', '3001'),
  ]);
  const screen = await story.openScreen();
  const [first, second, third] = await waitingAt(doctor);
  if (first === undefined || second === undefined || third === undefined) throw new Error('three people wait');

  await test.step('a call is at the assistant and on the screen at once, and the other list says who took it', async () => {
    await doctor.keyboard.press('Space');
    await expect(other.locator('tr.taken')).toContainText(/已被.+医生叫到 1 诊室/);
    for (const desk of [doctor, assistant]) await expect(serving(desk)).toHaveText(first);
    await expect(assistant.getByRole('status')).toContainText(`同诊台的另一台电脑呼叫了 ${first}`);
    await expect(screen.locator('ul.rooms')).toContainText(first);
    await expect(doctor.locator('body')).toContainText('S-card 已显示');
  });

  await test.step('a wrong call is undone, and leaves the screen', async () => {
    await expect(doctor.locator('[data-action="undo-call"]')).toContainText(/还能撤销 \d+ 秒/);
    await doctor.keyboard.press('z');
    await expect(serving(doctor)).toHaveCount(0);
    await expect.poll(() => waitingAt(other)).toContain(first);
    await expect(screen.locator('body')).not.toContainText('请到');
  });

  await test.step('one who is not the next is called after a question, and goes to tests', async () => {
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await doctor.keyboard.press(key);
    await expect(doctor.getByRole('dialog')).toContainText(`不是下一位，下一位是 ${first}。`);
    await doctor.keyboard.press('Enter');
    await expect(serving(doctor)).toHaveText(second);
    for (const key of ['t', '2']) await doctor.keyboard.press(key);
    await expect(doctor.locator('aside')).toContainText('检查中 1');
    await expect(doctor.locator('aside')).toContainText(second);
  });

  await test.step('a nurse carries a ticket to the top, and takes another out', async () => {
    await choose(nurse, third);
    for (const key of ['g', 'Home', 'Enter']) await nurse.keyboard.press(key);
    await expect.poll(async () => (await waitingAt(other))[0]).toBe(third);
    await choose(nurse, first);
    for (const key of ['d', 'Enter']) await nurse.keyboard.press(key);
    await expect.poll(() => waitingAt(other)).not.toContain(first);
  });

  await test.step('a desk that is paused calls nobody, and says why', async () => {
    for (const key of ['p', '1']) await doctor.keyboard.press(key);
    await expect(doctor.locator('section')).toContainText('起暂停叫号');
    await doctor.keyboard.press('Space');
    await expect(doctor.getByRole('status')).toContainText('暂停');
    await expect(nurse.locator('[data-desk-id="D-card-1"]')).toContainText('暂停');
    await doctor.keyboard.press('p');
    await expect(doctor.locator('section')).not.toContainText('起暂停叫号');
  });

  await test.step('the small window is the same desk', async () => {
    const small = await doctor.context().newPage();
    await small.setViewportSize({ width: 360, height: 220 });
    await small.goto(new URL('/desk/compact', doctor.url()).href);
    await expect(small.locator('[data-action="next"]')).toContainText(third);
    await isFree(small);
    await small.keyboard.press('Space');
    await expect(serving(small)).toHaveText(third);
    await expect(serving(doctor)).toHaveText(third);
  });

  for (const page of [doctor, nurse]) expect(await scrolls(page)).toBe(false);
});

async function waitingAt(desk: Page): Promise<string[]> {
  await desk.locator('tr[data-ticket]').first().waitFor();
  return desk.locator('tr[data-ticket] th').allTextContents();
}

function serving(desk: Page) {
  return desk.locator('.serving .label');
}

/** Goes down the list until the ticket is chosen. */
async function choose(nurse: Page, label: string): Promise<void> {
  const row = nurse.locator(`tr[data-ticket="${label}"]`);
  await expect(async () => {
    await nurse.keyboard.press('ArrowDown');
    await expect(row).toHaveAttribute('aria-current', 'true', { timeout: 100 });
  }).toPass();
}

/** Whether the page is larger than its window. */
function scrolls(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    return scrollHeight > clientHeight || scrollWidth > clientWidth;
  });
}

async function somebodyWaits(desks: readonly Page[]): Promise<boolean> {
  for (const desk of desks) if ((await desk.locator('tr[data-ticket]').count()) > 0) return true;
  return false;
}

/** Presses the space bar once the key is free; the label called, empty where the other desk was quicker. */
async function callNext(desk: Page): Promise<string> {
  const called = async (): Promise<string> =>
    (await serving(desk).count()) === 0 ? '' : ((await serving(desk).textContent()) ?? '');
  const before = await called();
  await isFree(desk);
  await desk.keyboard.press('Space');
  await isFree(desk);
  const now = await called();
  return now === before ? '' : now;
}

/** What the desk wanted is answered: its key works again, or nobody waits any more. */
async function isFree(desk: Page): Promise<void> {
  const next = desk.locator('[data-action="next"]');
  await expect(async () => {
    const free = (await next.getAttribute('aria-disabled')) === 'false';
    expect(free || (await desk.locator('tr[data-ticket]').count()) === 0).toBe(true);
  }).toPass();
}
