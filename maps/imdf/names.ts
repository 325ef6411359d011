import type { Names } from '../venue.ts';

/** As IMDF writes LABELS, or as people write them. */
export type Labels = Readonly<Record<string, string | null>> | string | null | undefined;

const longestName = 200;

/**
 * Names by the first part of their language tag (`zh-Hans` is `zh`, `zh-Hans` before `zh-Hant`), in one line and without
 * what cannot be printed. A bare string is in the venue's language.
 */
export function namesOf(labels: Labels, language: string): Names {
  if (labels === null || labels === undefined) return {};
  if (typeof labels === 'string') return namesOf({ [language]: labels }, language);
  const names: Record<string, string> = {};
  for (const [tag, text] of Object.entries(labels).toSorted(([a], [b]) => rank(a) - rank(b))) {
    const key = baseOf(tag);
    const word = plain(text ?? '');
    if (word !== '' && names[key] === undefined) names[key] = word;
  }
  return names;
}

/** One name may hold several that people use: `MRI；核磁共振`. */
export function aliasesOf(labels: Labels, language: string): readonly Names[] {
  const parts = Object.entries(namesOf(labels, language)).map(([tag, text]) => ({
    tag,
    words: text
      .split(/[;；、|/／]/)
      .map(plain)
      .filter((word) => word !== ''),
  }));
  const most = Math.max(0, ...parts.map(({ words }) => words.length));
  return Array.from({ length: most }, (_none, n) =>
    Object.fromEntries(parts.flatMap(({ tag, words }) => (words[n] === undefined ? [] : [[tag, words[n]]]))),
  );
}

export function baseOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? tag;
}

/** The plain tag first, then what comes nearest to mainland usage. */
function rank(tag: string): number {
  if (!/[-_]/.test(tag)) return 0;
  return /hant|tw|hk|mo/i.test(tag) ? 2 : 1;
}

function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, longestName);
}
