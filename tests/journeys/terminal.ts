import { checkInWording } from '@lobby/kiosk/src/flows/check-in/wording.ts';
import type { ScreenName } from '@lobby/kiosk/src/flows/screen-view.ts';
import { waitWording } from '@lobby/kiosk/src/flows/visit/waits/wording.ts';
import { visitWording } from '@lobby/kiosk/src/flows/visit/wording.ts';
import { expect, type Locator, type Page } from '@playwright/test';
import type { DeviceBench } from './device-bench.ts';

export type Language = 'zh' | 'en';

/** What a terminal says in one language. */
export interface Wording {
  readonly visit: (typeof visitWording)[Language];
  readonly checkIn: (typeof checkInWording)[Language];
  readonly waits: (typeof waitWording)[Language];
}

const otherLanguage = { zh: '中文', en: 'English' } as const;

/** A terminal as whoever stands before it uses it: eyes, fingers and a card. */
export class Terminal {
  readonly page: Page;
  readonly main: Locator;
  readonly #bench: DeviceBench;

  constructor(page: Page, bench: DeviceBench) {
    this.page = page;
    this.main = page.locator('main');
    this.#bench = bench;
  }

  /** Waits until this screen is there. */
  async sees(screen: ScreenName): Promise<void> {
    await this.page.locator(`[data-screen="${screen}"]`).waitFor({ timeout: 20_000 });
  }

  async speak(language: Language): Promise<void> {
    await this.page.getByRole('button', { name: otherLanguage[language], exact: true }).click();
  }

  /** The screen says these sentences in Chinese, and after a tap on the other language in English. */
  async saysInBothLanguages(sentences: (wording: Wording) => readonly string[]): Promise<void> {
    await this.says(sentences({ visit: visitWording.zh, checkIn: checkInWording.zh, waits: waitWording.zh }));
    await this.speak('en');
    await this.says(sentences({ visit: visitWording.en, checkIn: checkInWording.en, waits: waitWording.en }));
    await this.speak('zh');
  }

  async says(sentences: readonly string[]): Promise<void> {
    for (const sentence of sentences) await expect(this.main).toContainText(asShown(sentence));
  }

  async press(label: string): Promise<void> {
    await this.button(label).click();
  }

  button(label: string): Locator {
    return this.page.getByRole('button', { name: asShown(label) });
  }

  async layDown(card: string, screen: ScreenName): Promise<void> {
    await this.#bench.layDown(card);
    await this.sees(screen);
  }

  /** Takes the card and goes; whatever stands on the screen makes room for the next patient. */
  async leave(): Promise<void> {
    await this.#bench.reader('lift');
    const home = this.page.locator('footer button').first();
    const back = this.page.locator('[data-screen="welcome"]');
    await home.click();
    await back.waitFor();
  }

  /** Checks in for the step on the screen. Resolves with the number, once the screen is past printing. */
  async checkIn(): Promise<string> {
    await this.press(visitWording.zh.step.start);
    return this.number();
  }

  /** The number on the screen, printed or not. */
  async number(): Promise<string> {
    await this.page.locator('[data-screen^="ticket-"]').waitFor({ timeout: 25_000 });
    return (await this.main.locator('.number strong').textContent()) ?? '';
  }
}

/** A bar marks where a line may be broken; it is not shown. */
export function asShown(sentence: string): string {
  return sentence.replaceAll('|', '');
}
