/** A text as search compares it: full-width as half-width, small letters, without accents, signs and spaces between. */
export function folded(text: string): string {
  return wordsOf(text).join('');
}

/** The words of a text, folded: runs of Hanzi, of Latin letters with their digits, and of digits alone. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFKC')
    .toLowerCase();
  return plain.match(/\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu) ?? [];
}

/** Longer queries are cut: nobody types them, and nothing should be spent on them. Characters. */
export const longestQuery = 60;
