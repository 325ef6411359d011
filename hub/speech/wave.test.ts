import fc from 'fast-check';
import { expect, test } from 'vitest';
import { polish, readWave, writeWave } from './wave.ts';

const peakOf = (samples: Int16Array): number => samples.reduce((high, sample) => Math.max(high, Math.abs(sample)), 0);

test('a written sound is read back as it was', () => {
  const sound = { samplesPerSecond: 22050, samples: Int16Array.of(1, -2, 32767, -32768) };
  expect(readWave(writeWave(sound))).toEqual(sound);
});

test('a quiet and a too loud voice both end at -1 dBFS, with silent ends', () => {
  for (const loudness of [300, 32767, -32768]) {
    const samples = polish({ samplesPerSecond: 22050, samples: new Int16Array(4000).fill(loudness) }).samples;
    expect(peakOf(samples)).toBeLessThanOrEqual(29204);
    expect(peakOf(samples)).toBeGreaterThan(29000);
    expect(peakOf(Int16Array.of(samples[0] ?? 1, samples.at(-1) ?? 1))).toBe(0);
  }
});

test('silence stays silence, and a sound of no samples stays one', () => {
  const silence = { samplesPerSecond: 22050, samples: new Int16Array(100) };
  expect(peakOf(polish(silence).samples)).toBe(0);
  expect(polish({ samplesPerSecond: 22050, samples: new Int16Array() }).samples).toHaveLength(0);
});

test('a file that promises more than it holds, as a voice that writes to a pipe does, ends with its bytes', () => {
  const wave = writeWave({ samplesPerSecond: 22050, samples: Int16Array.of(5, 6, 7) });
  new DataView(wave.buffer).setUint32(40, 0x7ffff000, true);
  expect(readWave(wave)?.samples).toEqual(Int16Array.of(5, 6, 7));
});

test('rubbish is no sound, and never an accident', () => {
  expect(readWave(new TextEncoder().encode('not a sound at all, and long enough to be looked at'))).toBeUndefined();
  const whole = writeWave({ samplesPerSecond: 22050, samples: new Int16Array(40) });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), fc.nat(whole.length), (noise, at) => {
      const broken = whole.slice(0, Math.max(at, noise.length));
      broken.set(noise, Math.max(broken.length - noise.length, 0));
      readWave(broken);
    }),
  );
});
