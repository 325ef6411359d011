import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';

/** Memory at rest, in megabytes: what the page still holds after its rubbish was collected, and what the processes have. */
export interface Memory {
  readonly heap: number;
  readonly agent: number;
  readonly hub: number;
}

/** Sees what must never be there: an error page, a console error, a page that died. */
export class Watcher {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #faults: string[] = [];
  /** Answers with a refusal, which Chromium itself writes into the console: the hub was stopped, a visit had ended. */
  refusals = 0;

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
    page.on('pageerror', (error) => this.#faults.push(`an error nobody caught: ${error.name} ${error.message}`));
    page.on('crash', () => this.#faults.push('the page crashed'));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      if (message.text().startsWith('Failed to load resource')) this.refusals += 1;
      else this.#faults.push(`console error: ${message.text().slice(0, 300)}`);
    });
    page.on('response', (response) => {
      if (response.status() === 500)
        this.#faults.push(`status 500 from ${new URL(response.url()).pathname.slice(0, 40)}`);
      if (response.request().isNavigationRequest() && response.status() >= 400)
        this.#faults.push(`an error page, status ${response.status()}`);
    });
    page.on('popup', () => this.#faults.push('another window opened'));
  }

  static async of(page: Page): Promise<Watcher> {
    return new Watcher(page, await page.context().newCDPSession(page));
  }

  /** What was wrong since the beginning. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /** The screen of the terminal, or what stands in its place. */
  async screen(): Promise<string> {
    return this.#page.evaluate(
      () => document.querySelector('[data-screen]')?.getAttribute('data-screen') ?? `no screen: ${document.title}`,
    );
  }

  async memory(pids: { readonly agent: number; readonly hub: number }): Promise<Memory> {
    await this.#devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#devtools.send('Runtime.getHeapUsage');
    return { heap: usedSize / 1e6, agent: residentMegabytes(pids.agent), hub: residentMegabytes(pids.hub) };
  }
}

function residentMegabytes(pid: number): number {
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return (kilobytes * 1_024) / 1e6;
}

/** Whether something grows from the second tenth of its samples to the last one, by more than a quarter and `slack`. */
export function grows(samples: readonly number[], slack: number): boolean {
  const tenth = Math.max(1, Math.floor(samples.length / 10));
  const median = (part: readonly number[]): number => part.toSorted((one, other) => one - other)[part.length >> 1] ?? 0;
  const [early, late] = [median(samples.slice(tenth, 2 * tenth)), median(samples.slice(-tenth))];
  return late > early * 1.25 + slack;
}
