import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floorsOf, copiesOf } from './levels.ts';
import { isOsm, readOsm } from './read-osm.ts';
import { area, collection, line, point } from './sample.ts';

const corridor = area('way/1', { indoor: 'corridor', level: '0' }, [0, 0, 20, 3]);
const kindsOf = (features: readonly unknown[]): readonly string[] => {
  const reply = readOsm(collection(features), { id: 'clinic' });
  return reply.ok ? reply.findings.map(({ kind, ids }) => [kind, ...ids].join(' ')) : [reply.message];
};

describe('floors', () => {
  test.each([
    ['0', [0]],
    ['0;1', [0, 1]],
    ['0-3', [0, 1, 2, 3]],
    ['-1-2', [-1, 0, 1, 2]],
    ['-3--1', [-3, -2, -1]],
    ['-4;0; 4', [-4, 0, 4]],
    ['0;0.5', [0, 0.5]],
    ['0-99999', []],
    ['3-1', []],
    ['ground', []],
    ['', []],
  ])('level=%s are %j', (text, floors) => {
    expect(floorsOf(text)).toEqual(floors);
  });

  test('of a feature that is repeated are shifted as a whole', () => {
    expect(copiesOf({ level: '0-1', repeat_on: '2;4' })).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
    expect(copiesOf({ level: '-1', repeat_on: '1-3' })).toEqual([[-1], [1], [2], [3]]);
  });
});

describe('a map with trouble in it', () => {
  test('that gives latitude before longitude is read as it was meant', () => {
    const swap = (value: unknown): unknown =>
      Array.isArray(value) ? (typeof value[0] === 'number' ? value.toReversed() : value.map(swap)) : value;
    const turned = {
      ...corridor,
      geometry: { ...corridor.geometry, coordinates: swap(corridor.geometry.coordinates) },
    };
    const [right, wrong] = [collection([corridor]), collection([turned])].map((map) => readOsm(map, { id: 'clinic' }));
    expect(wrong?.ok && wrong.venue.units).toEqual(right?.ok && right.venue.units);
    expect(kindsOf([turned])).toEqual(['swapped-coordinates']);
  });

  test('loses what is no place on Earth, what has no shape and what stands twice', () => {
    const off = {
      ...corridor,
      id: 'way/2',
      geometry: {
        type: 'LineString',
        coordinates: [
          [400, 1],
          [3, 95],
        ],
      },
    };
    const holes = { ...corridor, id: 'way/3', geometry: { type: 'Polygon', coordinates: [[[116, null]]] } };
    const none = { ...corridor, id: 'way/4', geometry: null };
    expect(kindsOf([corridor, off, holes, none, corridor, null])).toEqual([
      'bad-geometry feature 3',
      'bad-geometry feature 4',
      'bad-geometry feature 6',
      'duplicate-id way/1',
      'bad-geometry way/2',
    ]);
  });

  test('has a room that is drawn across itself mended, and one of no area left out', () => {
    const { coordinates } = area('', {}, [0, 3, 8, 9]).geometry as { coordinates: [number, number][][] };
    const [a, b, c, d] = coordinates[0] ?? [];
    const bow = { ...corridor, id: 'way/2', geometry: { type: 'Polygon', coordinates: [[a, c, b, d, a]] } };
    const flat = { ...corridor, id: 'way/3', geometry: { type: 'Polygon', coordinates: [[a, b, a, b, a]] } };
    expect(kindsOf([corridor, bow, flat])).toEqual(['mended-geometry way/2', 'bad-geometry way/3']);
  });

  test('tells of floors that cannot be read and of areas that are not known', () => {
    expect(
      kindsOf([
        corridor,
        area('way/2', { indoor: 'room', level: 'EG' }, [0, 3, 8, 9]),
        area('way/3', { indoor: 'pathway', level: '0' }, [8, 3, 9, 9]),
      ]),
    ).toEqual(['unknown-type way/3', 'bad-property way/2']);
  });

  test('tells of a lift that reaches no other floor, and of an escalator that nobody gives a direction', () => {
    expect(
      kindsOf([
        corridor,
        area('way/2', { indoor: 'corridor', level: '1' }, [0, 0, 20, 3]),
        point('node/1', { highway: 'elevator', level: '0' }, [3, 1]),
        line('way/3', { highway: 'steps', conveying: 'yes', level: '0;1' }, [
          [4, 1],
          [9, 1],
        ]),
      ]),
    ).toEqual(['unknown-direction way/3', 'unknown-direction way/3', 'missing-connector node/1']);
  });

  test.each([
    ['nothing', []],
    ['nothing that is walked', [point('node/1', { amenity: 'atm', level: '0' }, [0, 0])]],
  ])('is refused with %s in it, in a sentence', (_, features) => {
    expect(kindsOf(features)).toEqual([expect.stringMatching(/^clinic has no.*\. Export/)]);
  });

  test('is never more than a map: whatever JSON comes is read or refused', () => {
    const tags = fc.dictionary(
      fc.constantFrom('indoor', 'level', 'highway', 'door', 'conveying', 'stairs'),
      fc.constantFrom('room', '0', '0-2', 'steps', 'elevator', 'yes', '-1;1', 'forward'),
    );
    const number = fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(null, 1e9, 'x'));
    const geometry = fc.record({
      type: fc.constantFrom('Point', 'LineString', 'Polygon', 'MultiPolygon', 'Circle'),
      coordinates: fc.oneof(
        fc.array(number, { maxLength: 3 }),
        fc.array(fc.tuple(number, number), { maxLength: 5 }),
        fc.array(fc.array(fc.tuple(number, number), { maxLength: 6 }), { maxLength: 2 }),
      ),
    });
    const feature = fc.oneof(
      fc.record({ id: fc.constantFrom('way/1', 'way/2', 'way/3', 7, null), properties: tags, geometry }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ features: fc.array(feature, { maxLength: 8 }) })), (json) => {
        isOsm(json);
        const reply = readOsm(json, { id: 'any' });
        if (reply.ok) for (const { stops } of reply.venue.connectors) expect(stops.length).toBeGreaterThan(1);
        else expect(reply.message).toMatch(/\.$/);
      }),
    );
  });
});
