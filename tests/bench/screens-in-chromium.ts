import { chromium, type Browser, type Page } from '@playwright/test';
import type { House } from '../../tools/house.js';
import { enrolledCookie, follow, openDesk, press } from './desk-client.ts';
import { percentile, spread, type Figure } from './figures.ts';

const calls = 12;
/** What there is to see of each kind. */
const screens = ['S-card', 'S-card-1', 'S-card-3', 'S-lobby'];
const desk = { deskId: 'D-card-3', workNo: '1001', password: 'demo-1001' };
/** Between two calls the screen comes to rest. Milliseconds. */
const rest = 400;
const afterReturn = 5_000;

interface Noted {
  /** When each call was on the painted picture: milliseconds since the epoch, by call id. */
  readonly painted: Readonly<Record<string, number>>;
  /** When each sound began. */
  readonly sounds: readonly number[];
}

declare global {
  interface Window {
    noted: { painted: Record<string, number>; sounds: number[] };
  }
}

/** From the desk's key to the painted picture and to the first sound of a screen in Chromium. */
export async function measureScreensInChromium(house: House, data: string): Promise<Figure[]> {
  const browser = await launch();
  try {
    const cookies = await openDesk(house.hub, data, desk);
    const figures: Figure[] = [];
    const page = await openScreen(browser, house.hub, 'S-card');
    const screen = await enrolledCookie(house.hub, data, 'screen', 'S-card');
    const sounds: number[] = [];
    for (const followers of [1, 20, 100]) {
      const others = await Promise.all(
        Array.from({ length: followers - 1 }, () => follow(`${house.hub}/api/screen/feed`, screen, () => undefined)),
      );
      const samples = await callAndLook(page, house.hub, cookies);
      for (const stream of others) stream.stop();
      sounds.push(...samples.sounds);
      const what = `call → changed picture in Chromium, ${followers} ${followers === 1 ? 'screen' : 'screens'} following`;
      figures.push({
        what,
        reached: spread(samples.pictures),
        beside: 'goal p95 150 ms; two painted frames are part of it',
      });
    }
    const heard = { what: 'call → first sound of a screen', reached: spread(sounds), beside: 'goal p95 800 ms' };
    return [...figures, heard];
  } finally {
    await browser.close();
  }
}

/** Calls and takes back, again and again: each time a new call that the screen has not met. */
async function callAndLook(
  page: Page,
  hub: string,
  cookies: string,
): Promise<{ pictures: number[]; sounds: number[] }> {
  const pictures: number[] = [];
  const sounds: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    await page.evaluate(() => void (window.noted = { painted: {}, sounds: [] }));
    const tapped = Date.now();
    const { callId = '', reason = '' } = await press(hub, cookies, { action: 'next' });
    if (callId === '') throw new Error(`nobody was called: ${reason}`);
    await page.waitForFunction((id) => id in window.noted.painted && window.noted.sounds.length > 0, callId);
    const noted: Noted = await page.evaluate(() => window.noted);
    pictures.push((noted.painted[callId] ?? Number.NaN) - tapped);
    sounds.push(Math.min(...noted.sounds) - tapped);
    await press(hub, cookies, { action: 'undo-call', callId });
    await page.waitForFunction(() => document.querySelector('.now.turn') === null);
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
  return { pictures, sounds };
}

/** The hub dies and is started again: until no screen says that it is lost, each with a picture of the new hub. */
export async function measureReturn(house: House): Promise<Figure> {
  const browser = await launch();
  const pages = await Promise.all(screens.map((id) => openScreen(browser, house.hub, id, 'unnoted')));
  const samples: number[] = [];
  const starts: number[] = [];
  for (let death = 0; death < 3; death += 1) {
    house.processes.hub.kill();
    await house.processes.hub.ended;
    await Promise.all(
      pages.map((page) => page.waitForFunction(() => document.querySelector('footer.trouble') !== null)),
    );
    const started = performance.now();
    const back = Promise.all(
      pages.map((page) => page.waitForFunction(() => document.querySelector('footer.trouble') === null)),
    );
    await house.startHubAgain();
    starts.push(performance.now() - started);
    await back;
    samples.push(performance.now() - started);
    // A screen that is back asks whether its page is the newest; what is asked then must not be the next death's victim.
    await new Promise((resolve) => setTimeout(resolve, afterReturn));
  }
  await browser.close();
  return {
    what: 'hub killed and started again → every screen is true again',
    reached: `slowest ${(percentile(samples, 1) / 1000).toFixed(1)} s`,
    beside: `goal 5 s; the start of the hub takes ${(percentile(starts, 1) / 1000).toFixed(1)} s of it; ${screens.length} screens in Chromium`,
  };
}

async function openScreen(browser: Browser, hub: string, id: string, noted?: 'unnoted'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  if (noted === undefined) await context.addInitScript(noteWhatHappens);
  const page = await context.newPage();
  await page.goto(`http://screen.localhost:${new URL(hub).port}/display?as=${id}`);
  // It follows the hub when the time of its data goes on.
  const told = await page.locator('footer time').textContent();
  await page.waitForFunction((before) => document.querySelector('footer time')?.textContent !== before, told);
  return page;
}

/** Runs in the page before its own scripts. */
function noteWhatHappens(): void {
  const now = (): number => performance.timeOrigin + performance.now();
  window.noted = { painted: {}, sounds: [] };
  const { fetch } = window;
  window.fetch = (input, init) => {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as { callId?: string }) : {};
    if (String(input).endsWith('/api/screen/shown') && body.callId !== undefined)
      window.noted.painted[body.callId] = now();
    return fetch(input, init);
  };
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function begins(this: OscillatorNode, ...when: [number?]) {
    window.noted.sounds.push(now());
    start.apply(this, when);
  };
}

function launch(): Promise<Browser> {
  const executablePath = process.env['LOBBY_CHROMIUM'];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...asRoot, '--disable-background-networking', '--autoplay-policy=no-user-gesture-required'];
  return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args });
}
