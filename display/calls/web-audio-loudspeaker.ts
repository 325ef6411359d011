import { chimeLasts, playChime } from './chime.ts';
import type { Loudspeaker, SoundState } from './loudspeaker.ts';

interface Options {
  /** Loudness, 0 to 1. */
  readonly volume: number;
  /** Told at first and on every change. */
  readonly changed: (state: SoundState) => void;
}

const clipsKept = 32;
const fetchLimit = 8_000;
/** A browser that may play says so within this time; one that waits for a tap says nothing. Milliseconds. */
const verdictAfter = 800;
/** Milliseconds beyond a clip's length after which it counts as over though the browser did not say so. */
const overrun = 1_500;

/** Plays calls by the browser's Web Audio. */
export class WebAudioLoudspeaker implements Loudspeaker {
  readonly #context = new AudioContext();
  readonly #output: GainNode;
  readonly #clips = new Map<string, Promise<AudioBuffer | undefined>>();
  readonly #changed: (state: SoundState) => void;
  #told: SoundState | undefined;
  #stopPlaying: () => void = () => undefined;

  constructor({ volume, changed }: Options) {
    this.#changed = changed;
    this.#output = new GainNode(this.#context, { gain: volume });
    this.#output.connect(this.#context.destination);
    this.#context.addEventListener('statechange', () => this.#tell());
    void this.#context.resume().catch(() => undefined);
    setTimeout(() => this.#tell(), verdictAfter);
  }

  /** Call this from a tap: browsers that mute a page let it sound from then on. */
  async unlock(): Promise<void> {
    await this.#context.resume();
    this.#tell();
    await this.chime();
  }

  /** Loudness from now on, 0 to 1; at 0 nothing is fetched or sounded. */
  set volume(volume: number) {
    this.#output.gain.value = volume;
  }

  prepare(path: string): void {
    if (this.#output.gain.value > 0 && !this.#clips.has(path)) void this.#clip(path);
  }

  async chime(): Promise<void> {
    if (!this.#isHeard) return;
    playChime(this.#context, this.#output);
    await this.#wait(chimeLasts * 1000);
  }

  async speak(path: string): Promise<void> {
    if (!this.#isHeard) return;
    const stopped = new Promise<undefined>((resolve) => (this.#stopPlaying = () => resolve(undefined)));
    const clip = await Promise.race([this.#clip(path), stopped]);
    if (clip !== undefined && this.#isHeard) await this.#play(clip);
  }

  stop(): void {
    this.#stopPlaying();
  }

  async close(): Promise<void> {
    this.stop();
    await this.#context.close();
  }

  get #isOn(): boolean {
    return this.#context.state === 'running';
  }

  get #isHeard(): boolean {
    return this.#isOn && this.#output.gain.value > 0;
  }

  #tell(): void {
    const state = this.#isOn ? 'on' : 'muted';
    if (this.#context.state === 'closed' || state === this.#told) return;
    this.#told = state;
    this.#changed(state);
  }

  async #play(clip: AudioBuffer): Promise<void> {
    const source = new AudioBufferSourceNode(this.#context, { buffer: clip });
    source.connect(this.#output);
    const over = this.#wait(clip.duration * 1000 + overrun);
    // Its own wait, not whatever is waited for by then: a clip that was stopped ends while the next one plays.
    source.addEventListener('ended', this.#stopPlaying, { once: true });
    source.start();
    await over;
    source.disconnect();
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#stopPlaying = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #clip(path: string): Promise<AudioBuffer | undefined> {
    const known = this.#clips.get(path);
    if (known !== undefined) return known;
    const fetched = this.#fetch(path);
    this.#clips.set(path, fetched);
    // What failed is asked for again when it is needed next.
    void fetched.then((clip) => clip ?? this.#clips.delete(path));
    for (const oldest of [...this.#clips.keys()].slice(0, -clipsKept)) this.#clips.delete(oldest);
    return fetched;
  }

  async #fetch(path: string): Promise<AudioBuffer | undefined> {
    try {
      const answer = await fetch(path, { signal: AbortSignal.timeout(fetchLimit) });
      return answer.ok ? await this.#context.decodeAudioData(await answer.arrayBuffer()) : undefined;
    } catch {
      return undefined;
    }
  }
}
