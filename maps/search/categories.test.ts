import { expect, it } from 'vitest';
import type { Place } from '../places.ts';
import { noSiteCodes } from '../venue.ts';
import { offeredCategories } from './categories.ts';

const levels = [
  { id: 'ground', ordinal: 0 },
  { id: 'third', ordinal: 2 },
];

function place(zh: string, category: string, more: Partial<Place> = {}): Place {
  const shared = { kind: 'occupant', aliases: [], point: [0, 0], unitId: null, site: noSiteCodes } as const;
  return { ...shared, id: zh, name: { zh }, category, levelId: 'ground', ...more };
}

const headings = (...places: readonly Place[]) =>
  offeredCategories(places, levels).map(({ id, places }) => [id, ...places.map((one) => one.name['zh'])]);

it('a terminal offers clinics floor by floor, then tests, then where one pays and fetches medicine', () => {
  expect(
    headings(
      place('收费处', 'cashier'),
      place('心血管内科', 'cardiology', { levelId: 'third' }),
      place('影像科', 'radiology'),
      place('急诊科', 'emergencymedicine'),
      place('西药房', 'pharmacy'),
    ),
  ).toEqual([
    ['clinics', '急诊科', '心血管内科'],
    ['tests', '影像科'],
    ['pharmacy-payment', '收费处', '西药房'],
  ]);
});

it('a room whose category says nothing is offered by what its name says', () => {
  expect(headings(place('采血处', 'room', { kind: 'unit' }))).toEqual([['tests', '采血处']]);
});

it('a department of the hospital is a clinic whatever its category; a consulting room alone is not offered', () => {
  const site = { ...noSiteCodes, departments: ['RHEU'] };
  expect(headings(place('风湿免疫科', 'unspecified', { site }), place('305 诊室', 'office', { kind: 'unit' }))).toEqual(
    [['clinics', '风湿免疫科']],
  );
});

it('a picture on the wall and the changing room behind a test are offered under no heading', () => {
  const picture = { zh: '莲花图', en: 'Lotus picture' };
  expect(
    headings(place('莲花图', 'landmark', { name: picture }), place('影像更衣室', 'room', { kind: 'unit' })),
  ).toEqual([]);
});
