import { edgeKinds, type EdgeKind, type WalkGraph } from '../graph/walk-graph.ts';
import type { Route } from '../route/route.ts';
import { noSiteCodes, type Names, type Point, type Ring, type Unit, type Venue } from '../venue.ts';

/* A hall and an upper floor drawn by hand, with the graph that belongs to them: small enough to be read from the test. */

const both = (zh: string, en: string): Names => ({ zh, en });
const box = (x: number, y: number, width: number, depth: number): Ring => [
  [x, y],
  [x + width, y],
  [x + width, y + depth],
  [x, y + depth],
];

function unit(id: string, levelId: string, category: string, ring: Ring, more: Partial<Unit> = {}): Unit {
  const [[x0, y0] = [0, 0], , [x1, y1] = [0, 0]] = ring;
  return {
    id,
    levelId,
    category,
    restriction: null,
    accessibility: [],
    name: {},
    aliases: [],
    displayPoint: [(x0 + x1) / 2, (y0 + y1) / 2],
    polygons: [{ outer: ring, holes: [] }],
    site: noSiteCodes,
    ...more,
  };
}

function door(id: string, levelId: string, [x, y]: Point, along: 'x' | 'y') {
  const line: readonly [Point, Point] =
    along === 'x'
      ? [
          [x - 0.6, y],
          [x + 0.6, y],
        ]
      : [
          [x, y - 0.6],
          [x, y + 0.6],
        ];
  const [accessibility, accessControl, automatic, name] = [[], [], false, {}];
  return { id, levelId, category: 'pedestrian', accessibility, accessControl, automatic, name, line, widthMetres: 1.2 };
}

const level = (id: string, ordinal: number, zh: string, en: string) => ({
  id,
  ordinal,
  name: both(zh, en),
  shortName: both(zh, en),
  outdoor: false,
  storeyHeight: 4,
  outline: [],
});

const stop = (levelId: string, featureId: string, point: Point) => ({ levelId, featureId, point });

/**
 * Ground floor (signed 1): a hall 40 m long from west to east, a corridor to the north at its end, the pharmacy at the corner, a
 * lift at the corridor's end. Upper floor (signed 3): a corridor from west to east with cardiology in its west and a long east.
 */
export const building: Venue = {
  id: 'sample',
  name: both('样板楼', 'Sample building'),
  language: 'zh',
  origin: null,
  attribution: null,
  levels: [level('ground', 0, '1', '1'), level('upper', 1, '3', '3')],
  units: [
    unit('hall', 'ground', 'lobby', box(0, 0, 40, 4)),
    unit('north', 'ground', 'walkway', box(29, 4, 4, 26)),
    unit('pharmacy', 'ground', 'room', box(20, 4, 9, 8)),
    unit('store', 'ground', 'storage', box(33, 4, 7, 8), { name: both('库房', 'Store'), restriction: 'employeesonly' }),
    unit('lift-1', 'ground', 'elevator', box(29, 30, 2, 2)),
    unit('lift-3', 'upper', 'elevator', box(29, 30, 2, 2)),
    unit('gallery', 'upper', 'walkway', box(10, 26, 110, 4)),
    unit('waiting', 'upper', 'waitingroom', box(10, 30, 10, 10), {
      name: both('心内科候诊区', 'Cardiology waiting area'),
    }),
    unit('room-312', 'upper', 'room', box(112, 30, 8, 8), {
      name: both('眼科诊室', 'Eye clinic'),
      site: { ...noSiteCodes, doorNumber: '3-12' },
    }),
    unit('imaging', 'upper', 'room', box(70, 30, 10, 8), { name: both('影像科', 'Imaging') }),
  ],
  openings: [
    door('pharmacy-door', 'ground', [26, 4], 'x'),
    door('store-door', 'ground', [33, 5], 'y'),
    door('lift-1-door', 'ground', [30, 30], 'x'),
    door('lift-3-door', 'upper', [30, 30], 'x'),
    door('waiting-door', 'upper', [15, 30], 'x'),
    door('room-312-door', 'upper', [116, 30], 'x'),
    door('imaging-door', 'upper', [75, 30], 'x'),
  ],
  fixtures: [],
  kiosks: [
    {
      id: 'terminal',
      levelId: 'ground',
      name: both('大厅 1 号机', 'Lobby terminal 1'),
      polygons: [],
      point: [4, 2],
      heading: 0,
      device: { kind: 'terminal', id: 'lobby-1' },
    },
  ],
  amenities: [
    {
      id: 'nurses',
      levelId: 'upper',
      category: 'reception.desk',
      name: both('护士站', 'Nurses’ station'),
      aliases: [],
      accessibility: [],
      point: [24, 29],
      unitIds: ['gallery'],
      salience: null,
    },
  ],
  anchors: [{ id: 'pharmacy-anchor', levelId: 'ground', unitId: 'pharmacy', point: [25, 8] }],
  occupants: [
    {
      id: 'pharmacy-occupant',
      category: 'pharmacy',
      name: both('药房', 'Pharmacy'),
      aliases: [],
      anchorId: 'pharmacy-anchor',
      site: noSiteCodes,
    },
  ],
  geofences: [],
  details: [],
  connectors: [
    {
      id: 'lift',
      kind: 'lift',
      name: both('3 号电梯', 'Lift 3'),
      bank: null,
      use: 'public',
      stops: [stop('ground', 'lift-1', [30, 31]), stop('upper', 'lift-3', [30, 31])],
      way: 'both',
      entrySeconds: 30,
      secondsPerFloorUp: 4,
      secondsPerFloorDown: 4,
      stepFree: true,
      doorWidthMetres: 1.1,
    },
  ],
  network: { nodes: [], ways: [] },
};

/** Node ids with their feature, level and place. */
const nodes: readonly (readonly [id: string, feature: string, level: number, x: number, y: number])[] = [
  ['terminal', 'terminal', 0, 4, 2],
  ['corner', 'hall', 0, 29.3, 3.7],
  ['lift-1-door', 'lift-1-door', 0, 30, 30],
  ['lift-1', 'lift-1', 0, 30, 31],
  ['lift-3', 'lift-3', 1, 30, 31],
  ['lift-3-door', 'lift-3-door', 1, 30, 30],
  ['waiting-door', 'waiting-door', 1, 15, 30],
  ['waiting', 'waiting', 1, 15, 35],
  ['room-312-door', 'room-312-door', 1, 116, 30],
  ['room-312', 'room-312', 1, 116, 34],
  ['pharmacy-door', 'pharmacy-door', 0, 26, 4],
  ['pharmacy', 'pharmacy-anchor', 0, 25, 8],
  ['gallery-west', 'gallery', 1, 29.5, 28],
  ['gallery-east', 'gallery', 1, 30.5, 28],
];

const links: readonly (readonly [from: string, to: string, kind: EdgeKind])[] = [
  ['terminal', 'corner', 'walk'],
  ['terminal', 'pharmacy-door', 'walk'],
  ['pharmacy-door', 'corner', 'walk'],
  ['pharmacy-door', 'pharmacy', 'door'],
  ['corner', 'lift-1-door', 'walk'],
  ['lift-1-door', 'lift-1', 'door'],
  ['lift-1', 'lift-3', 'lift'],
  ['lift-3', 'lift-3-door', 'door'],
  ['lift-3-door', 'gallery-west', 'walk'],
  ['lift-3-door', 'gallery-east', 'walk'],
  ['gallery-west', 'waiting-door', 'walk'],
  ['gallery-east', 'room-312-door', 'walk'],
  ['waiting-door', 'waiting', 'door'],
  ['room-312-door', 'room-312', 'door'],
];

const indexOf = (id: string) => nodes.findIndex(([node]) => node === id);

function makeGraph(): WalkGraph {
  const both = links.flatMap(([from, to, kind]) => [
    { from: indexOf(from), to: indexOf(to), kind },
    { from: indexOf(to), to: indexOf(from), kind },
  ]);
  const edges = both.toSorted((a, b) => a.from - b.from);
  const xs = nodes.map(([, , , x]) => x);
  const ys = nodes.map(([, , , , y]) => y);
  const flat = ({ from, to, kind }: { from: number; to: number; kind: EdgeKind }) =>
    kind === 'lift' ? 0 : Math.hypot((xs[from] ?? 0) - (xs[to] ?? 0), (ys[from] ?? 0) - (ys[to] ?? 0));
  return {
    venue: building,
    nodeIds: nodes.map(([id]) => id),
    nodeFeatures: nodes.map(([, feature]) => feature),
    x: Float64Array.from(xs),
    y: Float64Array.from(ys),
    level: Uint16Array.from(nodes.map(([, , level]) => level)),
    firstEdge: Uint32Array.from(
      { length: nodes.length + 1 },
      (_, node) => edges.filter(({ from }) => from < node).length,
    ),
    to: Uint32Array.from(edges.map(({ to }) => to)),
    metres: Float64Array.from(edges.map(flat)),
    kind: Uint8Array.from(edges.map(({ kind }) => edgeKinds.indexOf(kind))),
    connector: Int32Array.from(edges.map(({ kind }) => (kind === 'lift' ? 0 : -1))),
    edgeFeatures: edges.map(() => []),
    nodesOfFeature: new Map(nodes.map(([, feature], index) => [feature, [index]])),
  };
}

export const buildingGraph: WalkGraph = makeGraph();

/** The route along named nodes, at 1.2 m a second and 34 s for the lift. */
export function routeAlong(...ids: readonly string[]): Route {
  const { firstEdge, to, metres, kind } = buildingGraph;
  const path = ids.map(indexOf);
  const edges = path.slice(1).map((node, index) => {
    const from = path[index] ?? 0;
    const at = [...to].findIndex(
      (end, edge) => end === node && edge >= (firstEdge[from] ?? 0) && edge < (firstEdge[from + 1] ?? 0),
    );
    if (at < 0) throw new Error(`no way from ${String(ids[index])} to ${String(ids[index + 1])}`);
    return at;
  });
  const sum = (of: (edge: number) => number) => edges.reduce((total, edge) => total + of(edge), 0);
  const seconds = sum((edge) => (edgeKinds[kind[edge] ?? 0] === 'lift' ? 34 : (metres[edge] ?? 0) / 1.2));
  return { profile: 'default', nodes: path, edges, seconds, extraSeconds: 0, metres: sum((edge) => metres[edge] ?? 0) };
}
