/** One struck note: hertz, seconds after the start, loudness 0 to 1. */
interface Note {
  readonly pitch: number;
  readonly at: number;
  readonly loudness: number;
}

/** A falling major third, E5 to C5, as doorbells and station halls have it: heard over talk, startling nobody. */
const notes: readonly Note[] = [
  { pitch: 659.26, at: 0, loudness: 0.42 },
  { pitch: 523.25, at: 0.42, loudness: 0.46 },
];
/** Overtones of a soft bell: multiple of the pitch, share of its loudness, seconds until it has faded. */
const overtones = [
  { multiple: 1, share: 1, fades: 1.1 },
  { multiple: 2, share: 0.22, fades: 0.7 },
  { multiple: 3.01, share: 0.08, fades: 0.35 },
] as const;
const attack = 0.012;

/** Seconds after which speech may follow; the last note is still fading then. */
export const chimeLasts = 1.35;

/** Plays the two notes into `output`, from now. */
export function playChime(context: BaseAudioContext, output: AudioNode): void {
  for (const note of notes) {
    for (const overtone of overtones) {
      const start = context.currentTime + note.at;
      const oscillator = new OscillatorNode(context, { frequency: note.pitch * overtone.multiple });
      const envelope = new GainNode(context, { gain: 0 });
      envelope.gain.setValueAtTime(0, start);
      envelope.gain.linearRampToValueAtTime(note.loudness * overtone.share, start + attack);
      envelope.gain.exponentialRampToValueAtTime(0.0001, start + overtone.fades);
      oscillator.connect(envelope).connect(output);
      oscillator.start(start);
      oscillator.stop(start + overtone.fades);
    }
  }
}
