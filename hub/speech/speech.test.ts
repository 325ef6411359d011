import { expect, test } from 'vitest';
import type { SpeechEngine } from './engine.ts';
import { openSpeech } from './speech.ts';
import { writeWave } from './wave.ts';

const site = { speech: { languages: ['zh' as const], wordsPerMinute: 140, volume: 0.8, terminalVolume: 0.4 } };
const call = { label: 'A012', surname: null, sex: 'male', room: { zh: '3 诊室', en: 'Room 3' } } as const;

test('a voice that was not found the first time is looked for again at the next call', async () => {
  const sound = writeWave({ samplesPerSecond: 22_050, samples: new Int16Array(2_000).fill(1_000) });
  const voice: SpeechEngine = { say: async () => sound, close: async () => undefined };
  const found: (SpeechEngine | undefined)[] = [undefined, voice];
  const engine = async (): Promise<SpeechEngine> => {
    const next = found.shift();
    if (next === undefined) throw new Error('no voice is installed');
    return next;
  };
  const speech = openSpeech({ site, engine });
  await expect(speech.wav(call, 'zh')).rejects.toThrow('no voice');
  expect((await speech.wav(call, 'zh')).length).toBeGreaterThan(44);
  await speech.close();
});
