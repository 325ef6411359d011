import type { Sentence } from './sentences.ts';

/** A sentence at a speaking rate, in words a minute. */
export interface Utterance extends Sentence {
  readonly wordsPerMinute: number;
}

/** What turns one sentence at a time into a WAV file as the engine makes it. Rejects when it cannot. */
export interface SpeechEngine {
  say(utterance: Utterance): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Arguments of the espeak-ng command line; the text is one argument and comes last, after the end of the options. */
export function espeakArguments(utterance: Utterance, output: readonly string[]): string[] {
  return ['-v', utterance.voice, '-s', String(utterance.wordsPerMinute), ...output, '--', utterance.text];
}
