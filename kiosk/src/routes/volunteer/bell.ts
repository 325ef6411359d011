import type { SoundState } from '@lobby/display/calls/loudspeaker.ts';
import { WebAudioLoudspeaker } from '@lobby/display/calls/web-audio-loudspeaker.ts';
import type { Ring } from './ring.ts';

/** Milliseconds on and off, as a phone shakes in a pocket. */
const shaking: Readonly<Record<Ring, number[]>> = {
  asked: [300, 120, 300],
  escalated: [500, 150, 500, 150, 500],
};
const loudness = 0.9;

/** The bell of the board: once for a new request, twice for one that nobody has taken in time. Phones shake as well. */
export class Bell {
  readonly #loudspeaker: WebAudioLoudspeaker;

  constructor(changed: (state: SoundState) => void) {
    this.#loudspeaker = new WebAudioLoudspeaker({ volume: loudness, changed });
  }

  /** From a tap: lets the browser play sound from now on, and lets the ear hear it. */
  async unlock(): Promise<void> {
    await this.#loudspeaker.unlock();
  }

  async ring(ring: Ring): Promise<void> {
    navigator.vibrate?.(shaking[ring]);
    await this.#loudspeaker.chime();
    if (ring === 'escalated') await this.#loudspeaker.chime();
  }

  close(): void {
    void this.#loudspeaker.close();
  }
}
