import type { Site } from '@lobby/config';
import type { CallWords, SpokenLanguage } from './call-words.ts';
import type { SpeechEngine, Utterance } from './engine.ts';
import { installedEngine } from './installed-engine.ts';
import { packagedEngine } from './packaged-engine.ts';
import { screenSentence } from './screen-sentence.ts';
import { sentenceOf } from './sentences.ts';
import { soundCache } from './sound-cache.ts';
import { polish, readWave, writeWave } from './wave.ts';
import { workLine } from './work-ahead.ts';

export type { CallWords, SpokenLanguage } from './call-words.ts';

/** Spoken calls, made by the hub and kept in memory. */
export interface CallSpeech {
  /** The spoken call as a WAV file, one channel, 16 bits, peak at most -1 dBFS. Rejects when no voice can speak. */
  wav(call: CallWords, language: SpokenLanguage): Promise<Uint8Array>;
  /** Makes the call ahead of need, in the languages of the site, when nothing else is being made. */
  prepare(call: CallWords): void;
  /** One sentence of a terminal's screen, as such a file; undefined when it has no words. Rejects when no voice can speak. */
  say(text: string, language: SpokenLanguage): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

export interface SpeechSettings {
  readonly site: Pick<Site, 'speech'>;
  /** Finds the engine when the first sentence is spoken; the installed espeak-ng, else the packaged one, unless given. */
  readonly engine?: () => Promise<SpeechEngine>;
}

const cacheBytes = 48 * 1024 * 1024;
const mostAhead = 200;

/** Opens speech. Nothing runs before the first sentence. */
export function openSpeech({ site, engine = bestEngine }: SpeechSettings): CallSpeech {
  const cache = soundCache(cacheBytes);
  const line = workLine<Uint8Array>(mostAhead);
  let chosen: Promise<SpeechEngine> | undefined;

  const speak = async (utterance: Utterance): Promise<Uint8Array> => {
    chosen ??= engine().catch((error: unknown) => {
      // Found again at the next sentence.
      chosen = undefined;
      throw error;
    });
    const wave = await sayTwice(await chosen, utterance);
    const sound = readWave(wave);
    if (sound === undefined || sound.samples.length === 0) throw new Error('the voice made no sound');
    return writeWave(polish(sound));
  };
  const utteranceOf = (call: CallWords, language: SpokenLanguage): Utterance => ({
    ...sentenceOf(call, language),
    wordsPerMinute: site.speech.wordsPerMinute,
  });
  const make = (utterance: Utterance) => async (): Promise<Uint8Array> => {
    const wave = await speak(utterance);
    cache.set(nameOf(utterance), wave);
    return wave;
  };

  return {
    wav: async (call, language) => {
      const utterance = utteranceOf(call, language);
      const name = nameOf(utterance);
      return cache.get(name) ?? line.now(name, make(utterance));
    },
    say: async (text, language) => {
      const utterance = { ...screenSentence(text, language), wordsPerMinute: site.speech.wordsPerMinute };
      if (utterance.text === '') return undefined;
      const name = nameOf(utterance);
      return cache.get(name) ?? line.now(name, make(utterance));
    },
    prepare: (call) => {
      for (const language of site.speech.languages) {
        const utterance = utteranceOf(call, language);
        const name = nameOf(utterance);
        if (cache.get(name) === undefined) line.ahead(name, make(utterance));
      }
    },
    close: async () => {
      line.close();
      cache.clear();
      const used = await chosen?.catch(() => undefined);
      await used?.close();
    },
  };
}

function nameOf(utterance: Utterance): string {
  return `${utterance.voice} ${utterance.wordsPerMinute} ${utterance.text}`;
}

/** A process that died, or hung and was killed, is replaced: the sentence gets a second chance. */
async function sayTwice(engine: SpeechEngine, utterance: Utterance): Promise<Uint8Array> {
  try {
    return await engine.say(utterance);
  } catch {
    return engine.say(utterance);
  }
}

async function bestEngine(): Promise<SpeechEngine> {
  return (await installedEngine()) ?? packagedEngine();
}
