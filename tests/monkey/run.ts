// npm run monkey -- --events N --seed S: somebody without sense plays with a terminal. Exit 1: something was wrong.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { startHouse, type House } from '../../tools/house.js';
import { inWords, momentsOf, type Moment } from './deeds.ts';
import { Hands } from './hands.ts';
import { grows, Watcher, type Memory } from './watcher.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
/** Events between two rests. */
const burst = 100;
/**
 * A terminal that nobody touches is at welcome again after so long: the longest idle time (help was asked for, or large
 * text), the longest wait of a check-in before it, and the screens after it.
 */
const restSeconds = 480;
/** What the machine itself may take for that: cables and a hub that come back. */
const patienceMilliseconds = 90_000;

const { events, seed } = readWords();
const folder = mkdtempSync(join(tmpdir(), 'lobby-monkey-'));
const data = join(folder, 'data');
mkdirSync(data);
const house = await startHouse({ site: join(repository, 'config', 'sites', 'demo'), data });
const browser = await launch();
try {
  process.exitCode = await play(await openTerminal(browser, house));
} finally {
  await browser.close();
  await house.stop();
  if (process.exitCode === 0) rmSync(folder, { recursive: true, force: true });
}

async function play(page: Page): Promise<number> {
  const watcher = await Watcher.of(page);
  const hands = await Hands.of({ house, page, data });
  const done = new Map<string, number>();
  const seen = new Set<string>();
  const last: Moment[] = [];
  const memories: Memory[] = [];
  const rests: number[] = [];
  const started = performance.now();
  let count = 0;
  try {
    for (const moment of momentsOf(seed)) {
      if (count >= events) break;
      last.push(moment);
      if (last.length > 40) last.shift();
      await Promise.all(moment.map((deed) => hands.do(deed)));
      for (const { kind } of moment) done.set(kind, (done.get(kind) ?? 0) + 1);
      const before = count;
      count += moment.length;
      seen.add(await watcher.screen());
      if (Math.floor(before / burst) === Math.floor(count / burst) && count < events) continue;
      rests.push(await rest(page, watcher, hands));
      const { agent, hub } = house.processes;
      memories.push(await watcher.memory({ agent: agent.pid, hub: hub.pid }));
      if (watcher.faults.length > 0) throw new Error(watcher.faults.join('\n'));
      if (count % 1_000 < burst) console.log(`  ${count} events, ${describe(memories.at(-1))}`);
    }
  } catch (error) {
    const picture = join(folder, 'last-screen.png');
    await page.screenshot({ path: picture }).catch(() => undefined);
    console.log(
      `\nWrong after ${count} events with seed ${seed}: ${error instanceof Error ? error.message : String(error)}`,
    );
    console.log(
      `The last events, oldest first:\n${last.map((moment) => `  ${moment.map(inWords).join('  +  ')}`).join('\n')}`,
    );
    console.log(`Screen, logs and databases: ${folder}`);
    return 1;
  }
  const minutes = (performance.now() - started) / 60_000;
  console.log(`\n${count} events with seed ${seed} in ${minutes.toFixed(1)} minutes; ${hands.restarts} hub restarts`);
  console.log([...done].map(([kind, times]) => `${kind} ${times}`).join(', '));
  console.log(`${seen.size} screens were seen: ${[...seen].sort().join(', ')}`);
  console.log(
    `back at welcome after each of ${rests.length} bursts, at the latest ${Math.max(...rests)} s of the page's time after the last touch`,
  );
  console.log(`no error page, no console error; ${watcher.refusals} refusals that the browser noted`);
  return judgeMemory(memories);
}

/** Nobody touches anything any more. Resolves with the seconds, by the page's clock, until welcome is there. */
async function rest(page: Page, watcher: Watcher, hands: Hands): Promise<number> {
  await hands.mendEverything();
  const end = performance.now() + patienceMilliseconds;
  let seconds = 0;
  let screen = await watcher.screen();
  while (screen !== 'welcome') {
    if (performance.now() > end || (seconds >= restSeconds && screen !== 'out-of-service'))
      throw new Error(`it did not come back to welcome; after ${seconds} s it shows ${screen}`);
    // The devices and the hub come back in their own time, which cannot be wound forward.
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (seconds < restSeconds) {
      await page.clock.runFor(5_000);
      seconds += 5;
    }
    screen = await watcher.screen();
  }
  return seconds;
}

function judgeMemory(memories: readonly Memory[]): number {
  const [first, last] = [memories[Math.floor(memories.length / 10)], memories.at(-1)];
  console.log(`memory: ${describe(first)} → ${describe(last)}`);
  if (memories.length < 10) {
    console.log('(too few rests to say whether it grows)');
    return 0;
  }
  const heap = grows(
    memories.map((memory) => memory.heap),
    1,
  );
  const agent = grows(
    memories.map((memory) => memory.agent),
    5,
  );
  console.log(heap || agent ? `memory grows: ${heap ? 'page ' : ''}${agent ? 'agent' : ''}` : 'memory is flat');
  return heap || agent ? 1 : 0;
}

function describe(memory: Memory | undefined): string {
  if (memory === undefined) return 'nothing measured';
  const { heap, agent, hub } = memory;
  return `page ${heap.toFixed(1)} MB, agent ${Math.round(agent)} MB, hub ${Math.round(hub)} MB`;
}

async function openTerminal(from: Browser, { agent }: House): Promise<Page> {
  const page = await from.newPage({ viewport: { width: 1080, height: 1920 } });
  // Its clock runs as ever, and can be wound forward: nobody waits two minutes for an idle terminal.
  await page.clock.install();
  await page.goto(`${agent}/`);
  await page.locator('[data-screen="welcome"]').waitFor();
  return page;
}

function launch(): Promise<Browser> {
  const executablePath = process.env['LOBBY_CHROMIUM'];
  const args = ['--disable-gpu', '--disable-background-networking', '--autoplay-policy=no-user-gesture-required'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args });
}

function readWords(): { readonly events: number; readonly seed: number } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { events: text, seed: text } });
  const whole = (value: string | undefined, otherwise: number): number => {
    const read = value === undefined ? otherwise : Number(value);
    if (!Number.isInteger(read) || read < 1) {
      console.error('npm run monkey -- [--events N] [--seed S]   both whole numbers from 1');
      process.exit(2);
    }
    return read;
  };
  return { events: whole(values.events, 2_000), seed: whole(values.seed, 1 + Math.floor(Math.random() * 1e6)) };
}
