import { z } from 'zod';
import type { LoadedIdentifier } from '../contract/index.ts';

// What files really hold: every element may be missing, of another shape, or a thousand times as long as anybody
// thought. Nothing here refuses; what cannot be used is as if it were not there.

/** Control characters and marks that are not seen or that turn the direction of what follows. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A text without anything invisible, single spaces, at most 200 characters; undefined when nothing is left. */
export const rawText = z
  .unknown()
  .transform((value) => (typeof value === 'string' ? shortText(value) : undefined))
  .optional();

function shortText(value: string): string | undefined {
  const plain = value.slice(0, 2000).normalize('NFC').replace(/\s+/gu, ' ').replace(unseen, '').trim();
  const short = Array.from(plain).slice(0, 100).join('').trim();
  return short === '' ? undefined : short;
}

/** A list of at most `most` elements of one shape; one alone counts as a list of one. */
export function rawList<T extends z.ZodType>(element: T, most: number) {
  return z
    .unknown()
    .transform((value): z.output<T>[] => {
      const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, most) : [value];
      return list.flatMap((one) => {
        const read = element.safeParse(one);
        return read.success ? [read.data] : [];
      });
    })
    .optional()
    .transform((list) => list ?? []);
}

/** An element of one shape; undefined when it is missing or of another. */
export function rawOne<T extends z.ZodType>(element: T) {
  return z
    .unknown()
    .transform((value): z.output<T> | undefined => {
      const read = element.safeParse(value);
      return read.success ? read.data : undefined;
    })
    .optional();
}

export const rawCoding = z.object({ system: rawText, code: rawText, display: rawText });
export const rawConcept = z.object({ text: rawText, coding: rawList(rawCoding, 10) });
export type RawConcept = z.output<typeof rawConcept>;

/** The longest number that a reader or a scanner hands over. */
const longestNumber = 128;
const rawNumber = rawText.transform((value) =>
  value !== undefined && value.length > longestNumber ? undefined : value,
);
export const rawIdentifier = z.object({ use: rawText, system: rawText, value: rawNumber });

/** Identifiers by which a resource may be found: those that were withdrawn (use `old`) are not among them. */
export const rawIdentifiers = rawList(rawIdentifier, 40).transform((list): LoadedIdentifier[] =>
  list.flatMap(({ use, system, value }) =>
    value === undefined || use === 'old' ? [] : [{ system: system ?? null, value }],
  ),
);

export const rawName = z.object({
  use: rawText,
  text: rawText,
  family: rawText,
  given: rawList(rawText, 5).transform((list) => list.filter((part) => part !== undefined)),
});
export type RawName = z.output<typeof rawName>;
