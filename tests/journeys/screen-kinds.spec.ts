import { inventedBoards, type Situation } from '@lobby/kiosk/src/routes/gallery/board/invented-boards.ts';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { hangings, wrongWithBoard } from './board-rules.ts';
import { withGallery } from './gallery.ts';
import { withMovement } from './with-movement.ts';

test.use(withMovement);

const situations = Object.keys(inventedBoards) as Situation[];

test('screens of every kind can be read from where people stand, and tell of a call and of its end', async ({
  browser,
  page,
}) => {
  await withGallery(async (hub) => {
    await test.step('hung across and upright', () => readBoards(page, hub));
    await test.step('a call and its undoing', () => callAndUndo(browser, new URL(hub).port));
  });
});

/** All invented situations, hung both ways. */
async function readBoards(page: Page, hub: string): Promise<void> {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  // Links are followed within the page only once it has come to life.
  await page.goto(`${hub}/gallery/board`, { waitUntil: 'networkidle' });
  for (const { name, width, height } of hangings) {
    await page.setViewportSize({ width, height });
    for (const situation of situations) {
      await page.evaluate(openSituation, situation);
      wrong.push(...(await wrongWithBoard(page, situation)).map((what) => `${situation}, ${name}: ${what}`));
    }
  }
  expect(wrong).toEqual([]);
}

/** Runs in the page: follows a link to a situation, and waits until it has been painted. */
async function openSituation(situation: string): Promise<void> {
  const link = document.createElement('a');
  link.href = `?situation=${situation}`;
  document.body.append(link);
  link.click();
  link.remove();
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  while (!location.search.endsWith(`=${situation}`)) await frame();
  await frame();
  await frame();
}

/** A doctor calls, and takes the call back: area, door and lobby follow, and the desk hears of each that should. */
async function callAndUndo(browser: Browser, port: string): Promise<void> {
  const open = async (address: string): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
    await page.goto(address);
    return page;
  };
  const screens = ['S-card', 'S-card-3', 'S-lobby'].map((id) =>
    open(`http://screen.localhost:${port}/display?as=${id}`),
  );
  const [area, door, lobby] = await Promise.all(screens);
  if (area === undefined || door === undefined || lobby === undefined) throw new Error('a screen did not open');
  await expect(lobby.locator('li')).not.toHaveCount(0);
  await expect(door.locator('.name')).toContainText('3 诊室');
  const desk = await open(`http://desk3.localhost:${port}/desk`);
  await desk.getByRole('textbox').first().fill('1001');
  await desk.locator('input[type="password"]').fill('demo-1001');
  await desk.keyboard.press('Enter');
  await desk.locator('[data-action="next"][aria-disabled="false"]').waitFor();
  await expect(door.locator('.doctor')).toContainText('李文 主治医师');
  await desk.keyboard.press('Space');
  await expect(door.locator('.served.turn .label')).toBeVisible();
  const label = (await door.locator('.served .label').textContent()) ?? '';
  await expect(area.locator('.now.turn .label')).toHaveText(label);
  await expect(lobby.locator('.label.new')).toHaveText(label);
  const view = await deskView(desk);
  expect(view.expected).toEqual(['S-card', 'S-card-3']);
  await expect.poll(async () => (await deskView(desk)).shown.toSorted()).toEqual(view.expected);
  await act(desk, { action: 'undo-call', callId: view.callId });
  await expect(door.locator('.served')).not.toContainText(label);
  await expect(area.locator('.called .now')).toHaveCount(0);
  await expect(lobby.locator('.label.new')).toHaveCount(0);
}

interface ServedView {
  readonly callId: string;
  readonly expected: readonly string[];
  readonly shown: readonly string[];
}

/** The view that the hub has of the desk of this page. */
async function deskView(desk: Page): Promise<ServedView> {
  return desk.evaluate(
    () =>
      new Promise<ServedView>((resolve) => {
        const feed = new EventSource('/api/desk/feed');
        feed.addEventListener('desk', ({ data }: MessageEvent<string>) => {
          const { serving } = JSON.parse(data) as {
            serving: { callId: string; expected: string[]; shown: { screenId: string }[] };
          };
          feed.close();
          resolve({ ...serving, shown: serving.shown.map(({ screenId }) => screenId) });
        });
      }),
  );
}

async function act(desk: Page, action: Readonly<Record<string, string>>): Promise<void> {
  const status = await desk.evaluate(async (wish) => {
    const key = `key-${Math.random().toString(36).slice(2)}-${performance.now().toFixed(0)}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/desk/actions', {
      method: 'POST',
      headers,
      body: JSON.stringify({ key, ...wish }),
    });
    return answer.status;
  }, action);
  expect(status).toBe(200);
}
