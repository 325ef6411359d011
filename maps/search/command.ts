import { mapOptions, openMap, refuse } from '../command/open-map.ts';
import { readWords, together } from '../command/read-words.ts';
import { placesOf } from '../places.ts';
import type { Venue } from '../venue.ts';
import { signOf } from '../words/floor-words.ts';
import { inBoth } from '../words/names.ts';
import { type FoundPlace, makeSearchIndex, searchPlaces } from './search-places.ts';

const mostPlaces = 1000;

/** Prints what people find on a map, the likeliest first. 0: something; 1: nothing, or no map; 2: the words make no sense. */
export async function search(words: readonly string[]): Promise<number> {
  const read = readWords(words, {
    usage: 'search PATH QUERY [--lang zh|en] [--limit N] [--corrections FILE] [--json]',
    options: { ...mapOptions, lang: { type: 'string', default: 'zh' }, limit: { type: 'string', default: '10' } },
    wish: ({ values, positionals }) => together(values, queryIn(positionals), orderIn(values)),
  });
  if ('code' in read) return read.code;
  const { wish } = read;
  const opened = await openMap(wish);
  if (opened === undefined) return 2;
  if (!opened.ok) return refuse(wish.json, { reason: 'no-map', message: opened.message });
  const index = makeSearchIndex(placesOf(opened.venue), [], opened.venue.levels);
  const found = searchPlaces(index, wish.query, wish).map((one) => shown(opened.venue, one));
  if (wish.json) console.log(JSON.stringify({ places: found }, null, 2));
  else for (const one of found) console.log(lineOf(one, wish.language));
  return found.length > 0 ? 0 : 1;
}

interface Order {
  readonly language: 'zh' | 'en';
  readonly limit: number;
}

function queryIn([path, ...query]: readonly string[]) {
  if (path === undefined) return 'No map is named.';
  return query.length > 0 ? { path, query: query.join(' ') } : 'Nothing is said to be searched for.';
}

function orderIn({ lang, limit = '' }: { readonly lang?: string; readonly limit?: string }): Order | string {
  if (lang !== 'zh' && lang !== 'en') return `${lang} is no language of the product; there are zh and en.`;
  const most = Number(limit);
  const isCount = Number.isInteger(most) && most > 0 && most <= mostPlaces;
  return isCount ? { language: lang, limit: most } : `--limit wants a number from 1 to ${mostPlaces}, not ${limit}.`;
}

function shown({ levels }: Venue, { place, score, why }: FoundPlace) {
  const level = levels.find(({ id }) => id === place.levelId);
  const sign = level === undefined ? null : signOf(level);
  const { id, name, kind, category, site } = place;
  return { id, name, kind, category, level: { id: place.levelId, sign }, doorNumber: site.doorNumber, score, why };
}

function lineOf({ id, name, level, score, why }: ReturnType<typeof shown>, language: 'zh' | 'en'): string {
  const { sign } = level;
  return [
    score.toFixed(1),
    sign?.[language] ?? '-',
    inBoth(name)?.[language] ?? '',
    `(${why.how} ${why.name})`,
    id,
  ].join('  ');
}
