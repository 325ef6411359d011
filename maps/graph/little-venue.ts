import {
  noSiteCodes,
  type Connector,
  type Opening,
  type Point,
  type Polygon,
  type Unit,
  type Venue,
} from '../venue.ts';

/** For tests: venues drawn by hand, a line a feature. Lengths are metres. */
export function littleVenue(parts: Partial<Venue>): Venue {
  return {
    id: 'venue',
    name: { zh: '小医院', en: 'Little hospital' },
    language: 'zh',
    origin: null,
    attribution: null,
    levels: [level(0)],
    units: [],
    openings: [],
    fixtures: [],
    kiosks: [],
    amenities: [],
    anchors: [],
    occupants: [],
    geofences: [],
    details: [],
    connectors: [],
    network: { nodes: [], ways: [] },
    ...parts,
  };
}

export function level(ordinal: number): Venue['levels'][number] {
  const sign = `${ordinal + 1}`;
  return {
    id: `level ${ordinal}`,
    ordinal,
    name: { zh: `${sign}层`, en: `Floor ${sign}` },
    shortName: { zh: sign, en: sign },
    outdoor: false,
    storeyHeight: 4,
    outline: [],
  };
}

/** From its lower left corner. */
export function box(x: number, y: number, width: number, depth: number): Polygon {
  const outer: Point[] = [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ];
  return { outer, holes: [] };
}

export function unit(id: string, category: string, polygon: Polygon, more: Partial<Unit> = {}): Unit {
  const corners = polygon.outer;
  const mean = (axis: 0 | 1): number => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return {
    id,
    levelId: 'level 0',
    category,
    restriction: null,
    accessibility: [],
    name: { zh: id, en: id },
    aliases: [],
    displayPoint: [mean(0), mean(1)],
    polygons: [polygon],
    site: noSiteCodes,
    ...more,
  };
}

export function door(id: string, from: Point, to: Point, more: Partial<Opening> = {}): Opening {
  return {
    id,
    levelId: 'level 0',
    category: 'pedestrian',
    accessibility: [],
    accessControl: [],
    automatic: false,
    name: {},
    line: [from, to],
    widthMetres: null,
    ...more,
  };
}

/** At the middle of these units, one a level from the ground up. */
export function connector(id: string, kind: Connector['kind'], stops: readonly Unit[]): Connector {
  const costs = { entrySeconds: kind === 'lift' ? 30 : 0, secondsPerFloorUp: 15, secondsPerFloorDown: 15 };
  return {
    id,
    kind,
    name: { zh: id, en: id },
    bank: null,
    use: 'public',
    stops: stops.map(({ id, levelId, displayPoint }) => ({ levelId, featureId: id, point: displayPoint })),
    way: 'both',
    ...costs,
    stepFree: null,
    doorWidthMetres: null,
  };
}
