import { describe, expect, test } from 'vitest';
import {
  box,
  change,
  clinic,
  clinicWith,
  earth,
  feature,
  idsOf,
  line,
  readClinic,
  sentencesOf,
  venueOf,
} from './sample.ts';

describe('names', () => {
  const nameOf = (name: unknown, alt_name: unknown = null) => {
    const reply = readClinic(clinicWith({ 'room-1': change({ name, alt_name }) }));
    return venueOf(reply).units.find(({ id }) => id === 'room-1');
  };

  test('are kept by the plain language, mainland usage first', () => {
    expect(nameOf({ 'zh-Hant': '掛號', 'zh-Hans': '挂号', 'en-US': 'Registration' })?.name).toEqual({
      zh: '挂号',
      en: 'Registration',
    });
  });

  test('that are a bare word are in the language of the manifest, and null is none', () => {
    expect(nameOf('药房')?.name).toEqual({ zh: '药房' });
    expect(nameOf({ zh: '药房', en: null })?.name).toEqual({ zh: '药房' });
  });

  test('with markup and line ends stand in one line as they are', () => {
    expect(nameOf({ zh: '<b>药房</b>\n二楼\u200b' })?.name).toEqual({ zh: '<b>药房</b> 二楼' });
  });

  test('that people use beside stand one by one', () => {
    expect(nameOf({ zh: '放射科' }, { zh: 'MRI；核磁共振', en: 'MRI' })?.aliases).toEqual([
      { zh: 'MRI', en: 'MRI' },
      { zh: '核磁共振' },
    ]);
  });
});

describe('shapes', () => {
  const bow = {
    type: 'Polygon',
    coordinates: [[earth(0, 10), earth(10, 20), earth(10, 10), earth(0, 20), earth(0, 10)]],
  };

  test('that cross themselves are parted, and this is said', () => {
    const reply = readClinic(clinicWith({ 'room-1': { geometry: bow } }));
    expect(idsOf(reply, 'mended-geometry')).toEqual(['room-1']);
    expect(venueOf(reply).units.find(({ id }) => id === 'room-1')?.polygons).toHaveLength(2);
  });

  test('whose ring does not end where it begins are closed', () => {
    const open = { type: 'Polygon', coordinates: [[earth(0, 10), earth(10, 10), earth(10, 20), earth(0, 20)]] };
    const reply = readClinic(clinicWith({ 'room-1': { geometry: open } }));
    expect(idsOf(reply, 'mended-geometry')).toEqual(['room-1']);
    expect(venueOf(reply).units.find(({ id }) => id === 'room-1')?.polygons[0]?.outer).toHaveLength(4);
  });

  test('of several polygons are one unit', () => {
    const two = {
      type: 'MultiPolygon',
      coordinates: [box(0, 10, 4, 4), box(6, 10, 4, 4)].map((one) => (one as { coordinates: unknown }).coordinates),
    };
    const reply = readClinic(clinicWith({ 'room-1': { geometry: two } }));
    expect(venueOf(reply).units.find(({ id }) => id === 'room-1')?.polygons).toHaveLength(2);
  });

  test.each([
    ['of no area', line([0, 0], [1, 1])],
    ['of two corners', { type: 'Polygon', coordinates: [[earth(0, 0), earth(1, 1), earth(0, 0)]] }],
    ['of text', { type: 'Polygon', coordinates: 'here' }],
    ['of an unknown kind', { type: 'Circle', coordinates: [0, 0] }],
    ['missing', null],
  ])('%s are left out with the id', (_what, geometry) => {
    const reply = readClinic(clinicWith({ 'room-1': { geometry } }));
    expect(new Set(idsOf(reply, 'bad-geometry'))).toEqual(new Set(['room-1']));
    expect(venueOf(reply).units).toHaveLength(7);
  });

  test('with longitude and latitude exchanged are read the right way round', () => {
    const [lon, lat] = earth(5, 15);
    const one = readClinic(clinicWith({ 'anchor-1': { geometry: { type: 'Point', coordinates: [lat, lon] } } }));
    expect(idsOf(one, 'swapped-coordinates')).toEqual(['anchor-1']);
    expect(venueOf(one).anchors).toEqual(venueOf(readClinic(clinic())).anchors);
  });

  test('that are all exchanged are all read the right way round', () => {
    const exchange = (value: unknown): unknown =>
      Array.isArray(value) ? (typeof value[0] === 'number' ? value.toReversed() : value.map(exchange)) : value;
    const exchanged = clinic().map((one) => {
      const geometry = one.geometry as { coordinates?: unknown } | null;
      return geometry === null
        ? one
        : { ...one, geometry: { ...geometry, coordinates: exchange(geometry.coordinates) } };
    });
    const reply = readClinic(exchanged);
    expect(sentencesOf(reply, 'swapped-coordinates')).toEqual([
      'All coordinates stand as latitude, longitude; they were exchanged.',
    ]);
    expect(venueOf(reply).units).toEqual(venueOf(readClinic(clinic())).units);
  });

  test('in another town are left out', () => {
    const reply = readClinic(clinicWith({ 'anchor-1': { geometry: { type: 'Point', coordinates: [121.5, 31.2] } } }));
    expect(idsOf(reply, 'far-away')).toEqual(['anchor-1']);
  });
});

describe('levels', () => {
  test('without an ordinal have the one of their sign, else the next above all', () => {
    const added = {
      'level-b': {
        ...feature('level', 'level-b', box(0, 0, 9, 9), {
          ordinal: null,
          name: { zh: '地下一层' },
          short_name: { zh: 'B1' },
        }),
      },
      'level-r': {
        ...feature('level', 'level-r', box(0, 0, 9, 9), { name: { zh: '屋顶' }, short_name: { zh: '屋顶' } }),
      },
    };
    const reply = readClinic(clinicWith(added));
    expect(venueOf(reply).levels.map(({ id, ordinal }) => [id, ordinal])).toEqual([
      ['level-b', -1],
      ['level-1', 0],
      ['level-2', 1],
      ['level-r', 2],
    ]);
    expect(idsOf(reply, 'level-without-ordinal')).toEqual(['level-b', 'level-r']);
  });

  test('of one building that share an ordinal are reported; those of two buildings may', () => {
    const second = {
      ...feature('level', 'tower-1', box(40, 0, 9, 9), {
        ordinal: 0,
        name: { zh: '住院楼1层' },
        building_ids: ['tower'],
      }),
    };
    expect(idsOf(readClinic(clinicWith({ 'tower-1': second })), 'repeated-ordinal')).toEqual([]);
    const same = { ...second, properties: { ...second.properties, building_ids: undefined } };
    expect(idsOf(readClinic(clinicWith({ 'tower-1': same })), 'repeated-ordinal')).toEqual(['level-1', 'tower-1']);
  });
});
