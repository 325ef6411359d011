import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagedEngine } from '@lobby/hub/speech/packaged-engine.ts';
import { openSpeech, type CallSpeech, type CallWords } from '@lobby/hub/speech/speech.ts';
import type { SpeechEngine } from '@lobby/hub/speech/engine.ts';
import { readWave } from '@lobby/hub/speech/wave.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const site = {
  speech: { languages: ['zh' as const, 'en' as const], wordsPerMinute: 140, volume: 0.8, terminalVolume: 0.4 },
};
const call: CallWords = { label: 'A012', surname: '单', sex: 'female', room: { zh: '3 诊室', en: 'Room 3' } };
const highestPeak = 29204; // -1 dBFS

let said: string[];
let speech: CallSpeech;

/** The packaged voice, with a list of what it was asked to say. */
function listenedTo(engine: SpeechEngine): SpeechEngine {
  return {
    say: (utterance) => {
      said.push(utterance.text);
      return engine.say(utterance);
    },
    close: () => engine.close(),
  };
}

beforeEach(() => {
  said = [];
  speech = openSpeech({ site, engine: async () => listenedTo(packagedEngine()) });
});
afterEach(() => speech.close());

describe('a call on the loudspeaker', () => {
  test.each(['zh', 'en'] as const)(
    'in %s is a sound of some seconds, as loud as allowed and no louder',
    async (language) => {
      const sound = readWave(await speech.wav(call, language));
      if (sound === undefined) throw new Error('no WAV');
      const seconds = sound.samples.length / sound.samplesPerSecond;
      const peak = sound.samples.reduce((high, sample) => Math.max(high, Math.abs(sample)), 0);
      const energy = sound.samples.reduce((sum, sample) => sum + sample * sample, 0) / sound.samples.length;
      expect(seconds).toBeGreaterThan(2);
      expect(seconds).toBeLessThan(12);
      expect(peak).toBeLessThanOrEqual(highestPeak);
      expect(peak).toBeGreaterThan(highestPeak - 300);
      expect(Math.sqrt(energy)).toBeGreaterThan(500);
    },
  );

  test('with the family name is longer than without', async () => {
    const [withName, without] = await Promise.all([
      speech.wav(call, 'zh'),
      speech.wav({ ...call, surname: null }, 'zh'),
    ]);
    expect(withName.length).toBeGreaterThan(without.length);
  });

  test('that two screens fetch at once is spoken once, and again from memory', async () => {
    const [one, two] = await Promise.all([speech.wav(call, 'zh'), speech.wav(call, 'zh')]);
    expect(one).toBe(two);
    expect(await speech.wav(call, 'zh')).toBe(one);
    expect(said).toHaveLength(1);
  });

  test('that was prepared is spoken in both languages before anybody asks', async () => {
    speech.prepare(call);
    await expect.poll(() => said.length, { timeout: 30_000 }).toBe(2);
    await Promise.all([speech.wav(call, 'zh'), speech.wav(call, 'en')]);
    expect(said).toHaveLength(2);
  });

  test('with hostile names is an ordinary call', async () => {
    const hostile: CallWords = {
      label: 'A1',
      surname: '$(id)',
      sex: 'male',
      room: { zh: '-w /tmp/x\u0000诊室', en: '--help;<b>[[' },
    };
    expect(readWave(await speech.wav(hostile, 'zh'))).toBeDefined();
    expect(readWave(await speech.wav(hostile, 'en'))).toBeDefined();
  });

  test('after closing is refused, and a second closing is no accident', async () => {
    await speech.wav(call, 'zh');
    await speech.close();
    await expect(speech.wav({ ...call, label: 'A013' }, 'zh')).rejects.toThrow('closed');
    await speech.close();
  });
});

describe('the process that speaks', () => {
  const utterance = { voice: 'en', text: 'Number 1.', wordsPerMinute: 140 } as const;
  const answer = `const answer = (line) => console.log(JSON.stringify({ id: JSON.parse(line).id, wave: 'AAAA' }));`;
  const eachLine = `process.stdin.on('data', (data) => String(data).trim().split('\\n').forEach(onLine));`;
  let folder: string;
  const program = (onLine: string): string => {
    const file = join(folder, 'voice.mjs');
    writeFileSync(file, `${answer} ${onLine} ${eachLine}`);
    return file;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lobby-speech-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is killed when it hangs, and the next sentence gets a new one', async () => {
    const once = join(folder, 'hung-once');
    const hangsOnce = `import { existsSync, writeFileSync } from 'node:fs';
      function onLine(line) { if (existsSync(${JSON.stringify(once)})) answer(line); else writeFileSync(${JSON.stringify(once)}, ''); }`;
    const engine = packagedEngine({ program: program(hangsOnce), longestSynthesis: 3000 });
    await expect(engine.say(utterance)).rejects.toThrow('ended');
    await expect(engine.say(utterance)).resolves.toHaveLength(3);
    await engine.close();
  });

  test('is replaced when it dies', async () => {
    const diesAfterOne = `let said = 0; function onLine(line) { if (said++ > 0) process.exit(1); answer(line); }`;
    const engine = packagedEngine({ program: program(diesAfterOne) });
    await expect(engine.say(utterance)).resolves.toHaveLength(3);
    await expect(engine.say(utterance)).rejects.toThrow('ended');
    await expect(engine.say(utterance)).resolves.toHaveLength(3);
    await engine.close();
  });

  test('may babble between its answers', async () => {
    const babbles = `function onLine(line) { console.log('noise {'); console.log('{"id":"x"}'); console.log('null'); answer(line); }`;
    const engine = packagedEngine({ program: program(babbles) });
    await expect(engine.say(utterance)).resolves.toHaveLength(3);
    await engine.close();
  });

  test('speaks nothing once it is closed', async () => {
    const engine = packagedEngine({ program: program('function onLine(line) { answer(line); }') });
    await engine.say(utterance);
    await engine.close();
    await expect(engine.say(utterance)).rejects.toThrow('closed');
  });
});
