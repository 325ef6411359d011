import { addressOfClip } from '../spoken/terminal-voice.svelte.ts';
import type { Language } from '#lib/words/language.ts';
import type { SoundFault } from '@lobby/hub/contract';

/** Milliseconds in which the hub makes the sentence; every terminal may ask at the same time. */
const longestWait = 10_000;
/** A context that may not play never starts. Milliseconds. */
const untilRunning = 1_000;
/** A context without an output stands still: its sound never ends. Milliseconds after it should have. */
const grace = 2_000;

/**
 * Speaks one sentence by the hub's voice, as elder mode does. Null: it was played to its end. `no-voice`: the hub could
 * not make it; `no-sound`: this browser could not play it.
 */
export async function speakTest(place: {
  readonly language: Language;
  readonly volume: number;
}): Promise<SoundFault | null> {
  const sentence = await fetchSentence(place.language);
  if (sentence === undefined) return 'no-voice';
  const audio = new AudioContext();
  try {
    await Promise.race([audio.resume(), pause(untilRunning)]);
    if (audio.state !== 'running' || place.volume === 0) return 'no-sound';
    const buffer = await audio.decodeAudioData(sentence);
    const output = new GainNode(audio, { gain: place.volume });
    output.connect(audio.destination);
    const source = new AudioBufferSourceNode(audio, { buffer });
    source.connect(output);
    const ended = new Promise<null>((resolve) => source.addEventListener('ended', () => resolve(null), { once: true }));
    source.start();
    return await Promise.race([ended, pause(buffer.duration * 1000 + grace).then(() => 'no-sound' as const)]);
  } catch {
    return 'no-sound';
  } finally {
    await audio.close();
  }
}

async function fetchSentence(language: Language): Promise<ArrayBuffer | undefined> {
  const address = addressOfClip({ id: 'self-test.heard', values: [] }, language);
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(longestWait), cache: 'no-store' });
    return answer.ok ? await answer.arrayBuffer() : undefined;
  } catch {
    return undefined;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
