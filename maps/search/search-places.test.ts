import { expect, it } from 'vitest';
import type { Place } from '../places.ts';
import { noSiteCodes } from '../venue.ts';
import { makeSearchIndex, searchPlaces } from './search-places.ts';

function place(id: string, zh: string, en: string, more: Partial<Place> = {}): Place {
  return {
    id,
    kind: 'occupant',
    name: { zh, en },
    aliases: [],
    category: '',
    levelId: 'L1',
    point: [0, 0],
    unitId: null,
    site: noSiteCodes,
    ...more,
  };
}

const places = [
  place('pharmacy', '药房', 'Pharmacy', { category: 'pharmacy' }),
  place('elders', '长者服务处', 'Elders’ service'),
  place('offices', '行政楼', 'Administration building'),
  place('ct', 'CT 室', 'CT room'),
  place('mri', '核磁共振室', 'MRI room'),
  place('cardiology', '心血管内科', 'Cardiology', { aliases: [{ zh: '心内科' }] }),
  place('room', '眼科诊室', 'Eye clinic', { site: { ...noSiteCodes, doorNumber: '3-12' } }),
  place('toilet', '卫生间', 'Toilets', { category: 'restroom' }),
];
const index = makeSearchIndex(places, [{ placeId: 'cardiology', name: '李文', lang: 'zh' }]);
const first = (query: string) => searchPlaces(index, query, { language: 'zh', limit: 5 })[0]?.place.id;

it.each([
  ['药房', 'pharmacy'],
  ['拿药', 'pharmacy'],
  ['yaofang', 'pharmacy'],
  ['zzfwc', 'elders'],
  ['zhangzhe', 'elders'],
  ['xzl', 'offices'],
  ['ct', 'ct'],
  ['cts', 'ct'],
  ['ＣＴ', 'ct'],
  ['MRI', 'mri'],
  ['xnk', 'cardiology'],
  ['李文', 'cardiology'],
  ['liwen', 'cardiology'],
  ['3-12', 'room'],
  ['312', 'room'],
  ['厕所', 'toilet'],
  ['washroom', 'toilet'],
  ['pharmcy', 'pharmacy'],
])('whoever types %s finds the %s first', (query, id) => {
  expect(first(query)).toBe(id);
});

it('a name of characters with many readings does not hold up the search', () => {
  const long = makeSearchIndex([place('long', '行'.repeat(40), 'Long')]);
  expect(searchPlaces(long, `${'h'.repeat(55)}x`, { language: 'zh', limit: 1 })).toEqual([]);
});

it('the reading that the site gives is found, and the dictionary’s too', () => {
  const site = { ...noSiteCodes, pinyin: 'lè shān táng' };
  const hall = makeSearchIndex([place('hall', '乐善堂', 'Hall', { site })]);
  const finds = (query: string) => searchPlaces(hall, query, { language: 'zh', limit: 1 }).length;
  expect([finds('leshan'), finds('lst'), finds('yueshantang'), finds('kst')]).toEqual([1, 1, 1, 0]);
});

it('of equals the nearest comes first, and a floor that is named comes before it', () => {
  const levels = ['1', '2'].map((sign, ordinal) => ({
    id: `L${sign}`,
    ordinal,
    name: {},
    shortName: { zh: sign },
    outdoor: false,
    storeyHeight: 4,
    outline: [],
  }));
  const toilets = makeSearchIndex(
    [place('below', '卫生间', 'Toilets'), place('above', '卫生间', 'Toilets', { levelId: 'L2' })],
    [],
    levels,
  );
  const first = (query: string, here: string) => {
    const near = ({ levelId }: Place) => (levelId === here ? 0 : 100);
    return searchPlaces(toilets, query, { language: 'zh', limit: 1, near })[0]?.place.id;
  };
  expect([first('厕所', 'L1'), first('厕所', 'L2'), first('二楼厕所', 'L1'), first('floor 1 toilet', 'L2')]).toEqual([
    'below',
    'above',
    'above',
    'below',
  ]);
});

it.each(['<b>alert(1)</b>', '🙂'.repeat(60), '\u0000\u001b[2J', '.*+?^${}()|[]\\', '   ', ''])(
  'what nobody means is harmless: %j',
  (query) => {
    expect(searchPlaces(index, query, { language: 'en', limit: 5 })).toEqual([]);
  },
);
