import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { drawAtOnce, playCalls } from '../support/guide-day.ts';
import { openGuideStage } from '../support/guide-stage.ts';
import { leftOf, type Left } from '../support/what-is-left.ts';

export const guideDayUsage = `npm run campaign -- guide-day [--calls 17280]
  a call every five seconds for 24 hours on one screen, each with its way through the building`;

/** Of the calls before the first look: by then all code is compiled and every way was shown. */
const warmUp = 240;
const looks = 12;
/** How much more memory may be held at the end than after the warm-up. Bytes. */
const tolerated = 1_000_000;

/** Plays a day of calls; true: the page held no more at its end than at its beginning. Undefined: the words make no sense. */
export async function playGuideDay(words: readonly string[]): Promise<boolean | undefined> {
  const calls = readWish(words);
  if (calls === undefined) return undefined;
  const stage = await openGuideStage();
  const executablePath = process.env['LOBBY_CHROMIUM'];
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 320, height: 180 } });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await drawAtOnce(page);
    await page.goto(stage.address);
    await page.waitForFunction(() => document.title === 'ready', undefined, { polling: 50 });
    const held = await playDay(page, calls);
    for (const complaint of complaints.slice(0, 10)) console.log(`  the page complains: ${complaint}`);
    return held && complaints.length === 0;
  } finally {
    await browser.close();
    stage.close();
  }
}

async function playDay(page: Page, calls: number): Promise<boolean> {
  const look = await leftOf(page);
  const started = performance.now();
  const playTo = async (from: number, to: number): Promise<Left> => {
    await playCalls(page, { from, to });
    await page.evaluate(() => window.stage.show(null));
    const left = await look();
    console.log(`${String(to).padStart(6)} calls, ${minutesSince(started)} min: ${described(left)}`);
    return left;
  };
  const before = await playTo(0, warmUp);
  let [after, done] = [before, warmUp];
  const each = Math.ceil((calls - warmUp) / looks);
  while (done < calls) {
    const next = Math.min(calls, done + each);
    after = await playTo(done, next);
    done = next;
  }
  return isFlat(before, after);
}

/** Nothing of a building is on the screen at a look: of all that can be counted there must be exactly as much as before. */
function isFlat(before: Left, after: Left): boolean {
  const counted = ({ heap: _, ...rest }: Left): string => JSON.stringify(rest);
  return counted(before) === counted(after) && after.heap - before.heap < tolerated;
}

function described({ heap, nodes, listeners, contexts, sizeObservers }: Left): string {
  return `heap ${(heap / 1e6).toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners, ${contexts} WebGL contexts, ${sizeObservers} size observers`;
}

function minutesSince(started: number): string {
  return ((performance.now() - started) / 60_000).toFixed(1);
}

function readWish(words: readonly string[]): number | undefined {
  try {
    const { values } = parseArgs({ args: [...words], options: { calls: { type: 'string' } } });
    const calls = Number(values.calls ?? 17_280);
    return Number.isInteger(calls) && calls > warmUp ? calls : undefined;
  } catch {
    return undefined;
  }
}
