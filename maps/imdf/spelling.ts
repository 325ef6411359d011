/** Longest word that is compared: longer ones are no misspelling but rubbish. */
const longestWord = 40;

/**
 * The known word that was meant: one letter wrong in a short word, two in a long one, or a plural. Undefined: none, or the
 * word is too short to tell.
 */
export function wordMeant(word: string, known: readonly string[]): string | undefined {
  const plain = word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
  if (plain.length > longestWord) return undefined;
  const same = known.find((candidate) => candidate === plain || `${candidate}s` === plain);
  if (same !== undefined || plain.length < 5) return same;
  const allowed = plain.length >= 8 ? 2 : 1;
  return known
    .map((candidate) => ({ candidate, wrong: lettersWrong(plain, candidate) }))
    .filter(({ wrong }) => wrong <= allowed)
    .toSorted((a, b) => a.wrong - b.wrong)[0]?.candidate;
}

/** Levenshtein's distance, with two letters exchanged counted as two. */
function lettersWrong(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_none, n) => n);
  for (const [n, letter] of [...a].entries()) {
    const next = [n + 1];
    for (const [m, other] of [...b].entries()) {
      const [kept = 0, above = 0, before = 0] = [row[m], row[m + 1], next[m]];
      next.push(Math.min(kept + (letter === other ? 0 : 1), above + 1, before + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
