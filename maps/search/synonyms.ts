import { type Key, makeKey } from './key.ts';
import { synonymRows } from './synonym-rows.ts';

/** All words of each row, made ready once. */
export const synonymKeys: readonly (readonly Key[])[] = synonymRows.map(({ names, words }) =>
  [...names, ...words].map(wordKey),
);
const nameKeys: readonly (readonly Key[])[] = synonymRows.map(({ names }) => names.map(wordKey));

function wordKey(word: string): Key {
  return makeKey(word, 'synonym', /\p{Script=Han}/u.test(word) ? 'zh' : 'en');
}

const rowsByCategory = new Map<string, number[]>();
synonymRows.forEach(({ categories }, row) => {
  for (const category of categories) rowsByCategory.set(category, [...(rowsByCategory.get(category) ?? []), row]);
});

/** A row that a place belongs to; `surely`: by its category, not only by a word in its name. */
export interface OwnRow {
  readonly row: number;
  readonly surely: boolean;
}

/** Rows whose words people may use for a place of a category, or with such names. */
export function synonymRowsOf(category: string, names: readonly Key[]): readonly OwnRow[] {
  const sure = rowsOfCategory(category);
  const byName = nameKeys.flatMap((words, row) =>
    !sure.includes(row) && words.some((word) => names.some((name) => namesIt(name, word))) ? [row] : [],
  );
  return [...sure.map((row) => ({ row, surely: true })), ...byName.map((row) => ({ row, surely: false }))];
}

function rowsOfCategory(category: string): readonly number[] {
  const own = rowsByCategory.get(category) ?? [];
  const parent = category.lastIndexOf('.');
  return parent < 0 ? own : [...own, ...rowsOfCategory(category.slice(0, parent))];
}

/** Hanzi are met anywhere in a name; Latin words only as words of it. */
function namesIt({ text, words }: Key, word: Key): boolean {
  if (word.reading !== null) return text.includes(word.text);
  if (word.words.length === 1) return words.includes(word.text);
  return ` ${words.join(' ')} `.includes(` ${word.words.join(' ')} `);
}
