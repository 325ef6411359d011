import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { openPtyBridge } from '@lobby/agent/transport/pty-bridge.ts';
import { startHouse, type House } from '../../tools/house.js';
import { DeviceBench } from './device-bench.ts';
import { personalInLogs } from './personal-in-logs.ts';

/** A Monday morning at the site: 08:52 in Shanghai. Journeys play on it at any hour. */
export const mondayMorning = '2026-03-02T08:52:00+08:00';

/** A running hospital, its reader on a serial line and its printer on TCP, with its pages in Chromium. */
export interface Story {
  readonly house: House;
  readonly data: string;
  readonly bench: DeviceBench;
  /** The terminal's page at welcome. */
  openTerminal(): Promise<Page>;
  /** A waiting-area screen by its place in the site's list or its id; the first where none is named. */
  openScreen(which?: number | string): Promise<Page>;
  /** A desk at which somebody has logged in. */
  openDesk(which: number | string, workNo: string): Promise<Page>;
}

interface Wishes {
  /** Lines of the demo site's settings that read otherwise in this story, as `id: S-card,` to `id: S-card, guide: plan,`. */
  readonly otherLines: Readonly<Record<string, string>>;
  /** Whether the hub shows its gallery as well. */
  readonly hasGallery: boolean;
}

export const test = base.extend<{ story: Story } & Wishes>({
  otherLines: [{}, { option: true }],
  hasGallery: [false, { option: true }],
  story: async ({ browser, otherLines, hasGallery }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'lobby-journey-'));
    const data = join(folder, 'data');
    mkdirSync(data);
    let unwire: () => Promise<void> = async () => undefined;
    const house = await startHouse({
      site: siteWith(otherLines, join(folder, 'site')),
      data,
      env: { LOBBY_CLOCK: mondayMorning, ...(hasGallery && { LOBBY_GALLERY: '1' }) },
      wire: async (simulated) => {
        const path = join(folder, 'reader-line');
        const bridge = await openPtyBridge({ path, port: Number(new URL(simulated.reader).port) });
        unwire = () => bridge.close();
        return { ...simulated, reader: `serial://${path}` };
      },
    });
    const open = async (url: string, width: number, height: number): Promise<Page> => {
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      await page.goto(url);
      return page;
    };
    const hubPort = new URL(house.hub).port;
    const address = (kind: string, path: string, which: number | string): string =>
      typeof which === 'number'
        ? `http://${kind}${which}.localhost:${hubPort}/${path}`
        : `http://${kind}.localhost:${hubPort}/${path}?as=${which}`;
    try {
      await use({
        house,
        data,
        bench: new DeviceBench(house.bench),
        openTerminal: async () => {
          const page = await open(`${house.agent}/`, 1080, 1920);
          await page.locator('[data-screen="welcome"]').waitFor();
          return page;
        },
        openScreen: (which = 1) => open(address('screen', 'display', which), 1920, 1080),
        openDesk: async (which, workNo) => {
          const page = await open(address('desk', 'desk', which), 1280, 720);
          await page.locator('button.main:enabled').waitFor();
          await page.getByRole('textbox').first().fill(workNo);
          await page.locator('input[type="password"]').fill(`demo-${workNo}`);
          await page.keyboard.press('Enter');
          await page.locator('[data-desk]').waitFor();
          return page;
        },
      });
    } finally {
      // A page that is left open asks after its dead hub until the last journey is over.
      await Promise.all(browser.contexts().map((context) => context.close()));
      await house.stop();
      await unwire();
      const personal = personalInLogs(data);
      rmSync(folder, { recursive: true, force: true });
      expect(personal, 'nothing of a patient stands in a log').toEqual([]);
    }
  },
});

/** The demo site, or a copy of it that reads otherwise. Throws where a line is not there. */
function siteWith(otherLines: Wishes['otherLines'], copy: string): string {
  const demo = fileURLToPath(new URL('../../config/sites/demo', import.meta.url));
  const changes = Object.entries(otherLines);
  if (changes.length === 0) return demo;
  cpSync(demo, copy, { recursive: true });
  for (const [line, other] of changes) {
    const file = ['screens.yaml', 'terminals.yaml']
      .map((name) => join(copy, name))
      .find((path) => readFileSync(path, 'utf8').includes(line));
    if (file === undefined) throw new Error(`the demo site has no line with ${line}`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(line, other));
  }
  return copy;
}

export { expect };
