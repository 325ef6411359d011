import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { box, connector, door, level, littleVenue, unit } from '../graph/little-venue.ts';
import { edgeKinds, profiles, type Profile, type WalkGraph } from '../graph/walk-graph.ts';
import { weigh } from '../graph/weigh.ts';
import type { Connector, NetworkWay, Opening, Unit, Venue } from '../venue.ts';
import { routeBetween } from './find-route.ts';
import { quickestWay } from './quickest-way.ts';
import { routeInTree, treeFrom } from './route-tree.ts';

// Houses of two or three floors: a corridor with rooms on both sides, some behind others, some of the staff, some with
// an emergency exit to the yard; a stair at one end, perhaps a lift or an escalator at the other.
const roomKind = fc.constantFrom('room', 'room', 'office', 'waitingroom', 'restroom', 'staff', 'closed in', 'inner');
const house = fc.record({
  rooms: fc.array(fc.array(roomKind, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 3 }),
  lift: fc.boolean(),
  escalator: fc.constantFrom('up' as const, 'down' as const, 'none' as const),
  exits: fc.boolean(),
  steps: fc.boolean(),
});
type House = typeof house extends fc.Arbitrary<infer T> ? T : never;

function floorOf(plan: House, n: number): { units: Unit[]; openings: Opening[] } {
  const at = { levelId: `level ${n}` };
  const kinds = plan.rooms[n] ?? [];
  const length = kinds.length * 6;
  const half = length / 2;
  const corridor = plan.steps
    ? [
        unit(`west ${n}`, 'walkway', box(0, 0, half - 1, 3), at),
        unit(`steps ${n}`, 'steps', box(half - 1, 0, 2, 3), at),
        unit(`east ${n}`, 'walkway', box(half + 1, 0, half - 1, 3), at),
      ]
    : [unit(`corridor ${n}`, 'walkway', box(0, 0, length, 3), at)];
  const parts = kinds.map((kind, k) => roomOf(kind, { name: `${n}.${k}`, x: k * 6, at, exits: plan.exits }));
  const shafts = [
    unit(`stair ${n}`, 'stairs', box(-4, 0, 4, 3), at),
    unit(`lift ${n}`, 'elevator', box(length, 0, 2, 1.5), at),
    unit(`escalator ${n}`, 'escalator', box(length, 1.5, 6, 1.5), at),
  ];
  const openings = [
    door(`stair door ${n}`, [0, 1], [0, 2], at),
    door(`lift door ${n}`, [length, 0.2], [length, 1.2], at),
    door(`escalator foot ${n}`, [length, 1.7], [length, 2.8], at),
  ];
  return {
    units: [...corridor, ...parts.flatMap(({ units }) => units), ...shafts],
    openings: [...parts.flatMap((part) => part.openings), ...openings],
  };
}

interface Spot {
  readonly name: string;
  readonly x: number;
  readonly at: { readonly levelId: string };
  readonly exits: boolean;
}

function roomOf(kind: string, { name, x, at, exits }: Spot): { units: Unit[]; openings: Opening[] } {
  const restriction = kind === 'staff' ? ('employeesonly' as const) : null;
  const room = unit(`room ${name}`, ['staff', 'closed in', 'inner'].includes(kind) ? 'room' : kind, box(x, 3, 6, 4), {
    ...at,
    restriction,
  });
  const inner = unit(`inner ${name}`, 'restroom', box(x, 7, 6, 3), at);
  return {
    units: kind === 'inner' ? [room, inner] : [room],
    openings: [
      ...(kind === 'closed in' ? [] : [door(`door ${name}`, [x + 1, 3], [x + 2, 3], at)]),
      ...(kind === 'inner' ? [door(`inner door ${name}`, [x + 3, 7], [x + 4, 7], at)] : []),
      ...(exits ? [door(`exit ${name}`, [x + 6, 5], [x + 6, 6], { ...at, category: 'emergencyexit' })] : []),
    ],
  };
}

function build(plan: House): Venue {
  const floors = plan.rooms.map((_, n) => floorOf(plan, n));
  const units = floors.flatMap((floor) => floor.units);
  const of = (name: string): Unit[] => units.filter(({ id }) => id.startsWith(`${name} `));
  const connectors: Connector[] = [
    connector('stairs', 'stairs', of('stair')),
    ...(plan.lift ? [connector('lift', 'lift', of('lift'))] : []),
    ...(plan.escalator === 'none'
      ? []
      : [{ ...connector('escalator', 'escalator', of('escalator')), way: plan.escalator }]),
  ];
  return littleVenue({
    levels: plan.rooms.map((_, n) => level(n)),
    units,
    openings: floors.flatMap((floor) => floor.openings),
    connectors,
  });
}

/** Nodes drawn anywhere and ways between them that bend, or are shorter than they look: a plan whose scale nobody has checked. */
const network = fc
  .record({
    points: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), {
      minLength: 10,
      maxLength: 25,
    }),
    ways: fc.array(
      fc.record({
        from: fc.nat(24),
        to: fc.nat(24),
        kind: fc.constantFrom<NetworkWay['kind']>('walk', 'walk', 'steps', 'ramp', 'escalator', 'movingwalkway'),
        way: fc.constantFrom<NetworkWay['way']>('both', 'forward'),
        bend: fc.double({ min: 0.7, max: 2, noNaN: true }),
        stepFree: fc.constantFrom(true, false, null),
        widthMetres: fc.constantFrom(null, 0.7, 1, 2),
        restriction: fc.constantFrom(null, null, null, 'restricted' as const),
      }),
      { minLength: 30, maxLength: 90 },
    ),
  })
  .map(({ points, ways }): Venue => {
    const nodes = points.map((point, n) => {
      return { id: `n${n}`, levelId: 'level 0', point, category: null, name: {}, aliases: [], restriction: null };
    });
    const known = ways.map(({ bend, ...way }, n) => {
      const [a = [0, 0], b = [0, 0]] = [points[way.from], points[way.to]];
      const metres = bend * Math.hypot(a[0] - b[0], a[1] - b[1]);
      return { ...way, metres, id: `w${n}`, from: `n${way.from}`, to: `n${way.to}` };
    });
    return littleVenue({ network: { nodes, ways: known } });
  });

const venue = fc.oneof(house.map(build), network);
const profile = fc.constantFrom(...profiles);

/** The plainest search there is: every edge is tried until nothing becomes quicker (Bellman and Ford). */
function plainSeconds(graph: WalkGraph, cost: Float64Array, starts: readonly number[]): Float64Array {
  const seconds = new Float64Array(graph.nodeIds.length).fill(Infinity);
  for (const start of starts) seconds[start] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (let node = 0; node < seconds.length; node++) {
      for (let edge = graph.firstEdge[node] ?? 0; edge < (graph.firstEdge[node + 1] ?? 0); edge++) {
        const time = (seconds[node] ?? Infinity) + (cost[edge] ?? Infinity);
        const next = graph.to[edge] ?? 0;
        if (time >= (seconds[next] ?? Infinity)) continue;
        seconds[next] = time;
        changed = true;
      }
    }
  }
  return seconds;
}

interface Trip {
  readonly graph: WalkGraph;
  readonly profile: Profile;
  readonly from: string;
  readonly to: string;
  readonly closed: ReadonlySet<string>;
}

const trip = fc
  .record({ venue, profile, from: fc.nat(), to: fc.nat(), closed: fc.array(fc.nat(), { maxLength: 3 }) })
  .map(({ venue, profile, from, to, closed }): Trip => {
    const graph = buildGraph(venue);
    const features = [...graph.nodesOfFeature.keys()];
    const pick = (n: number): string => features[n % features.length] ?? '';
    const closable = [...venue.openings, ...venue.units, ...venue.connectors, ...venue.network.ways].map(
      ({ id }) => id,
    );
    const shut = closed.flatMap((n) => closable[n % closable.length] ?? []);
    return { graph, profile, from: pick(from), to: pick(to), closed: new Set(shut) };
  });

const secondsOf = ({ graph, ...question }: Trip): number => {
  const reply = routeBetween(graph, question);
  return reply.ok ? reply.route.seconds : Infinity;
};

test('every route is the quickest there is, and so is every way in a tree', () => {
  fc.assert(
    fc.property(trip, ({ graph, profile, from, to, closed }) => {
      const weights = weigh(graph, profile, closed);
      const [starts, goals] = [graph.nodesOfFeature.get(from) ?? [], graph.nodesOfFeature.get(to) ?? []];
      const plain = plainSeconds(graph, weights.seconds, starts);
      const least = Math.min(...goals.map((goal) => plain[goal] ?? Infinity));
      const way = quickestWay(graph, weights, { from: starts, to: goals });
      const found = way?.edges.reduce((sum, edge) => sum + (weights.seconds[edge] ?? 0), 0) ?? Infinity;
      const inTree = routeInTree(graph, treeFrom(graph, weights, starts), goals)?.seconds ?? Infinity;
      expect([found === Infinity, inTree === Infinity]).toEqual([least === Infinity, least === Infinity]);
      if (least === Infinity) return;
      expect(found).toBeCloseTo(least, 9);
      expect(inTree).toBeCloseTo(least, 9);
    }),
    { numRuns: 150 },
  );
});

test('nobody on wheels is sent over a step, a stair or an escalator', () => {
  fc.assert(
    fc.property(trip, fc.constantFrom('step-free' as const, 'bed' as const), ({ graph, ...question }, profile) => {
      const reply = routeBetween(graph, { ...question, profile });
      const kinds = reply.ok ? reply.route.edges.map((edge) => edgeKinds[graph.kind[edge] ?? 0]) : [];
      expect(kinds.filter((kind) => kind === 'steps' || kind === 'stairs' || kind === 'escalator')).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('no route goes through what is for the staff, an emergency exit or anything closed', () => {
  fc.assert(
    fc.property(trip, ({ graph, ...question }) => {
      const reply = routeBetween(graph, question);
      const { units, openings, network } = graph.venue;
      const barred = new Set([
        ...question.closed,
        ...[...units, ...network.ways].filter(({ restriction }) => restriction !== null).map(({ id }) => id),
        ...openings.filter(({ category }) => category === 'emergencyexit').map(({ id }) => id),
      ]);
      const passed = reply.ok ? reply.route.edges.flatMap((edge) => graph.edgeFeatures[edge] ?? []) : [];
      expect(passed.filter((feature) => barred.has(feature))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('no room is walked through on the way to another', () => {
  fc.assert(
    fc.property(house, fc.nat(), fc.nat(), (plan, a, b) => {
      const graph = buildGraph(build(plan));
      const rooms = graph.venue.units.filter(({ id }) => id.startsWith('room ')).map(({ id }) => id);
      const [from = '', to = ''] = [rooms[a % rooms.length], rooms[b % rooms.length]];
      const reply = routeBetween(graph, { from, to, profile: 'default', closed: new Set() });
      const passed = reply.ok ? reply.route.nodes.map((node) => graph.nodeFeatures[node] ?? '') : [];
      expect(passed.filter((id) => rooms.includes(id) && id !== from && id !== to)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('closing something makes no way quicker', () => {
  fc.assert(
    fc.property(trip, (asked) => {
      // The old climb where a lift is closed, and stairs may be quicker than the lift they take otherwise.
      fc.pre(asked.profile !== 'elder');
      expect(secondsOf(asked)).toBeGreaterThanOrEqual(secondsOf({ ...asked, closed: new Set() }) - 1e-9);
    }),
    { numRuns: 150 },
  );
});
