import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { House } from '../../tools/house.js';
import { pushing, type Deed } from './deeds.ts';

/** What the hospital is told; the monkey picks one by its number. */
const scripts: readonly unknown[] = [
  null,
  {
    operations: { '*': { latencySeconds: { from: 0.2, to: 3 }, errors: 0.1, timeoutsAfterCommit: 0.1 } },
    silenceSeconds: 3,
  },
  { outages: [{}] },
  { outages: [{ answers: 'nothing', forSeconds: 20 }], silenceSeconds: 20 },
];

/** Milliseconds. */
const longestLook = 1_200;

const onBench = z.object({
  cards: z.array(z.object({ id: z.string() })),
  things: z.array(z.object({ id: z.string(), device: z.enum(pushing) })),
});
type OnBench = z.infer<typeof onBench>;

/** The monkey's hands: on the glass, on the keys, on cards, cables and paper. */
export class Hands {
  readonly #house: House;
  readonly #page: Page;
  readonly #data: string;
  readonly #bench: OnBench;
  #restarting: Promise<void> | undefined;
  /** Restarts of the hub so far. */
  restarts = 0;

  private constructor(parts: { house: House; page: Page; data: string; bench: OnBench }) {
    this.#house = parts.house;
    this.#page = parts.page;
    this.#data = parts.data;
    this.#bench = parts.bench;
  }

  static async of(parts: { readonly house: House; readonly page: Page; readonly data: string }): Promise<Hands> {
    const reply = await fetch(`${parts.house.bench}/bench/cards`);
    return new Hands({ ...parts, bench: onBench.parse(await reply.json()) });
  }

  async do(deed: Deed): Promise<void> {
    const { mouse, keyboard } = this.#page;
    switch (deed.kind) {
      case 'touch': {
        const { width, height } = this.#page.viewportSize() ?? { width: 1, height: 1 };
        return mouse.click(deed.across * width, deed.down * height);
      }
      case 'button':
        await this.#press(deed.which);
        return deed.stays ? this.#stay() : undefined;
      case 'key':
        return keyboard.press(deed.key);
      case 'wedge':
        await keyboard.insertText(deed.text.slice(0, 80));
        return keyboard.press('Enter');
      case 'card':
        await this.#post('reader', { action: 'lay-down', card: at(this.#bench.cards, deed.which)?.id });
        return deed.stays ? this.#stay() : undefined;
      case 'lift':
        return this.#post('reader', { action: 'lift' });
      case 'scan':
        return this.#post('scanner', { action: 'show-code', code: deed.text });
      case 'cable':
        return this.#post(deed.device, { action: deed.action });
      case 'show': {
        const thing = at(this.#bench.things, deed.which);
        if (thing !== undefined) await this.#post(thing.device, { action: 'show', thing: thing.id });
        return deed.stays ? this.#stay() : undefined;
      }
      case 'reader':
      case 'printer':
        return this.#post(deed.kind, { action: deed.action });
      case 'hospital':
        return this.#tellHospital(scripts[deed.script]);
      case 'pass':
        return this.#page.clock.runFor(deed.seconds * 1_000);
      case 'hub':
        return this.#restartHub(deed.how);
    }
  }

  /** Everything is put right again, and the hands are taken away. */
  async mendEverything(): Promise<void> {
    await this.#restarting;
    await this.#tellHospital(null);
    for (const action of ['mend', 'lift']) await this.#post('reader', { action });
    for (const device of pushing) await this.#post(device, { action: 'plug-cable' });
    for (const action of ['plug-cable', 'close-cover', 'clear-cutter', 'insert-paper'])
      await this.#post('printer', { action });
  }

  /** Looks at the screen until the machine has done what it does; turns away when that takes long. */
  async #stay(): Promise<void> {
    await this.#page
      .waitForFunction(
        () =>
          !/identifying|looking-up|checking-in|printing|welcome/.test(
            document.querySelector('[data-screen]')?.getAttribute('data-screen') ?? '',
          ),
        undefined,
        { timeout: longestLook, polling: 50 },
      )
      .catch(() => undefined);
  }

  /** Presses the button at this place among those that can be pressed now, as a finger does: down and up at its middle. */
  async #press(which: number): Promise<void> {
    const middle = await this.#page.evaluate((share) => {
      const buttons = [...document.querySelectorAll('button, a[href], input, [role="button"]')].filter(
        (button) => button.closest('[inert]') === null && button.getClientRects().length > 0,
      );
      const box = buttons[Math.floor(share * buttons.length)]?.getBoundingClientRect();
      return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, which);
    if (middle !== null) await this.#page.mouse.click(middle.x, middle.y);
  }

  async #restartHub(how: 'stop' | 'kill'): Promise<void> {
    if (this.#restarting !== undefined) return;
    const { hub } = this.#house.processes;
    if (how === 'kill') hub.kill();
    const again = async (): Promise<void> => {
      if (how === 'stop') await hub.stop();
      await hub.ended;
      await this.#house.startHubAgain();
      this.restarts += 1;
    };
    // The monkey goes on meanwhile.
    this.#restarting = again().finally(() => (this.#restarting = undefined));
    this.#restarting.catch(() => undefined);
  }

  async #tellHospital(script: unknown): Promise<void> {
    if (this.#restarting !== undefined) return;
    const token = readFileSync(join(this.#data, 'hub', 'admin-token'), 'utf8').trim();
    const reply = await fetch(`${this.#house.hub}/api/operator/hospital`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ script }),
    });
    if (!reply.ok) throw new Error(`the hub answered ${reply.status} to a script of the hospital`);
  }

  async #post(device: string, body: object): Promise<void> {
    const { bench } = this.#house;
    const reply = await fetch(`${bench}/bench/${device}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: bench },
      body: JSON.stringify(body),
    });
    await reply.arrayBuffer();
    if (!reply.ok) throw new Error(`the device bench answered ${reply.status} to ${JSON.stringify(body)}`);
  }
}

/** What stands at this place of a list. */
function at<T>(list: readonly T[], share: number): T | undefined {
  return list[Math.floor(share * list.length)];
}
