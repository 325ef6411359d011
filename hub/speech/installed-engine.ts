import { execFile } from 'node:child_process';
import { espeakArguments, type SpeechEngine, type Utterance } from './engine.ts';

const longestSynthesis = 20_000;
const largestOutput = 32 * 1024 * 1024;
const probe: Utterance = { voice: 'cmn-latn-pinyin', text: 'hao3', wordsPerMinute: 140 };

/** The espeak-ng that the machine has; undefined where there is none, or none with the voice for pinyin. */
export async function installedEngine(program = 'espeak-ng'): Promise<SpeechEngine | undefined> {
  const running = new Set<() => void>();
  let closed = false;
  const say = (utterance: Utterance): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error('speech is closed'));
      const options = { encoding: 'buffer', timeout: longestSynthesis, maxBuffer: largestOutput } as const;
      const child = execFile(program, espeakArguments(utterance, ['--stdout']), options, (error, wave) => {
        running.delete(stop);
        if (error === null && wave.length > 0) resolve(new Uint8Array(wave));
        else reject(new Error('espeak-ng did not speak'));
      });
      const stop = (): void => void child.kill('SIGKILL');
      running.add(stop);
    });
  const close = async (): Promise<void> => {
    closed = true;
    for (const stop of running) stop();
  };
  try {
    await say(probe);
    return { say, close };
  } catch {
    return undefined;
  }
}
