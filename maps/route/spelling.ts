import type { Venue } from '../venue.ts';

/** What may have been meant by an id that nobody knows: a feature of that name, or an id that is spelt nearly so. */
export function meantBy(word: string, ids: Iterable<string>, venue: Venue): string | undefined {
  return namedSo(word, venue) ?? speltNearly(word, ids);
}

function namedSo(word: string, { occupants, units, amenities, kiosks, network }: Venue): string | undefined {
  return [...occupants, ...units, ...amenities, ...kiosks, ...network.nodes].find(({ name }) =>
    Object.values(name).includes(word),
  )?.id;
}

// More slips than this are another id.
const slips = 3;

function speltNearly(word: string, ids: Iterable<string>): string | undefined {
  let [best, least]: [string | undefined, number] = [undefined, Math.min(slips, Math.floor(word.length / 3)) + 1];
  for (const id of ids) {
    if (Math.abs(id.length - word.length) >= least) continue;
    const far = editsBetween(word.toLowerCase(), id.toLowerCase());
    if (far < least) [best, least] = [id, far];
  }
  return best;
}

/** Letters that are to be put in, left out or changed (Levenshtein). */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [n, letter] of [...a].entries()) {
    const next = [n + 1];
    for (const [m, other] of [...b].entries()) {
      const changed = (row[m] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[m + 1] ?? 0) + 1, (next[m] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
