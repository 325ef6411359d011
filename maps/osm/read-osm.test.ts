import { describe, expect, test } from 'vitest';
import { readOsm } from './read-osm.ts';
import { area, collection, line, point } from './sample.ts';

/** Two floors: a corridor with a consulting room and a restroom on each, a lift as an area, an escalator up, stairs. */
const clinic = collection([
  area('way/1', { indoor: 'corridor', level: '0' }, [0, 0, 20, 3]),
  area('way/2', { indoor: 'corridor', level: '1', 'level:ref': '2F' }, [0, 0, 20, 3]),
  area('way/3', { indoor: 'room', level: '0', ref: '101', name: '采血室', 'name:en': 'Blood Draw' }, [0, 3, 8, 9]),
  area('way/4', { indoor: 'room', level: '0;1', amenity: 'toilets', female: 'yes', wheelchair: 'yes' }, [8, 3, 12, 9]),
  area('way/5', { indoor: 'room', level: '1', access: 'private' }, [0, 3, 8, 9]),
  area('way/6', { highway: 'elevator', indoor: 'room', level: '0-1', ref: '3号电梯' }, [20, 0, 23, 3]),
  point('node/1', { door: 'hinged', level: '0', width: '0.9' }, [4, 3]),
  point('node/2', { door: 'yes', level: '0', repeat_on: '1' }, [10, 3]),
  point('node/3', { door: 'sliding', level: '0-1', automatic_door: 'yes' }, [20, 1.5]),
  point('node/4', { entrance: 'emergency', level: '0' }, [0, 1.5]),
  point('node/5', { door: 'yes', level: '0' }, [15, 60]),
  point('node/6', { amenity: 'vending_machine', level: '0' }, [15, 1]),
  line('way/7', { highway: 'steps', conveying: 'backward', incline: 'down', level: '0;1' }, [
    [14, 1],
    [18, 1],
  ]),
  line('way/8', { highway: 'steps', level: '0;1', incline: 'up' }, [
    [14, 2],
    [18, 2],
  ]),
]);

function read(features: unknown) {
  const reply = readOsm(features, { id: 'clinic' });
  if (!reply.ok) throw new Error(reply.message);
  return reply;
}

describe('a clinic drawn in OpenStreetMap', () => {
  const { venue, findings } = read(clinic);

  test('says whose data it is', () => {
    expect(venue.attribution).toBe('© OpenStreetMap contributors');
  });

  test('has its floors with their own signs', () => {
    expect(venue.levels.map(({ ordinal, shortName }) => [ordinal, shortName])).toEqual([
      [0, { zh: '0' }],
      [1, { zh: '2F' }],
    ]);
  });

  test('has its rooms in the words of IMDF, with names in both languages and closed to the public where it says so', () => {
    const blood = venue.units.find(({ id }) => id === 'way/3');
    expect(blood).toMatchObject({
      name: { zh: '采血室', en: 'Blood Draw' },
      category: 'room',
      site: { doorNumber: '101' },
    });
    expect(venue.units.find(({ id }) => id === 'way/5')?.restriction).toBe('restricted');
    expect(venue.units.find(({ id }) => id === 'way/4@1')?.category).toBe('restroom.female.wheelchair');
  });

  test('has a door on each floor that the door stands on, and none where no wall is', () => {
    expect(venue.openings.map(({ id, category }) => `${id} ${category}`)).toEqual([
      'node/1 pedestrian',
      'node/2@0 pedestrian',
      'node/2@1 pedestrian',
      'node/3@0 pedestrian',
      'node/3@1 pedestrian',
      'node/4 emergencyexit',
    ]);
    expect(findings.find(({ kind }) => kind === 'stray-opening')?.ids).toEqual(['node/5']);
  });

  test('has a lift for wheels, stairs both ways, and an escalator that runs up because it is drawn down and conveys backward', () => {
    expect(venue.connectors.map(({ id, kind, way, stepFree }) => [id, kind, way, stepFree])).toEqual([
      ['way/6', 'lift', 'both', true],
      ['way/7', 'escalator', 'up', false],
      ['way/8', 'stairs', 'both', false],
    ]);
    expect(findings.filter(({ kind }) => kind === 'one-way-connector').map(({ ids }) => ids)).toEqual([['way/7']]);
  });

  test('tells a vending machine from a room', () => {
    expect(venue.amenities.map(({ category, unitIds }) => [category, unitIds])).toEqual([
      ['vendingmachine', ['way/1']],
    ]);
  });
});

describe('a station drawn as ways', () => {
  test('joins ways that share a node, whichever floor the stairs are told of first', () => {
    const { venue } = read(
      collection([
        line('way/1', { highway: 'footway', level: '-1' }, [
          [0, 0],
          [10, 0],
        ]),
        line('way/2', { highway: 'footway', level: '0' }, [
          [20, 0],
          [30, 0],
        ]),
        line('way/3', { highway: 'steps', level: '0;-1' }, [
          [20, 0],
          [10, 0],
        ]),
        point('node/1', { highway: 'elevator', level: '-1;0;7' }, [0, 0]),
      ]),
    );
    const [lift, stairs] = venue.connectors;
    expect(stairs?.stops.map(({ levelId, featureId }) => [levelId, featureId])).toEqual([
      ['level/-1', 'way/1/1'],
      ['level/0', 'way/2/0'],
    ]);
    expect(lift?.stops.map(({ featureId }) => featureId)).toEqual(['way/1/0', 'node/1@0']);
  });

  test('keeps a landing between two floors on the lower one, reached by steps', () => {
    const { venue } = read(
      collection([
        line('way/1', { highway: 'footway', level: '0' }, [
          [0, 0],
          [10, 0],
        ]),
        line('way/2', { highway: 'steps', level: '0;0.5' }, [
          [10, 0],
          [13, 0],
        ]),
        line('way/3', { highway: 'steps', level: '0.5;1' }, [
          [13, 0],
          [16, 0],
        ]),
        line('way/4', { highway: 'footway', level: '1' }, [
          [16, 0],
          [20, 0],
        ]),
      ]),
    );
    expect(venue.network.ways.map(({ id, kind, stepFree }) => [id, kind, stepFree])).toContainEqual([
      'way/2',
      'steps',
      false,
    ]);
    expect(venue.connectors.map(({ id, stops }) => [id, stops.length])).toEqual([['way/3', 2]]);
  });

  test('takes a moving walkway for what it is, in its direction', () => {
    const { venue } = read(
      collection([
        line('way/1', { highway: 'footway', conveying: 'backward', level: '0' }, [
          [0, 0],
          [10, 0],
        ]),
      ]),
    );
    expect(venue.network.ways).toMatchObject([
      { kind: 'movingwalkway', way: 'forward', from: 'way/1/1', to: 'way/1/0' },
    ]);
  });
});

describe('lifts that are drawn floor by floor', () => {
  test('are one lift where they stand above each other, and two lifts beside each other stay two', () => {
    const floor = (level: string, first: number) => [
      area(`way/${first}`, { indoor: 'corridor', level }, [0, 0, 20, 3]),
      area(`way/${first + 1}`, { highway: 'elevator', indoor: 'room', level }, [0, 3, 2, 5]),
      area(`way/${first + 2}`, { highway: 'elevator', indoor: 'room', level }, [2, 3, 4, 5]),
    ];
    const { venue, findings } = read(collection([...floor('0', 10), ...floor('1', 20), ...floor('2', 30)]));
    expect(venue.connectors.map(({ id, stops }) => [id, ...stops.map(({ featureId }) => featureId)])).toEqual([
      ['way/11#shaft', 'way/11', 'way/21', 'way/31'],
      ['way/12#shaft', 'way/12', 'way/22', 'way/32'],
    ]);
    expect(findings).toEqual([]);
  });
});
