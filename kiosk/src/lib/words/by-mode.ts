import type { Mode } from '../panel/mode.ts';
import { languages, type Language } from './language.ts';

/** Some of the texts of a wording, in other words. */
export type FewerWords<W> = { readonly [Key in keyof W]?: W[Key] extends object ? FewerWords<W[Key]> : W[Key] };

/** Both wordings of a place: the whole one, and that of elder mode, in which some texts are shorter. */
export function byMode<W extends object>(
  wording: Readonly<Record<Language, W>>,
  elder: Readonly<Record<Language, FewerWords<W>>>,
): Readonly<Record<Mode, Readonly<Record<Language, W>>>> {
  const [zh, en] = languages;
  return {
    standard: wording,
    elder: { [zh]: reworded(wording[zh], elder[zh]), [en]: reworded(wording[en], elder[en]) },
  };
}

function reworded<W extends object>(whole: W, fewer: FewerWords<W>): W {
  const texts = Object.entries(whole).map(([key, text]: [string, unknown]) => {
    const other: unknown = Reflect.get(fewer, key);
    if (other === undefined) return [key, text];
    return [key, isGroup(text) && isGroup(other) ? reworded(text, other) : other];
  });
  return Object.fromEntries(texts) as W;
}

/** A function makes a text from a number, a list is one thing: neither is a group of texts. */
function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
