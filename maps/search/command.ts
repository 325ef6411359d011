import { parseArgs } from 'node:util';
import { openVenue } from '../open-venue.ts';
import { placesOf } from '../places.ts';
import type { Venue } from '../venue.ts';
import { signOf } from '../words/floor-words.ts';
import { inBoth } from '../words/names.ts';
import { type FoundPlace, makeSearchIndex, searchPlaces } from './search-places.ts';

const usage = 'usage: npm run -s maps -- search PATH QUERY [--lang zh|en] [--limit N] [--json]';
const mostPlaces = 1000;

/** Prints what people find on a map, the likeliest first. 0: something; 1: nothing, or no map; 2: the words make no sense. */
export async function search(words: readonly string[]): Promise<number> {
  const wish = wishOf(words);
  if (wish === undefined) {
    console.error(usage);
    return 2;
  }
  const opened = await openVenue(wish.path);
  if (!opened.ok) {
    console.error(opened.message);
    return 1;
  }
  const index = makeSearchIndex(placesOf(opened.venue), [], opened.venue.levels);
  const found = searchPlaces(index, wish.query, wish).map((one) => shown(opened.venue, one));
  if (wish.json) console.log(JSON.stringify({ places: found }, null, 2));
  else for (const one of found) console.log(lineOf(one, wish.language));
  return found.length > 0 ? 0 : 1;
}

function wishOf(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'zh' },
        limit: { type: 'string', default: '10' },
      },
    });
    const [path, ...query] = positionals;
    const { json, lang } = values;
    const limit = Number(values.limit);
    const isCount = Number.isInteger(limit) && limit > 0 && limit <= mostPlaces;
    if (path === undefined || query.length === 0 || !isCount || (lang !== 'zh' && lang !== 'en')) return undefined;
    return { path, query: query.join(' '), language: lang, limit, json } as const;
  } catch {
    return undefined;
  }
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
