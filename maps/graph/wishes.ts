import { profiles, type Profile } from './walk-graph.ts';

export const isProfile = (word: string): word is Profile => profiles.some((profile) => profile === word);

/** Ids as they are written on a command line, with commas between them. */
export function idsIn(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word) => word.split(/[,，]/)).flatMap((word) => word.trim() || []));
}
