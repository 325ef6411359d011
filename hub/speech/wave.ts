/** Sound of one channel, 16 bits a sample. */
export interface Sound {
  readonly samplesPerSecond: number;
  readonly samples: Int16Array;
}

const headerBytes = 44;
const pcm = 1;
/** -1 dBFS. */
const highestPeak = Math.floor(32767 * 10 ** (-1 / 20));
const fadeSeconds = 0.005;

/** Reads RIFF WAVE, PCM, one channel, 16 bits. A data chunk that promises more than there is ends with the bytes. */
export function readWave(bytes: Uint8Array): Sound | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headerBytes || tag(bytes, 0) !== 'RIFF' || tag(bytes, 8) !== 'WAVE') return undefined;
  let samplesPerSecond: number | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    const start = at + 8;
    if (tag(bytes, at) === 'fmt ') samplesPerSecond = monoRate(view, start);
    if (tag(bytes, at) === 'data' && samplesPerSecond !== undefined)
      return { samplesPerSecond, samples: samplesOf(view, start, Math.min(size, bytes.length - start)) };
    at = start + size + (size % 2);
  }
  return undefined;
}

function tag(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function monoRate(view: DataView, at: number): number | undefined {
  if (at + 16 > view.byteLength) return undefined;
  const right =
    view.getUint16(at, true) === pcm && view.getUint16(at + 2, true) === 1 && view.getUint16(at + 14, true) === 16;
  return right ? view.getUint32(at + 4, true) : undefined;
}

function samplesOf(view: DataView, start: number, bytes: number): Int16Array {
  return Int16Array.from({ length: bytes >> 1 }, (_, index) => view.getInt16(start + 2 * index, true));
}

/** The sound as loud as -1 dBFS allows, its ends faded so that they do not click. Silence stays silence. */
export function polish(sound: Sound): Sound {
  const peak = sound.samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
  const gain = peak === 0 ? 1 : highestPeak / peak;
  const fade = Math.min(Math.round(fadeSeconds * sound.samplesPerSecond), sound.samples.length >> 1);
  const last = sound.samples.length - 1;
  const samples = sound.samples.map((sample, index) => {
    const edge = fade === 0 ? 1 : Math.min(index / fade, (last - index) / fade, 1);
    return Math.trunc(sample * gain * edge);
  });
  return { samplesPerSecond: sound.samplesPerSecond, samples };
}

/** The sound as a RIFF WAVE file. */
export function writeWave({ samplesPerSecond, samples }: Sound): Uint8Array {
  const bytes = new Uint8Array(headerBytes + 2 * samples.length);
  const view = new DataView(bytes.buffer);
  const text = (at: number, value: string): void => bytes.set(new TextEncoder().encode(value), at);
  text(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, pcm, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, samplesPerSecond, true);
  view.setUint32(28, 2 * samplesPerSecond, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, index) => view.setInt16(headerBytes + 2 * index, sample, true));
  return bytes;
}
