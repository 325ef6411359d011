import { expect, it } from 'vitest';
import type { Amenity, Venue } from '../venue.ts';
import { landmarksOf } from './landmarks.ts';
import { building } from './sample-building.ts';
import { seenLandmarks } from './seen-landmarks.ts';

const amenity = (id: string, zh: string, point: Amenity['point'], more: Partial<Amenity> = {}): Amenity => ({
  ...{ id, levelId: 'ground', category: 'atm', name: { zh, en: zh }, aliases: [], accessibility: [], point },
  ...{ unitIds: [], salience: null },
  ...more,
});
const withAmenities = (...amenities: readonly Amenity[]): Venue => ({ ...building, amenities });
const names = (venue: Venue) => (landmarksOf(venue).get('ground') ?? []).map(({ name }) => name.zh);
const bestAt = (venue: Venue, point: Amenity['point'], heading: number | null = null) =>
  seenLandmarks(venue).best({ levelId: 'ground', point, heading, avoid: new Set() })?.name.zh;

it('what stands twice on a floor is no landmark', () => {
  const twice = withAmenities(
    amenity('a', '取款机', [5, 1]),
    amenity('b', '取款机', [35, 1]),
    amenity('c', '花坛', [9, 1]),
  );
  expect(names(twice)).toContain('花坛');
  expect(names(twice)).not.toContain('取款机');
});

it('what only staff may enter, and what stands in it, is no landmark', () => {
  const venue = withAmenities(amenity('a', '药品冰箱', [36, 8], { unitIds: ['store'] }));
  expect(names(venue)).not.toContain('库房');
  expect(names(venue)).not.toContain('药品冰箱');
});

it('a name that fills a step by itself is no landmark', () => {
  expect(names(withAmenities(amenity('a', '国家区域医疗中心多学科联合诊疗示范基地铜牌', [9, 1])))).not.toContain(
    '国家区域医疗中心多学科联合诊疗示范基地铜牌',
  );
});

it('what somebody put on the map as a landmark goes before a lift and a pharmacy', () => {
  const venue = withAmenities(amenity('a', '迎客松', [24, 2], { category: 'landmark', salience: 0.5 }));
  expect(bestAt(building, [26, 3])).toBe('药房');
  expect(bestAt(venue, [26, 3])).toBe('迎客松');
});

it('a landmark farther than 8 m, or behind the wall of a room, is not named', () => {
  const far = withAmenities(amenity('a', '花坛', [10, 2]));
  expect([bestAt(far, [2, 2]), bestAt(far, [1, 2])]).toEqual(['花坛', undefined]);
  const hidden = withAmenities(amenity('a', '花坛', [25, 13], { category: 'landmark', salience: 1 }));
  expect(bestAt(hidden, [22, 6])).not.toBe('花坛');
});

it('of two alike, the one before the walker is named, not the one behind', () => {
  const venue = withAmenities(amenity('a', '前台', [14, 2]), amenity('b', '后台', [7, 2]));
  expect([bestAt(venue, [10, 2], 90), bestAt(venue, [10, 2], 270)]).toEqual(['前台', '后台']);
});
