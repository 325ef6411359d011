import { frameWording } from '@lobby/kiosk/src/flows/frame-wording.ts';
import type { Page } from '@playwright/test';
import { listenTo } from './heard-sound.ts';
import { expect, test, type Story } from './story.ts';
import { Terminal } from './terminal.ts';

/** In elder mode, with a card that has a ticket: a tap speaks the screen, another one stops it, and so does another screen. */
export async function listenInElderMode({ bench }: Story, terminal: Page, label: string): Promise<void> {
  const patient = new Terminal(terminal, bench);
  const button = terminal.locator('[data-listen]');
  const ear = await listenTo(terminal);
  const began = async (): Promise<number> => (await ear.notes()).filter(({ what }) => what === 'began').length;
  const isQuiet = async (): Promise<void> => {
    await expect(button).toHaveText('听一听');
    await expect.poll(async () => (await ear.notes()).at(-1)?.what).toBe('over');
  };

  await test.step('in elder mode a tap speaks the screen, another one stops it', async () => {
    await expect(button).toHaveCount(0);
    await patient.press(frameWording.zh.mode.elder);
    await button.click();
    await expect(button).toHaveText('不听了');
    await expect.poll(began).toBe(1);
    const [first] = await ear.notes();
    expect(first).toMatchObject({ what: 'began', state: 'running' });
    expect(first?.seconds).toBeGreaterThan(0.5);
    await button.click();
    await isQuiet();
  });

  await test.step('a screen that goes takes its voice with it', async () => {
    await button.click();
    await expect.poll(began).toBe(2);
    await patient.layDown('zhang-jianming', 'already-checked-in');
    await isQuiet();
  });

  await test.step('a patient hears sentences of the house; nothing personal is in their addresses', async () => {
    await button.click();
    const addresses = (): string =>
      ear.asked.map(({ url }) => url.slice(url.indexOf('/api/') + '/api/terminal/speech/zh/'.length)).join('\n');
    // Its last sign is on the way: the number is heard sign by sign.
    await expect.poll(addresses, { timeout: 20_000 }).toMatch(/(sign~.\n?){4}/);
    await patient.leave();
    expect(new Set(ear.asked.map(({ type }) => type))).toEqual(new Set(['audio/wav']));
    expect(addresses()).toMatch(/^[\w.~\n-]+$/);
    expect(addresses()).not.toContain(label);
  });
}
