/** One sound to play. `pause`: silence after it, in milliseconds. */
export interface Sound {
  readonly url: string;
  readonly pause: number;
}

export interface Playing {
  readonly sounds: readonly Sound[];
  /** Loudness, 0 to 1. */
  readonly volume: number;
  /** Ends the playing at once. */
  readonly signal: AbortSignal;
}

/** Milliseconds a sound may take to come; the voice makes a sentence in a fraction of that. */
const longestWait = 10_000;

/**
 * Plays sounds one after the other by Web Audio; each is fetched while the one before it is heard. `unable`: one could
 * not be had or played. A browser lets a page sound after a touch.
 */
export async function playClips({ sounds, volume, signal }: Playing): Promise<'spoken' | 'stopped' | 'unable'> {
  const audio = new AudioContext();
  try {
    const output = new GainNode(audio, { gain: volume });
    output.connect(audio.destination);
    await audio.resume();
    let coming = fetchSound(sounds[0], audio, signal);
    for (const [index, { pause }] of sounds.entries()) {
      const sound = await coming;
      if (signal.aborted) return 'stopped';
      if (sound === undefined) return 'unable';
      coming = fetchSound(sounds[index + 1], audio, signal);
      await heard({ audio, sound, output, signal, pause });
    }
    return signal.aborted ? 'stopped' : 'spoken';
  } catch {
    return signal.aborted ? 'stopped' : 'unable';
  } finally {
    await audio.close();
  }
}

async function fetchSound(
  sound: Sound | undefined,
  audio: AudioContext,
  signal: AbortSignal,
): Promise<AudioBuffer | undefined> {
  if (sound === undefined) return undefined;
  try {
    const response = await fetch(sound.url, { signal: AbortSignal.any([signal, AbortSignal.timeout(longestWait)]) });
    return response.ok ? await audio.decodeAudioData(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

/** Resolves when a sound and the silence after it are over, or at once when it is stopped. */
function heard(one: {
  readonly audio: AudioContext;
  readonly sound: AudioBuffer;
  readonly output: AudioNode;
  readonly signal: AbortSignal;
  readonly pause: number;
}): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const source = new AudioBufferSourceNode(one.audio, { buffer: one.sound });
  source.connect(one.output);
  source.start();
  const timer = setTimeout(() => resolve(undefined), one.sound.duration * 1000 + one.pause);
  const stop = (): void => {
    clearTimeout(timer);
    source.stop();
    resolve(undefined);
  };
  one.signal.addEventListener('abort', stop, { once: true });
  return promise.then(() => one.signal.removeEventListener('abort', stop));
}
