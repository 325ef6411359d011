import { seededRandom, type SeededRandom } from '@lobby/hub/hospital/sandbox/seeded-random.ts';
import { usualCosts } from '@lobby/maps/usual-costs.ts';
import type { Connector, Level, NetworkNode, NetworkWay, Point, Venue } from '@lobby/maps';

const floors = 10;
/** Metres between two nodes of the grid. */
const spacing = 2;
/** Of a floor's cells, how many are walls. */
const walls = 0.25;

/** A hospital of ten floors as a network of about so many nodes; the same seed gives the same hospital. */
export function syntheticHospital({ nodes, seed }: { readonly nodes: number; readonly seed: number }): Venue {
  const side = Math.ceil(Math.sqrt(nodes / floors / (1 - walls)));
  const random = seededRandom(seed);
  const shafts = shaftPlaces(side);
  const open = new Set<string>();
  for (let floor = 0; floor < floors; floor += 1)
    for (let x = 0; x < side; x += 1)
      for (let y = 0; y < side; y += 1)
        if (shafts.has(`${x} ${y}`) || random.below(100) >= walls * 100) open.add(idOf(floor, x, y));
  const cells = [...open].map(cellOf);
  return {
    ...bare,
    levels: Array.from({ length: floors }, (_, ordinal) => levelOf(ordinal)),
    connectors: connectorsIn(side),
    network: {
      nodes: cells.map((cell) => nodeOf(cell, random)),
      ways: cells.flatMap((cell) => waysFrom(cell, open, random)),
    },
  };
}

interface Cell {
  readonly floor: number;
  readonly x: number;
  readonly y: number;
}

const idOf = (floor: number, x: number, y: number): string => `${floor}/${x}/${y}`;
const pointOf = ({ x, y }: Pick<Cell, 'x' | 'y'>): Point => [x * spacing, y * spacing];

function cellOf(id: string): Cell {
  const [floor = 0, x = 0, y = 0] = id.split('/').map(Number);
  return { floor, x, y };
}

const bare = {
  id: 'synthetic',
  name: { en: 'Synthetic hospital' },
  language: 'en',
  origin: null,
  attribution: null,
  units: [],
  openings: [],
  fixtures: [],
  kiosks: [],
  amenities: [],
  anchors: [],
  occupants: [],
  geofences: [],
  details: [],
} as const;

function levelOf(ordinal: number): Level {
  const sign = { zh: `${ordinal + 1}楼`, en: `${ordinal + 1}F` };
  return { id: `level/${ordinal}`, ordinal, name: sign, shortName: sign, outdoor: false, storeyHeight: 4, outline: [] };
}

/** One in two hundred is the staff's. */
function nodeOf({ floor, x, y }: Cell, random: SeededRandom): NetworkNode {
  const restriction = random.below(200) === 0 ? 'employeesonly' : null;
  return {
    id: idOf(floor, x, y),
    levelId: `level/${floor}`,
    point: pointOf({ x, y }),
    category: null,
    name: {},
    aliases: [],
    restriction,
  };
}

/** To the east and to the north: mostly walked, here and there steps, a ramp, something narrow or one-way. */
function waysFrom({ floor, x, y }: Cell, open: ReadonlySet<string>, random: SeededRandom): readonly NetworkWay[] {
  const from = idOf(floor, x, y);
  return [idOf(floor, x + 1, y), idOf(floor, x, y + 1)]
    .filter((to) => open.has(to))
    .map((to): NetworkWay => {
      const luck = random.below(100);
      return {
        id: `${from}–${to}`,
        from,
        to,
        kind: luck < 2 ? 'steps' : luck < 3 ? 'ramp' : 'walk',
        way: luck === 4 ? 'forward' : 'both',
        metres: spacing * (1 + random.below(3) / 10),
        stepFree: luck < 2 ? false : random.below(2) === 0 ? true : null,
        widthMetres: luck > 96 ? 0.9 : null,
        restriction: luck === 50 ? 'restricted' : null,
      };
    });
}

type Shaft = readonly [kind: Connector['kind'], way: Connector['way'], x: number, y: number];

/** Three lifts, three stairs and two pairs of escalators, by their share of the side. */
const plan: readonly Shaft[] = [
  ['lift', 'both', 0.15, 0.2],
  ['lift', 'both', 0.5, 0.55],
  ['lift', 'both', 0.85, 0.8],
  ['stairs', 'both', 0.05, 0.9],
  ['stairs', 'both', 0.45, 0.1],
  ['stairs', 'both', 0.95, 0.4],
  ['escalator', 'up', 0.35, 0.5],
  ['escalator', 'down', 0.38, 0.5],
  ['escalator', 'up', 0.65, 0.45],
  ['escalator', 'down', 0.68, 0.45],
];

const cellOfShaft = ([, , x, y]: Shaft, side: number): Cell => ({
  floor: 0,
  x: Math.floor(x * side),
  y: Math.floor(y * side),
});

function shaftPlaces(side: number): ReadonlySet<string> {
  const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));
  return new Set(
    plan.flatMap((shaft) => {
      const { x, y } = cellOfShaft(shaft, side);
      return around.map(([dx, dy]) => `${x + dx} ${y + dy}`);
    }),
  );
}

function connectorsIn(side: number): readonly Connector[] {
  return plan.flatMap((shaft, n) => {
    const [kind, way] = shaft;
    const { x, y } = cellOfShaft(shaft, side);
    const stops = Array.from({ length: floors }, (_, floor) => ({
      levelId: `level/${floor}`,
      featureId: idOf(floor, x, y),
      point: pointOf({ x, y }),
    }));
    const made = {
      kind,
      way,
      name: {},
      bank: null,
      use: 'public',
      stepFree: kind === 'lift',
      doorWidthMetres: null,
      ...usualCosts[kind],
    } as const;
    if (kind !== 'escalator') return [{ ...made, id: `${kind}-${n}`, stops }];
    return stops
      .slice(1)
      .map((stop, floor) => ({ ...made, id: `${kind}-${n}-${floor}`, stops: [stops[floor] ?? stop, stop] }));
  });
}
