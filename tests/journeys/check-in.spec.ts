import type { Page } from '@playwright/test';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { expectPicture } from './golden-picture.ts';
import { listenInElderMode } from './listening.ts';
import { expect, test } from './story.ts';
import { withMovement } from './with-movement.ts';

interface Telling {
  readonly language: 'zh' | 'en';
  readonly checkIn: RegExp;
  readonly done: RegExp;
  readonly finish: RegExp;
}

const tellings: readonly Telling[] = [
  { language: 'zh', checkIn: /签到，打印号票/, done: /签到好了，请取走号票/, finish: /完成/ },
  { language: 'en', checkIn: /Check in/, done: /checked in/i, finish: /Done|Finish/ },
];

for (const { language, checkIn, done, finish } of tellings) {
  test.describe(() => {
    // Once with all that moves, once without.
    if (language === 'en') test.use(withMovement);

    test(`a card becomes a ticket, a name on the screen and a call to the room (${language})`, async ({ story }) => {
      const screen = await story.openScreen();
      const terminal = await story.openTerminal();
      if (language === 'en') await terminal.getByRole('button', { name: 'English' }).click();

      await story.bench.layDown('zhang-jianming');
      await terminal.locator('[data-screen="next-step"]').waitFor();
      await expect(terminal.locator('main')).toContainText('张*明');
      await expect(terminal.locator('main')).not.toContainText('张建明');

      await terminal.getByRole('button', { name: checkIn }).click();
      await expect(terminal.getByRole('heading', { level: 1 })).toContainText(done, { timeout: 20_000 });
      await expect(terminal.locator('main')).toContainText('A007');
      await expect.poll(() => story.bench.slips()).toHaveLength(1);
      expect((await story.bench.slipText(1)).text).toContain('A007');
      const slip = await story.bench.slipPicture(1);
      await expectPicture(slip, { file: `ticket-${language}.png`, except: codeOn(slip) });
      await expect(screen.locator('body')).toContainText('A007');

      await terminal.getByRole('button', { name: finish }).click();
      await expect(terminal.locator('body')).not.toContainText('张*明');
      await story.bench.reader('lift');
      await terminal.locator('[data-screen="welcome"]').waitFor();

      if (language === 'zh') await listenInElderMode(story, terminal, 'A007');
      await callUntil(story.openDesk(1, '1001'), screen, 'A007');
    });
  });
}

/** Where the opaque reference of the ticket stands on the slip: another one every time, below the way. */
function codeOn(slip: Buffer): { x: number; y: number; width: number; height: number } {
  const { data, width, height } = PNG.sync.read(slip);
  const found = jsqr.default(Uint8ClampedArray.from(data), width, height)?.location;
  if (found === undefined) throw new Error('no telephone would read the code of this slip');
  const [x, y] = [found.topLeftCorner.x, found.topLeftCorner.y].map((edge) => Math.round(edge) - 6);
  return { x: x ?? 0, y: y ?? 0, width: 210, height: 210 };
}

/** The doctor presses the space bar until a ticket is called; the screen shows and speaks it, and the desk hears of that. */
async function callUntil(opening: Promise<Page>, screen: Page, label: string): Promise<void> {
  const spoken: string[] = [];
  screen.on('response', (response) => {
    if (response.url().includes('/api/speech/') && response.ok()) spoken.push(response.headers()['content-type'] ?? '');
  });
  const desk = await opening;
  const serving = desk.locator('.serving .label');
  const mayCall = desk.locator('[data-action="next"][aria-disabled="false"]');
  for (let called = ''; called !== label; called = (await serving.textContent()) ?? '') {
    await mayCall.waitFor();
    await desk.keyboard.press('Space');
    await expect(serving).not.toHaveText(called);
  }
  await expect(screen.locator('ul.rooms')).toContainText(label);
  await expect(desk.locator('body')).toContainText('已显示');
  await expect.poll(() => spoken.length).toBeGreaterThan(0);
  expect(spoken[0]).toBe('audio/wav');
}
