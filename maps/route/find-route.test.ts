import { describe, expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { box, connector, door, level, littleVenue, unit } from '../graph/little-venue.ts';
import type { Profile } from '../graph/walk-graph.ts';
import type { Venue } from '../venue.ts';
import { routeBetween } from './find-route.ts';
import { pathOf } from './path-of-route.ts';
import type { RouteReply } from './route.ts';

/** Whoever asks without more walks as most do, and nothing is closed. */
interface Question {
  readonly from: string;
  readonly to: string;
  readonly profile?: Profile;
  readonly closed?: readonly string[];
}

function ask(venue: Venue, { from, to, profile = 'default', closed = [] }: Question): RouteReply {
  return routeBetween(buildGraph(venue), { from, to, profile, closed: new Set(closed) });
}

function walk(
  venue: Venue,
  question: Question,
): { metres: number; seconds: number; via: string[]; features: string[] } {
  const graph = buildGraph(venue);
  const reply = routeBetween(graph, { profile: 'default', ...question, closed: new Set(question.closed) });
  if (!reply.ok) throw new Error(`no route: ${reply.reason}`);
  const { route } = reply;
  const via = pathOf(graph, route).flatMap((point) => (point.via === null ? [] : [point.via]));
  return { ...route, via, features: route.nodes.map((node) => graph.nodeFeatures[node] ?? '') };
}

// Three rooms on a corridor 30 m long; each has a door of 1 m in the middle of its wall.
const corridor = unit('corridor', 'walkway', box(0, 0, 30, 3));
const rooms = ['a', 'b', 'c'].map((id, n) => unit(id, 'room', box(n * 10, 3, 10, 6)));
const doors = ['a', 'b', 'c'].map((id, n) => door(`door ${id}`, [n * 10 + 4.5, 3], [n * 10 + 5.5, 3]));
const ward = littleVenue({ units: [corridor, ...rooms], openings: doors });

describe('a corridor of rooms', () => {
  test('is walked from door to door', () => {
    const { metres, via, features } = walk(ward, { from: 'a', to: 'c' });
    expect(metres).toBeGreaterThan(20 + 6);
    expect(metres).toBeLessThan(20 + 6 + 2);
    expect(via.filter((kind) => kind === 'door')).toHaveLength(2);
    expect(new Set(features)).toEqual(new Set(['a', 'door a', 'door c', 'c']));
  });

  test('takes its metres at 1.2 m/s', () => {
    const { metres, seconds } = walk(ward, { from: 'a', to: 'c' });
    expect(seconds).toBeCloseTo(metres / 1.2, 9);
  });

  test('has no way to a room whose door is closed, and says so', () => {
    expect(ask(ward, { from: 'a', to: 'c', closed: ['door c'] })).toMatchObject({ ok: false, reason: 'closed' });
  });
});

describe('a room with two doors', () => {
  // A corridor around three sides of a room: the way through the room would be shorter.
  const around = [
    unit('left', 'walkway', box(0, 0, 3, 20)),
    unit('top', 'walkway', box(3, 17, 14, 3)),
    unit('right', 'walkway', box(17, 0, 3, 20)),
    unit('clinic', 'room', box(3, 0, 14, 17)),
    unit('west', 'room', box(-5, 0, 5, 5)),
    unit('east', 'room', box(20, 0, 5, 5)),
  ];
  const openings = [
    door('clinic west', [3, 1], [3, 2]),
    door('clinic east', [17, 1], [17, 2]),
    door('west door', [0, 1], [0, 2]),
    door('east door', [20, 1], [20, 2]),
  ];
  const venue = littleVenue({ units: around, openings });

  test('is not walked through, however much shorter that is', () => {
    const { metres, features } = walk(venue, { from: 'west', to: 'east' });
    expect(metres).toBeGreaterThan(40);
    expect(features).not.toContain('clinic');
  });

  test('is arrived at by the nearer door and left by the other', () => {
    expect(walk(venue, { from: 'west', to: 'clinic' }).features).toContain('clinic west');
    expect(walk(venue, { from: 'clinic', to: 'east' }).features).toContain('clinic east');
  });

  test('is still walked into by its other door when one is closed', () => {
    const { features } = walk(venue, { from: 'west', to: 'clinic', closed: ['clinic west'] });
    expect(features).toContain('clinic east');
  });

  test('has a washroom behind it that is reached through it', () => {
    const washroom = unit('washroom', 'restroom', box(8, 5, 3, 3));
    const inner = [...openings, door('washroom door', [9, 5], [10, 5])];
    const ward = littleVenue({ units: [...around, washroom], openings: inner });
    const { features } = walk(ward, { from: 'west', to: 'washroom' });
    expect(features.slice(-2)).toEqual(['washroom door', 'washroom']);
    expect(walk(ward, { from: 'west', to: 'east' }).metres).toBeGreaterThan(40);
  });

  test('between two corridors that nothing else joins is crossed when people wait in it', () => {
    const parted = around.filter(({ id }) => id !== 'top');
    expect(ask(littleVenue({ units: parted, openings }), { from: 'west', to: 'east' })).toMatchObject({
      ok: false,
      reason: 'island',
    });
    const hall = parted.map((one) => (one.id === 'clinic' ? { ...one, category: 'waitingroom' } : one));
    expect(walk(littleVenue({ units: hall, openings }), { from: 'west', to: 'east' }).features).toContain(
      'clinic east',
    );
  });
});

describe('what the public never walks', () => {
  const hall = unit('hall', 'lobby', box(0, 0, 10, 10));
  const store = unit('store', 'storage', box(10, 0, 10, 10));
  const ends = [hall, store];

  test('a door for emergencies is no way', () => {
    const openings = [door('way out', [10, 4], [10, 5], { category: 'emergencyexit' })];
    const behind = unit('yard', 'walkway', box(0, -20, 30, 10));
    const gate = door('gate', [12, -10], [13, -10], { category: 'emergencyexit' });
    const venue = littleVenue({ units: [...ends, behind], openings: [...openings, gate] });
    expect(ask(venue, { from: 'hall', to: 'yard' })).toMatchObject({ ok: false });
  });

  test('a room of the staff is refused by name', () => {
    const units = [hall, { ...store, restriction: 'employeesonly' as const }];
    const venue = littleVenue({ units, openings: [door('door', [10, 4], [10, 5])] });
    expect(ask(venue, { from: 'hall', to: 'store' })).toMatchObject({ ok: false, reason: 'to-restricted' });
    expect(ask(venue, { from: 'store', to: 'hall' })).toMatchObject({ ok: false, reason: 'from-restricted' });
  });

  test('a corridor of the staff is no short cut', () => {
    const units = [
      unit('public', 'walkway', box(0, 0, 3, 40)),
      unit('staff', 'walkway', box(3, 0, 20, 3), { restriction: 'employeesonly' }),
      unit('other', 'walkway', box(23, 0, 3, 40)),
      unit('bridge', 'footbridge', box(3, 37, 20, 3)),
      unit('near', 'room', box(-5, 0, 5, 3)),
      unit('far', 'room', box(26, 0, 5, 3)),
    ];
    const openings = [door('near door', [0, 1], [0, 2]), door('far door', [26, 1], [26, 2])];
    expect(walk(littleVenue({ units, openings }), { from: 'near', to: 'far' }).metres).toBeGreaterThan(80);
  });

  test('a building site is walked around', () => {
    const site = {
      id: 'site',
      levelIds: ['level 0'],
      category: 'underconstruction',
      name: {},
      polygons: [box(4, 0.2, 2, 8)],
    };
    const units = [hall, unit('a', 'room', box(-5, 0, 5, 2)), unit('b', 'room', box(10, 0, 5, 2))];
    const openings = [door('door a', [0, 0.5], [0, 1.5]), door('door b', [10, 0.5], [10, 1.5])];
    const free = walk(littleVenue({ units, openings }), { from: 'a', to: 'b' }).metres;
    expect(walk(littleVenue({ units, openings, geofences: [site] }), { from: 'a', to: 'b' }).metres).toBeGreaterThan(
      free + 5,
    );
  });
});

describe('two floors', () => {
  const floor = (n: number) => [
    unit(`hall ${n}`, 'lobby', box(0, 0, 20, 10), { levelId: `level ${n}` }),
    unit(`lift ${n}`, 'elevator', box(20, 0, 3, 3), { levelId: `level ${n}` }),
    unit(`stair ${n}`, 'stairs', box(-3, 0, 3, 6), { levelId: `level ${n}` }),
    unit(`room ${n}`, 'room', box(0, 10, 5, 5), { levelId: `level ${n}` }),
  ];
  const openings = [0, 1].flatMap((n) => [
    door(`lift door ${n}`, [20, 1], [20, 2], { levelId: `level ${n}` }),
    door(`stair door ${n}`, [0, 2], [0, 3], { levelId: `level ${n}` }),
    door(`room door ${n}`, [2, 10], [3, 10], { levelId: `level ${n}` }),
  ]);
  const units = [...floor(0), ...floor(1)];
  const of = (name: string) => units.filter(({ id }) => id.startsWith(name));
  const lift = connector('lift', 'lift', of('lift'));
  const stairs = connector('stairs', 'stairs', of('stair'));
  const house = littleVenue({ levels: [level(0), level(1)], units, openings, connectors: [lift, stairs] });
  const trip = { from: 'room 0', to: 'room 1' };

  test('are climbed by the stairs near by', () => {
    expect(walk(house, trip).via).toContain('stairs');
  });

  test('are ridden between by whoever needs a way without steps, and by the old', () => {
    expect(walk(house, { ...trip, profile: 'step-free' }).via).toContain('lift');
    expect(walk(house, { ...trip, profile: 'elder' }).via).toContain('lift');
  });

  test('are climbed by the old where no lift goes', () => {
    expect(walk(house, { ...trip, profile: 'elder', closed: ['lift'] }).via).toContain('stairs');
  });

  test('have no way without steps when the lift is closed, and it is said who has one', () => {
    expect(ask(house, { ...trip, profile: 'step-free', closed: ['lift'] })).toEqual({
      ok: false,
      reason: 'closed',
      profilesWithAWay: ['default', 'elder'],
    });
    const noLift = { ...house, connectors: [stairs] };
    expect(ask(noLift, { ...trip, profile: 'step-free' })).toEqual({
      ok: false,
      reason: 'profile',
      profilesWithAWay: ['default', 'elder'],
    });
  });

  test('are ridden between with one wait however many floors there are', () => {
    const top = floor(2);
    const third = {
      ...lift,
      stops: [...lift.stops, { levelId: 'level 2', featureId: 'lift 2', point: [21.5, 1.5] as const }],
    };
    const openingsOfTop = [
      door('lift door 2', [20, 1], [20, 2], { levelId: 'level 2' }),
      door('room door 2', [2, 10], [3, 10], { levelId: 'level 2' }),
    ];
    const tower = littleVenue({
      levels: [level(0), level(1), level(2)],
      units: [...units, ...top],
      openings: [...openings, ...openingsOfTop],
      connectors: [third],
    });
    const [one, two] = ['room 1', 'room 2'].map((to) => walk(tower, { from: 'room 0', to }));
    expect((two?.seconds ?? 0) - (one?.seconds ?? 0)).toBeCloseTo(15, 6);
  });

  test('with an escalator that runs up have no way down by it', () => {
    const escalator = { ...connector('escalator', 'escalator', of('stair')), way: 'up' as const };
    const venue = { ...house, connectors: [escalator] };
    expect(walk(venue, trip).via).toContain('escalator');
    expect(ask(venue, { from: 'room 1', to: 'room 0' })).toMatchObject({ ok: false });
  });
});

describe('things on the floor', () => {
  const units = [
    unit('hall', 'lobby', box(0, 0, 20, 10)),
    unit('a', 'room', box(-5, 4, 5, 2)),
    unit('b', 'room', box(20, 4, 5, 2)),
  ];
  const openings = [door('door a', [0, 4.5], [0, 5.5]), door('door b', [20, 4.5], [20, 5.5])];
  const counter = { id: 'counter', levelId: 'level 0', category: 'counter', name: {}, polygons: [box(8, 1, 4, 8)] };

  test('are walked around', () => {
    const straight = walk(littleVenue({ units, openings }), { from: 'a', to: 'b' }).metres;
    const venue = littleVenue({ units, openings, fixtures: [counter] });
    expect(walk(venue, { from: 'a', to: 'b' }).metres).toBeGreaterThan(straight + 0.5);
  });

  test('are arrived at from the floor before them', () => {
    const desk = {
      id: 'desk',
      levelId: 'level 0',
      category: 'information',
      name: {},
      aliases: [],
      accessibility: [],
      point: [9, 5] as const,
      unitIds: ['hall'],
      salience: null,
    };
    const venue = littleVenue({ units, openings, fixtures: [counter], amenities: [desk] });
    expect(walk(venue, { from: 'a', to: 'desk' }).metres).toBeLessThan(13);
  });
});

describe('a source without doors', () => {
  const units = [
    unit('corridor', 'walkway', box(0, 0, 30, 3)),
    unit('hall', 'waitingroom', box(0, -8, 12, 8)),
    unit('a', 'room', box(0, 3, 10, 6)),
    unit('b', 'room', box(20, 3.2, 10, 6)),
  ];

  test('is entered where borders meet, also over the thickness of a wall', () => {
    expect(walk(littleVenue({ units }), { from: 'a', to: 'b' }).metres).toBeLessThan(30);
  });

  test('has halls that are open to the corridor', () => {
    expect(walk(littleVenue({ units }), { from: 'hall', to: 'b' }).via).not.toContain('door');
  });
});

describe('a network of lines', () => {
  const node = (id: string, x: number, y: number) => {
    return { id, levelId: 'level 0', point: [x, y] as const, category: null, name: {}, aliases: [], restriction: null };
  };
  const way = (from: string, to: string, kind: 'walk' | 'steps' = 'walk', metres = 10) => {
    const known = { stepFree: null, widthMetres: null, restriction: null, way: 'both' as const };
    return { id: `${from}-${to}`, from, to, kind, metres, ...known };
  };
  const network = {
    nodes: [node('a', 0, 0), node('b', 10, 0), node('c', 10, 10), node('d', 0, 10), node('alone', 50, 50)],
    ways: [way('a', 'b', 'steps', 4), way('b', 'c'), way('c', 'd'), way('d', 'a')],
  };
  const venue = littleVenue({ network });

  test('is followed along its ways', () => {
    expect(walk(venue, { from: 'a', to: 'c' }).metres).toBe(14);
    expect(walk(venue, { from: 'a', to: 'c', profile: 'step-free' }).metres).toBe(20);
  });

  test('says of a node alone that it is an island, and of a stranger that nobody knows it', () => {
    expect(ask(venue, { from: 'a', to: 'alone' })).toMatchObject({ reason: 'island' });
    expect(ask(venue, { from: 'a', to: 'z' })).toMatchObject({ reason: 'to-unknown' });
    expect(ask(venue, { from: 'z', to: 'a' })).toMatchObject({ reason: 'from-unknown' });
    expect(ask(venue, { from: 'a', to: 'a' })).toMatchObject({ reason: 'same-place' });
  });
});
