import type { Locator, Page } from '@playwright/test';
import type { StageWish } from '../support/guide-stage/main.ts';

declare global {
  interface Window {
    /** What the page has asked the browser for and not got yet. */
    readonly waiting: { frames: Set<number>; timers: Set<number>; mostFrames: number };
  }
}

/** Opens the stage; the list fills with what page and browser complain about. */
export async function openStage(page: Page, address: string): Promise<string[]> {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  await page.addInitScript(countWhatWaits);
  await page.goto(address);
  await page.waitForFunction(() => document.title === 'ready', undefined, { polling: 50 });
  return heard;
}

/** Runs in the page, before its scripts. */
function countWhatWaits(): void {
  const [frames, timers] = [new Set<number>(), new Set<number>()];
  const waiting = { frames, timers, mostFrames: 0 };
  const { requestAnimationFrame: ask, cancelAnimationFrame: cancel, setTimeout: set, clearTimeout: clear } = window;
  Object.assign(window, {
    waiting,
    requestAnimationFrame: (beat: FrameRequestCallback) => {
      const id = ask((now) => {
        frames.delete(id);
        beat(now);
      });
      frames.add(id);
      waiting.mostFrames = Math.max(waiting.mostFrames, frames.size);
      return id;
    },
    cancelAnimationFrame: (id: number) => {
      frames.delete(id);
      cancel(id);
    },
    setTimeout: (ring: () => void, after?: number) => {
      const id = set(() => {
        timers.delete(id);
        ring();
      }, after);
      timers.add(id);
      return id;
    },
    clearTimeout: (id: number) => {
      timers.delete(id);
      clear(id);
    },
  });
}

export const building = (page: Page): Locator => page.locator('.building');

export function show(page: Page, wish: StageWish | null): Promise<void> {
  return page.evaluate((wished) => window.stage.show(wished), wish);
}

export async function pictures(page: Page): Promise<number> {
  return (
    (await page.evaluate(() => Number(document.querySelector('[data-pictures]')?.getAttribute('data-pictures')))) || 0
  );
}

export async function costOf(page: Page): Promise<NonNullable<ReturnType<Window['stage']['cost']>>> {
  const cost = await page.evaluate(() => window.stage.cost());
  if (cost === undefined) throw new Error('nothing was shown');
  return cost;
}

export type Held = Readonly<Record<'geometries' | 'textures' | 'programs', number>>;

export const heldOf = ({ geometries, textures, programs }: Held): Held => ({ geometries, textures, programs });

export function isAtRest(page: Page): Promise<boolean> {
  return page.evaluate(() => window.waiting.frames.size === 0 && window.waiting.timers.size === 0);
}

export function canvasSize(page: Page): Promise<{ width: number; height: number }> {
  return page.locator('canvas').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    return { width, height };
  });
}

/** As when a driver crashes: the browser takes the context away, and gives it back or not. */
export async function loseGraphics(page: Page, how: 'for a while' | 'for good'): Promise<void> {
  await page.locator('.building canvas').evaluate(async (canvas, isForGood) => {
    const lose = (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context');
    const lost = new Promise((heard) => canvas.addEventListener('webglcontextlost', heard, { once: true }));
    lose?.loseContext();
    await lost;
    if (!isForGood) setTimeout(() => lose?.restoreContext());
  }, how === 'for good');
}
