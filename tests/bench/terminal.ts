import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { brotliCompressSync } from 'node:zlib';
import type { House } from '../../tools/house.js';
import { spread, type Figure } from './figures.ts';

/** Visits that are measured, each from the card to welcome again. */
const visits = 24;
const cards = ['zhang-jianming', 'wang-xiuying', 'ouyang-jing'];

/** From the card on the reader to the first screen after it, and what the first screen weighs. */
export async function measureTerminal(house: House): Promise<Figure[]> {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
    const script = await scriptBytes(page, `${house.agent}/terminal`);
    const samples: number[] = [];
    const wipes: number[] = [];
    for (let visit = 0; visit < visits; visit += 1) {
      const card = cards[visit % cards.length] ?? '';
      await bench(house, { action: 'lift' });
      await page.reload();
      await page.locator('[data-screen="welcome"]').waitFor();
      const started = performance.now();
      await bench(house, { action: 'lay-down', card });
      await page.locator('[data-screen="next-step"]').waitFor();
      samples.push(performance.now() - started);
      wipes.push(await leave(page));
    }
    await bench(house, { action: 'lift' });
    return [
      {
        what: 'card laid down → first screen',
        reached: spread(samples),
        beside: 'of which the reader’s own pause between two looks is up to 350 ms',
      },
      {
        what: 'last tap of a visit → nothing of the patient on the terminal’s page',
        reached: spread(wipes),
        beside: 'goal p95 500 ms',
      },
      {
        what: 'JavaScript of the terminal’s first screen, compressed',
        reached: `${Math.round(script / 1000)} kB`,
        beside: 'goal 120 kB',
      },
    ];
  } finally {
    await browser.close();
  }
}

/** Goes home; how long until the wipe is over and the name is gone, in milliseconds. */
function leave(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const name = document.querySelector('main bdi')?.textContent ?? 'no name';
    const started = performance.now();
    document.querySelector<HTMLButtonElement>('footer button')?.click();
    const isThere = (): boolean =>
      document.documentElement.hasAttribute('data-covered') || document.body.textContent.includes(name);
    while (isThere()) await new Promise((resolve) => setTimeout(resolve, 1));
    return performance.now() - started;
  });
}

/** Resident memory of the agent after those visits. */
export function measureAgentMemory(house: House): Figure {
  const status = readFileSync(`/proc/${house.processes.agent.pid}/status`, 'utf8');
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
  return {
    what: 'agent, resident memory',
    reached: `${Math.round((kilobytes * 1024) / 1e6)} MB`,
    beside: 'goal 90 MB',
  };
}

function launch(): Promise<Browser> {
  const executablePath = process.env['LOBBY_CHROMIUM'];
  const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-background-networking'] : [];
  return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args });
}

/** Brotli size of all scripts that the page loads until it is idle. */
async function scriptBytes(page: Page, url: string): Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  await page.goto(url);
  await page.locator('[data-screen="welcome"]').waitFor();
  const sizes = (await Promise.all(bodies)).map((body) => brotliCompressSync(body).length);
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function bench(house: House, body: { readonly action: string; readonly card?: string }): Promise<void> {
  const reply = await fetch(`${house.bench}/bench/reader`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: house.bench },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`the device bench answered ${reply.status}`);
}
