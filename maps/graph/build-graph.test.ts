import { describe, expect, test } from 'vitest';
import type { Point, Polygon, Venue } from '../venue.ts';
import { isNear } from '../geometry/polygon.ts';
import { routeBetween } from '../route/find-route.ts';
import { pathOf } from '../route/path-of-route.ts';
import { buildGraph } from './build-graph.ts';
import { componentsOf } from './components.ts';
import { box, door, littleVenue, unit } from './little-venue.ts';
import type { Profile } from './walk-graph.ts';

interface Trip {
  readonly from: string;
  readonly to: string;
  readonly profile?: Profile;
  readonly closed?: readonly string[];
}

function metres(venue: Venue, { from, to, profile = 'default', closed = [] }: Trip): number {
  const reply = routeBetween(buildGraph(venue), { from, to, profile, closed: new Set(closed) });
  return reply.ok ? reply.route.metres : Infinity;
}

/** Turned about the origin, as houses stand in towns. */
function turned(polygon: Polygon, degrees: number): Polygon {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const turn = ([x, y]: Point): Point => [
    Math.round((x * cos - y * sin) * 1000) / 1000,
    Math.round((x * sin + y * cos) * 1000) / 1000,
  ];
  return { outer: polygon.outer.map(turn), holes: polygon.holes.map((hole) => hole.map(turn)) };
}

/** Every tenth of the way. */
function between(a: Point, b: Point): readonly Point[] {
  return Array.from({ length: 11 }, (_, n) => [a[0] + ((b[0] - a[0]) * n) / 10, a[1] + ((b[1] - a[1]) * n) / 10]);
}

describe('corridors that touch', () => {
  // An L of two corridors, a hall at its end, in a house that stands askew; corners are rounded to the millimetre.
  const shapes = [box(0, 0, 40, 3), box(37, 3, 3, 30), box(20, 33, 20, 10)].map((shape) => turned(shape, 27));
  const units = shapes.map((shape, n) => unit(`part ${n}`, 'walkway', shape));

  test('are one ground: nothing stands between them', () => {
    const straight = Math.hypot(18, 0) + Math.hypot(11, 36);
    expect(metres(littleVenue({ units }), { from: 'part 0', to: 'part 2' })).toBeLessThan(straight + 3);
  });

  test('are walked without cutting a corner', () => {
    const graph = buildGraph(littleVenue({ units }));
    const reply = routeBetween(graph, { from: 'part 0', to: 'part 2', profile: 'default', closed: new Set() });
    const path = reply.ok ? pathOf(graph, reply.route).map(({ x, y }): Point => [x, y]) : [];
    expect(path.length).toBeGreaterThan(2);
    const walked = path.flatMap((point, n) => between(path[n - 1] ?? point, point));
    expect(walked.filter((point) => !shapes.some((shape) => isNear(point, [shape], 0.002)))).toEqual([]);
  });

  test('with a fire door between them are parted when it is closed', () => {
    const fire = door('fire door', [37.5, 3], [39.5, 3]);
    const straight = [box(0, 0, 40, 3), box(37, 3, 3, 30)].map((shape, n) => unit(`part ${n}`, 'walkway', shape));
    const venue = littleVenue({ units: straight, openings: [fire] });
    expect(metres(venue, { from: 'part 0', to: 'part 1' })).toBeLessThan(45);
    expect(metres(venue, { from: 'part 0', to: 'part 1', closed: ['fire door'] })).toBe(Infinity);
  });
});

describe('a hall of several units', () => {
  // Three by three squares of 10 m; the middle one can be closed.
  const squares = [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => unit(`${row}${column}`, 'lobby', box(column * 10, row * 10, 10, 10))),
  );

  test('is crossed in a straight line, and around the part that is closed', () => {
    const venue = littleVenue({ units: squares });
    expect(metres(venue, { from: '10', to: '12' })).toBeCloseTo(20, 6);
    const around = metres(venue, { from: '10', to: '12', closed: ['11'] });
    expect(around).toBeGreaterThan(22);
    expect(around).toBeLessThan(26);
  });
});

describe('a round pillar of two hundred corners', () => {
  const pillar: Point[] = Array.from({ length: 200 }, (_, n) => {
    const angle = (n / 200) * 2 * Math.PI;
    return [15 + 4 * Math.cos(angle), 10 + 4 * Math.sin(angle)];
  });
  const venue = littleVenue({
    units: [
      unit('hall', 'lobby', box(0, 0, 30, 20)),
      unit('pillar', 'column', { outer: pillar, holes: [] }),
      unit('a', 'room', box(-5, 8, 5, 4)),
      unit('b', 'room', box(30, 8, 5, 4)),
    ],
    openings: [door('door a', [0, 9.5], [0, 10.5]), door('door b', [30, 9.5], [30, 10.5])],
  });

  test('is walked around closely, with few corners', () => {
    const round = metres(venue, { from: 'a', to: 'b' });
    expect(round).toBeGreaterThan(36);
    expect(round).toBeLessThan(38);
    expect(buildGraph(venue).nodeIds.length).toBeLessThan(50);
  });
});

describe('steps in a corridor', () => {
  const units = [
    unit('low', 'walkway', box(0, 0, 10, 4)),
    unit('steps', 'steps', box(10, 0, 2, 2)),
    unit('slope', 'ramp', box(10, 2, 2, 2), { accessibility: ['wheelchair'] }),
    unit('high', 'walkway', box(12, 0, 10, 4)),
  ];

  test('are taken by who can, and the ramp beside them by who rolls', () => {
    const venue = littleVenue({ units });
    expect(metres(venue, { from: 'low', to: 'high', profile: 'step-free' })).toBeLessThan(14);
    const unknown = units.map((one) => ({ ...one, accessibility: [] }));
    expect(metres(littleVenue({ units: unknown }), { from: 'low', to: 'high' })).toBeLessThan(14);
    expect(metres(littleVenue({ units: unknown }), { from: 'low', to: 'high', profile: 'step-free' })).toBe(Infinity);
  });
});

describe('a stairwell between two corridors', () => {
  const units = [
    unit('west', 'walkway', box(0, 0, 20, 3)),
    unit('stair', 'stairs', box(20, 0, 5, 3)),
    unit('east', 'walkway', box(25, 0, 20, 3)),
  ];
  const openings = [door('west door', [20, 1], [20, 2]), door('east door', [25, 1], [25, 2])];

  test('has a landing that is crossed, also on wheels', () => {
    expect(metres(littleVenue({ units, openings }), { from: 'west', to: 'east', profile: 'step-free' })).toBeLessThan(
      26,
    );
  });
});

describe('doors for wheels', () => {
  const units = [unit('hall', 'lobby', box(0, 0, 20, 10)), unit('room', 'room', box(0, 10, 20, 8))];
  const narrow = door('narrow', [1, 10], [1.7, 10], { widthMetres: 0.7 });
  const plain = door('plain', [17, 10], [18, 10], { widthMetres: 0.9 });
  const venue = littleVenue({ units, openings: [narrow, plain] });

  test('are as wide as the chair, and as the bed', () => {
    const open: Trip = { from: 'hall', to: 'room', profile: 'step-free' };
    expect(metres(venue, open)).toBeLessThan(20);
    expect(metres(venue, { ...open, closed: ['plain'] })).toBe(Infinity);
    expect(metres(venue, { ...open, profile: 'bed' })).toBe(Infinity);
  });
});

describe('a hall of eight hundred seats', () => {
  const seats = Array.from({ length: 800 }, (_, n) => ({
    id: `seat ${n}`,
    levelId: 'level 0',
    category: 'seating',
    name: {},
    aliases: [],
    accessibility: [],
    point: [1 + (n % 40), 1 + Math.floor(n / 40)] as const,
    unitIds: ['hall'],
    salience: null,
  }));
  const units = [unit('hall', 'lobby', box(0, 0, 42, 22)), unit('office', 'room', box(42, 0, 5, 5))];
  const venue = littleVenue({ units, openings: [door('door', [42, 1], [42, 2])], amenities: seats });

  test('is left from every seat in a straight line, without a line from every seat to every other', () => {
    expect(metres(venue, { from: 'seat 760', to: 'office' })).toBeLessThan(Math.hypot(41, 19) + 4);
    expect(metres(venue, { from: 'seat 0', to: 'seat 799' })).toBeLessThan(Math.hypot(39, 19) + 2);
    expect(buildGraph(venue).to.length).toBeLessThan(800 * 250);
  });
});

describe('a map with mistakes', () => {
  test('keeps what lies on no floor as an island', () => {
    const hall = unit('hall', 'lobby', box(0, 0, 10, 10));
    const lost = unit('lost', 'room', box(100, 100, 5, 5));
    const [mainland, island] = componentsOf(buildGraph(littleVenue({ units: [hall, lost] })));
    expect(mainland?.featureIds).toEqual(['hall']);
    expect(island?.featureIds).toEqual(['lost']);
  });

  test('makes a graph of what has no number, no level or the same id twice', () => {
    const hall = unit('hall', 'lobby', box(0, 0, 10, 10));
    const units = [
      hall,
      hall,
      unit('nowhere', 'room', box(0, 10, 5, 5), { levelId: 'level 9' }),
      unit('flat', 'walkway', {
        outer: [
          [0, 0],
          [5, 0],
        ],
        holes: [],
      }),
      unit('empty', 'room', { outer: [], holes: [] }),
    ];
    const graph = buildGraph(littleVenue({ units, openings: [door('stray', [NaN, 0], [1, 0])] }));
    const numbers = [...graph.x, ...graph.y, ...graph.metres];
    expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([]);
    expect(new Set(graph.nodeIds).size).toBe(graph.nodeIds.length);
  });
});
