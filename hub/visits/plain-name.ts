/** Control characters, and marks that turn the direction of what follows or are not seen at all. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A name as it may be shown: nothing invisible in it, single spaces, at most 120 characters. */
export function plainName(name: string): string {
  const seen = name.normalize('NFC').replace(/\s+/gu, ' ').replace(unseen, '').trim();
  return Array.from(seen).slice(0, 120).join('');
}

/** Whether two sources mean the same name: width, case, spaces, dots and hyphens aside. */
export function isSameName(one: string, other: string): boolean {
  const bare = bareName(one);
  return bare !== '' && bare === bareName(other);
}

function bareName(name: string): string {
  return plainName(name)
    .normalize('NFKC')
    .replace(/[\s·•・‧.'’,-]/gu, '')
    .toUpperCase();
}
