import { playClips } from '#lib/speech/play-clips.ts';
import type { Voice } from '#lib/speech/voice.ts';
import { whatIsSaid } from '#lib/speech/what-is-said.ts';
import type { Language } from '#lib/words/language.ts';
import { nameOfClip, type Clip } from './known-sentences.ts';
import { scriptOf } from './script.ts';

/** Speaks the screens of a terminal by sentences that the hub makes. */
export class TerminalVoice implements Voice {
  state = $state<Voice['state']>('quiet');
  readonly #facts: () => { readonly language: Language; readonly volume: number };
  #playing = new AbortController();

  /** `facts`: asked for at each screen. */
  constructor(facts: () => { readonly language: Language; readonly volume: number }) {
    this.#facts = facts;
  }

  speak(screen: Element): void {
    this.stop();
    const { language, volume } = this.#facts();
    const playing = new AbortController();
    this.#playing = playing;
    this.state = 'speaking';
    const sounds = scriptOf(whatIsSaid(screen), language).map(({ clip, sound, pause }) => ({
      url: sound ?? addressOfClip(clip, language),
      pause,
    }));
    void playClips({ sounds, volume, signal: playing.signal }).then((outcome) => {
      if (this.#playing === playing) this.state = outcome === 'unable' ? 'unable' : 'quiet';
    });
  }

  stop(): void {
    this.#playing.abort();
    this.state = 'quiet';
  }
}

/** Where the hub serves a clip, as a terminal's page asks for it. */
export function addressOfClip(clip: Clip, language: Language): string {
  return `/api/terminal/speech/${language}/${encodeURIComponent(nameOfClip(clip))}`;
}
