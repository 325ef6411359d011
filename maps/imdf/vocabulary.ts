import { baseOf } from './names.ts';
import { standardKeys } from './properties.ts';
import type { RawFeature } from './features.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import { wordMeant } from './spelling.ts';
import { categories, occupantsOfAHospital } from './standard.ts';

/**
 * Features whose categories are spelt as the standard spells them, where it is clear what was meant; words and keys that
 * the standard has not are reported and stay.
 */
export function withKnownWords(
  features: ReadonlyMap<string, RawFeature>,
  findings: FindingsOfOneSource,
): ReadonlyMap<string, RawFeature> {
  const found = new Map<string, string[]>();
  const note = (
    kind: 'unknown-category' | 'misspelt-type' | 'unknown-extension',
    sentence: string,
    id: string,
  ): void => {
    const key = `${kind}\n${sentence}`;
    const ids = found.get(key);
    if (ids === undefined) found.set(key, [id]);
    else ids.push(id);
  };
  const corrected = new Map<string, RawFeature>();
  for (const raw of features.values()) {
    for (const key of unknownKeys(raw))
      note('unknown-extension', `A ${raw.type} has no property "${key}" in IMDF; it was not used.`, raw.id);
    const said = raw.properties['category'];
    const meant = typeof said === 'string' ? categoryMeant(raw, said) : undefined;
    if (meant === 'unknown')
      note('unknown-category', `IMDF has no ${raw.type} category "${String(said).slice(0, 60)}".`, raw.id);
    const category = meant === undefined || meant === 'unknown' || meant === said ? said : meant;
    if (category !== said)
      note('misspelt-type', `The ${raw.type} category "${String(said)}" was read as ${String(category)}.`, raw.id);
    corrected.set(raw.id, category === said ? raw : { ...raw, properties: { ...raw.properties, category } });
  }
  for (const [key, ids] of found) {
    const [kind, sentence = ''] = key.split('\n');
    findings.add(kind as 'unknown-category', ids, sentence);
  }
  return corrected;
}

/** Undefined: nothing can be said of it. */
function categoryMeant(raw: RawFeature, said: string): string | 'unknown' | undefined {
  if (raw.type === 'occupant') return wordMeant(said, occupantsOfAHospital);
  const known = categories[raw.type];
  if (known === undefined || known.includes(said)) return undefined;
  const [stem = '', ...rest] = said.split('.');
  if (rest.length > 0 && known.includes(stem) && !stem.startsWith('restroom')) return undefined;
  return wordMeant(said, known) ?? 'unknown';
}

function unknownKeys({ type, properties }: RawFeature): readonly string[] {
  const known = standardKeys(type);
  return known === undefined
    ? []
    : Object.keys(properties)
        .filter((key) => !known.has(key))
        .map((key) => key.slice(0, 60));
}

/** The language that most names have. */
export function usualLanguage(features: Iterable<RawFeature>): string {
  const counts = new Map<string, number>();
  for (const { properties } of features) {
    const name = properties['name'];
    if (typeof name !== 'object' || name === null) continue;
    for (const tag of Object.keys(name)) counts.set(baseOf(tag), (counts.get(baseOf(tag)) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 'zh';
}
