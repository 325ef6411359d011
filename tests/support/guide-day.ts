import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** The browser's next picture, a quarter of a second of a walk later. */
    nextPicture(): void;
  }
}

/** The page's pictures come when they are asked for, so that a day of them passes in a few minutes. */
export async function drawAtOnce(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let now = 0;
    let last = 0;
    const asked = new Map<number, FrameRequestCallback>();
    Object.assign(window, {
      requestAnimationFrame: (beat: FrameRequestCallback) => {
        asked.set(++last, beat);
        return last;
      },
      cancelAnimationFrame: (id: number) => asked.delete(id),
      nextPicture: () => {
        // After so long nobody judges how fast this machine is; and a walk goes on by a quarter of a second.
        now += 1_001;
        const due = [...asked.values()];
        asked.clear();
        for (const beat of due) beat(now);
      },
    });
  });
}

/**
 * A call every five seconds, each with its way from its beginning. The twelfth walk reaches its end, then the screen rests
 * and the building goes away. Twelve of 24 calls are shown as on a screen, twelve as on a terminal; now and then the plan
 * has changed.
 */
export function playCalls(page: Page, calls: { readonly from: number; readonly to: number }): Promise<void> {
  return page.evaluate(async ({ from, to }) => {
    for (let call = from; call < to; call += 1) {
      const as = call % 24 < 12 ? 'guide' : 'building';
      const version = call % 500 < 400 ? 'first' : 'second';
      await window.stage.show({ as, version, way: call, turn: String(call) });
      while (document.querySelector('[data-pictures]') === null) await new Promise((done) => setTimeout(done));
      const isLast = call % 12 === 11;
      for (let picture = 0; picture < (isLast ? 62 : 4); picture += 1) window.nextPicture();
      if (isLast) await window.stage.show(null);
    }
  }, calls);
}
