import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Situation } from '@lobby/kiosk/src/routes/gallery/board/invented-boards.ts';
import type { Browser, Page } from '@playwright/test';
import { startHouse, type House } from '../../tools/house.js';
import { DeviceBench } from '../journeys/device-bench.ts';
import { keepPicture, openBrowser, photograph } from './camera.ts';

/** A Monday morning at the site. */
const clock = '2026-03-02T08:52:00+08:00';
const portrait = { width: 720, height: 1280 };
const landscape = { width: 1280, height: 720 };
const doctors = [
  { desk: 'desk2', workNo: '1002' },
  { desk: 'desk3', workNo: '1001' },
] as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

const data = mkdtempSync(join(tmpdir(), 'lobby-pictures-'));
const dataOfToday = mkdtempSync(join(tmpdir(), 'lobby-pictures-'));
const site = fileURLToPath(new URL('../../config/sites/demo', import.meta.url));
const browser = await openBrowser();
try {
  await within({ data, env: { LOBBY_CLOCK: clock, LOBBY_GALLERY: '1' } }, takePictures);
  // Operators are told of a terminal whose own clock differs from the hub's.
  await within({ data: dataOfToday, env: {} }, operate);
} finally {
  await browser.close();
  for (const folder of [data, dataOfToday]) rmSync(folder, { recursive: true, force: true });
}

async function within(
  options: { readonly data: string; readonly env: Record<string, string> },
  take: (browser: Browser, house: House) => Promise<void>,
): Promise<void> {
  const house = await startHouse({ site, ...options });
  try {
    await take(browser, house);
  } finally {
    await house.stop();
  }
}

/** Screens of the other kinds, from the gallery. */
const boards = {
  'screen-door': 'door-called',
  'screen-pharmacy': 'pharmacy-called',
  'screen-lobby': 'lobby',
  'screen-between': 'between-calls',
  'screen-notice': 'notice',
} as const satisfies Record<string, Situation>;

async function photographBoards(browser: Browser, hub: string): Promise<void> {
  for (const [name, situation] of Object.entries(boards)) {
    const page = await open(browser, `${hub}/gallery/board?situation=${situation}`, landscape);
    await page.locator('.board').waitFor();
    await photograph(page, name);
  }
}

/** The story of the README, a picture at each of its places. */
async function takePictures(browser: Browser, { hub, agent, bench }: House): Promise<void> {
  await photographBoards(browser, hub);
  const port = new URL(hub).port;
  const screen = await open(browser, `http://screen1.localhost:${port}/display`, landscape);
  const devices = await open(browser, bench, { width: 1120, height: 680 });
  const terminal = await open(browser, agent, portrait);
  await checkIn(terminal, new DeviceBench(bench));
  await devices.locator('#paper img').first().waitFor();
  await photograph(devices, 'device-bench');
  await askForHelp(terminal, await open(browser, `http://127.0.0.1:${port}/volunteer`, landscape));
  await open(browser, `http://screen.localhost:${port}/display?as=S-card-3`, portrait);
  for (const doctor of doctors) {
    const desk = await logIn(await open(browser, `http://${doctor.desk}.localhost:${port}/desk`, landscape), doctor);
    const label = await callNext(desk);
    await screen.locator('.now.turn').getByText(label).waitFor();
    await desk.getByText('已显示').first().waitFor();
    if (doctor === doctors.at(-1)) {
      await photograph(screen, 'screen');
      await photograph(desk, 'desk');
      await photographCompact(desk);
    }
  }
  await photographTriage(await open(browser, `http://desk.localhost:${port}/desk?as=D-card-triage`, landscape));
}

/** The small window of the same desk, in the same browser. */
async function photographCompact(desk: Page): Promise<void> {
  const small = await desk.context().newPage();
  await small.setViewportSize({ width: 360, height: 220 });
  await small.goto(new URL('/desk/compact', desk.url()).href);
  await small.locator('.live').waitFor();
  await photograph(small, 'desk-compact');
  await small.close();
}

/** A nurse who has chosen the second in line. */
async function photographTriage(page: Page): Promise<void> {
  const nurse = await logIn(page, { workNo: '3001' });
  for (const key of ['ArrowDown', 'ArrowDown']) await nurse.keyboard.press(key);
  await photograph(nurse, 'desk-triage');
}

async function open(browser: Browser, url: string, viewport: Size): Promise<Page> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** From the card to the slip. */
async function checkIn(terminal: Page, bench: DeviceBench): Promise<void> {
  await terminal.locator('[data-screen="welcome"]').waitFor();
  await photograph(terminal, 'terminal-welcome');
  await bench.layDown('zhang-jianming');
  await terminal.locator('[data-screen="next-step"]').waitFor();
  await photograph(terminal, 'terminal-next-step');
  await terminal.getByRole('button', { name: 'English' }).click();
  await photograph(terminal, 'terminal-next-step-english');
  await terminal.getByRole('button', { name: '中文' }).click();
  await terminal.getByRole('button', { name: '长辈模式' }).click();
  await photograph(terminal, 'terminal-elder');
  await terminal.getByRole('button', { name: '标准模式' }).click();
  await terminal.getByRole('button', { name: '签到，打印号票' }).click();
  await terminal.locator('[data-screen="ticket-printed"]').waitFor();
  await photograph(terminal, 'terminal-ticket');
  keepPicture('slip', await bench.slipPicture(1));
}

/** Somebody presses help, and the volunteers' board hears of it. */
async function askForHelp(terminal: Page, board: Page): Promise<void> {
  await board.locator('[name="workNo"]').fill('7001');
  await board.locator('[name="password"]').fill('demo-7001');
  await board.locator('button.main:enabled').waitFor();
  await board.keyboard.press('Enter');
  await board.locator('.nobody').waitFor();
  await terminal.locator('[data-help]').click();
  await board.locator('article').first().waitFor();
  await photograph(board, 'volunteers');
}

/** A terminal and a screen at work, as an operator sees them. */
async function operate(browser: Browser, { hub, agent }: House): Promise<void> {
  const port = new URL(hub).port;
  const terminal = await open(browser, agent, portrait);
  await terminal.locator('[data-screen="welcome"]').waitFor();
  await open(browser, `http://screen1.localhost:${port}/display`, landscape);
  const page = await open(browser, `http://127.0.0.1:${port}/operator`, landscape);
  await page.getByRole('button', { name: /叶凯/ }).click();
  await page.getByRole('button', { name: '登录', exact: true }).click();
  for (const id of ['K01', 'S-card']) await page.locator('li', { hasText: id }).getByText('正常').waitFor();
  await photograph(page, 'operator');
}

async function logIn(desk: Page, { workNo }: { readonly workNo: string }): Promise<Page> {
  await desk.getByRole('textbox').first().fill(workNo);
  await desk.locator('input[type="password"]').fill(`demo-${workNo}`);
  await desk.locator('button.main:enabled').waitFor();
  await desk.keyboard.press('Enter');
  await desk.locator('[data-desk]').waitFor();
  return desk;
}

/** The doctor presses the space bar; the label that is called. */
async function callNext(desk: Page): Promise<string> {
  await desk.locator('[data-action="next"][aria-disabled="false"]').waitFor();
  await desk.keyboard.press('Space');
  return desk.locator('.serving .label').innerText();
}
