import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';
import { seededRandom } from '@lobby/hub/hospital/sandbox/seeded-random.ts';
import { placesOf, type Place, type Venue } from '@lobby/maps';
import { openVenue } from '@lobby/maps/open-venue.ts';
import { makeSearchIndex, searchPlaces, type SearchIndex } from '@lobby/maps/search/search-places.ts';
import { milliseconds, percentile, spread, type Figure } from './figures.ts';

const demoFolder = fileURLToPath(new URL('../../maps/venues/demo', import.meta.url));
const manyNames = 5000;
const queriesOfAKind = 50;

interface Query {
  readonly text: string;
  readonly language: 'zh' | 'en';
  readonly wanted: Place;
}

/** What people type on the demo hospital, and how long five thousand names take. */
export async function measureSearch(): Promise<readonly Figure[]> {
  const opened = await openVenue(demoFolder);
  if (!opened.ok) throw new Error(opened.message);
  const queries = queriesFor(opened.venue);
  const index = makeSearchIndex(placesOf(opened.venue), [], opened.venue.levels);
  const wrong = queries.filter((query) => !isFirst(index, query));
  for (const { text, wanted } of wrong) console.log(`search: ${text} does not find ${wanted.name['zh']} first`);
  return [
    {
      what: `${queries.length} queries on the demo hospital: names, pinyin, initials and English`,
      reached: `${((1 - wrong.length / queries.length) * 100).toFixed(1)}% right first`,
      beside: 'goal 95%',
    },
    manyNamesFigure(opened.venue, queries),
  ];
}

function manyNamesFigure(venue: Venue, queries: readonly Query[]): Figure {
  const places = placesOf(venue);
  const many = Array.from({ length: manyNames }, (_, n): Place => {
    const place = places[n % places.length] as Place;
    const block = Math.floor(n / places.length);
    const name = {
      zh: `${place.name['zh'] ?? ''}${block > 0 ? `${block} 区` : ''}`,
      en: `${place.name['en'] ?? ''} ${block > 0 ? block : ''}`,
    };
    return { ...place, id: `${place.id}/${block}`, name };
  });
  const started = performance.now();
  const index = makeSearchIndex(many, [], venue.levels);
  const made = performance.now() - started;
  const samples = [...queries, ...queries].map(({ text, language }) => {
    const from = performance.now();
    searchPlaces(index, text, { language, limit: 10 });
    return performance.now() - from;
  });
  return {
    what: `a search among ${manyNames} names`,
    reached: spread(samples.slice(queries.length)),
    beside: `goal p95 10 ms; slowest ${milliseconds(percentile(samples.slice(queries.length), 1))}; the index is made in ${milliseconds(made)}`,
  };
}

/** Places of which no other has the name, asked for in four ways; initials that several have are no fair question. */
function queriesFor(venue: Venue): readonly Query[] {
  const random = seededRandom(9);
  const places = placesOf(venue).filter(
    ({ name }) => /^\p{Script=Han}{2,8}$/u.test(name['zh'] ?? '') && name['en'] !== undefined,
  );
  const only = random.shuffled(alone(places, ({ name }) => name['zh'] ?? ''));
  const zh = (of: (name: string) => string, from: readonly Place[]): readonly Query[] =>
    from.slice(0, queriesOfAKind).map((wanted) => ({ text: of(wanted.name['zh'] ?? ''), language: 'zh', wanted }));
  return [
    ...zh((name) => name, only),
    ...zh(syllables, alone(only, ({ name }) => syllables(name['zh'] ?? '')).toReversed()),
    ...zh(
      initials,
      alone(only, ({ name }) => initials(name['zh'] ?? '')),
    ),
    ...alone(only, ({ name }) => name['en'] ?? '')
      .slice(0, queriesOfAKind)
      .map((wanted): Query => ({ text: (wanted.name['en'] ?? '').toLowerCase(), language: 'en', wanted })),
  ];
}

function alone(places: readonly Place[], wordOf: (place: Place) => string): readonly Place[] {
  return [...Map.groupBy(places, wordOf).values()].flatMap((same) => (same.length === 1 ? same : []));
}

const syllables = (name: string): string => pinyin(name, { toneType: 'none', type: 'array', v: true }).join('');
const initials = (name: string): string => pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('');

function isFirst(index: SearchIndex, { text, language, wanted }: Query): boolean {
  const found = searchPlaces(index, text, { language, limit: 1 })[0]?.place;
  return found !== undefined && found.name['zh'] === wanted.name['zh'];
}
