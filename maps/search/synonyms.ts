import { type Key, makeKey } from './key.ts';
import { synonymRows } from './synonym-rows.ts';

/** The words of each row, made ready once. */
export const synonymKeys: readonly (readonly Key[])[] = synonymRows.map(({ words }) =>
  words.map((word) => makeKey(word, 'synonym', /\p{Script=Han}/u.test(word) ? 'zh' : 'en')),
);

const rowsByCategory = new Map<string, number[]>();
synonymRows.forEach(({ categories }, row) => {
  for (const category of categories) rowsByCategory.set(category, [...(rowsByCategory.get(category) ?? []), row]);
});

/** Rows whose words people may use for a place of a category, or with such names. */
export function synonymRowsOf(category: string, names: readonly Key[]): readonly number[] {
  const byName = synonymKeys.flatMap((words, row) =>
    words.some((word) => names.some((name) => namesIt(name, word))) ? [row] : [],
  );
  return [...new Set([...rowsOfCategory(category), ...byName])];
}

function rowsOfCategory(category: string): readonly number[] {
  const own = rowsByCategory.get(category) ?? [];
  const parent = category.lastIndexOf('.');
  return parent < 0 ? own : [...own, ...rowsOfCategory(category.slice(0, parent))];
}

/** Two or more Hanzi are met anywhere in a name; a Latin word as a word of it; one Hanzi alone says too little. */
function namesIt({ text, words }: Key, word: Key): boolean {
  if (word.reading !== null) return word.text.length > 1 && text.includes(word.text);
  return words.includes(word.text) || (word.text.length > 5 && text.includes(word.text));
}
