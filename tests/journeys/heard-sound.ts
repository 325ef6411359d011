import type { Page } from '@playwright/test';

/** A sound of the page that began; or all of them are over. */
export interface SoundNote {
  readonly what: 'began' | 'over';
  /** Of the audio context at that moment. */
  readonly state: string;
  /** Of the sound, in seconds; 0 when they are over. */
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
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function begins(this: AudioBufferSourceNode, ...when: []) {
      notes.push({ what: 'began', state: this.context.state, seconds: this.buffer?.duration ?? 0 });
      start.apply(this, when);
    };
    const { close } = AudioContext.prototype;
    AudioContext.prototype.close = function ends(this: AudioContext) {
      notes.push({ what: 'over', state: this.state, seconds: 0 });
      return close.apply(this);
    };
  });
  return { asked, notes: () => page.evaluate(() => window.soundNotes ?? []) };
}
