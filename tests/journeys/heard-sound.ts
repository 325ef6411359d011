import type { Page } from '@playwright/test';

/** A sound of the page that began or was stopped. */
export interface SoundNote {
  readonly what: 'began' | 'stopped';
  /** Of the audio context at that moment. */
  readonly state: string;
  /** Of the sound, in seconds. */
  readonly seconds: number;
}

/** What a page plays by Web Audio from now on, and by what addresses it had it. */
export interface Ear {
  readonly notes: () => Promise<readonly SoundNote[]>;
  readonly asked: readonly { readonly url: string; readonly type: string }[];
}

declare global {
  interface Window {
    soundNotes?: SoundNote[];
  }
}

/** Listens at the loudspeaker of a page. */
export async function listenTo(page: Page): Promise<Ear> {
  const asked: { url: string; type: string }[] = [];
  page.on('response', (response) => {
    const url = decodeURIComponent(response.url());
    if (url.includes('/speech/')) asked.push({ url, type: response.headers()['content-type'] ?? '' });
  });
  await page.evaluate(() => {
    const notes: SoundNote[] = [];
    window.soundNotes = notes;
    for (const [verb, what] of [
      ['start', 'began'],
      ['stop', 'stopped'],
    ] as const) {
      const own = AudioBufferSourceNode.prototype[verb];
      AudioBufferSourceNode.prototype[verb] = function heard(this: AudioBufferSourceNode, ...when: []) {
        notes.push({ what, state: this.context.state, seconds: this.buffer?.duration ?? 0 });
        own.apply(this, when);
      };
    }
  });
  return { asked, notes: () => page.evaluate(() => window.soundNotes ?? []) };
}
