import type { Flight } from '../connectors/join-flights.ts';
import { distance } from '../geometry/segment.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import type { Connector, NetworkWay, Restriction } from '../venue.ts';
import type { Mapping } from './mapping.ts';
import { numberOf, type TableNode } from './read-nodes.ts';
import type { Row } from './rows.ts';

type Kind = NetworkWay['kind'] | Connector['kind'];

/** An edge as its row says it, with both of its nodes found. */
interface Edge {
  readonly id: string;
  readonly from: TableNode;
  readonly to: TableNode;
  readonly kind: Kind | null;
  readonly oneWay: boolean;
  readonly restriction: Restriction | null;
  readonly stepFree: boolean | null;
  readonly metres: number;
  readonly widthMetres: number | null;
}

interface Source {
  readonly rows: readonly Row[];
  readonly mapping: Mapping;
  readonly nodes: ReadonlyMap<string, TableNode>;
  readonly findings: FindingsOfOneSource;
}

/** Ways on one floor, and flights between two. */
export interface EdgesOfTable {
  readonly ways: readonly NetworkWay[];
  readonly flights: readonly Flight[];
}

export function readEdges(source: Source): EdgesOfTable {
  const edges = withoutSecondIds(
    source.rows.flatMap((row) => readEdge(row, source) ?? []),
    source.findings,
  );
  const [level, between] = [edges.filter(isLevel), edges.filter((edge) => !isLevel(edge))];
  reportUnknownTypes(source);
  return {
    ways: level.map((edge) => wayOf(edge, source)),
    flights: bothWays(between).map((edge) => flightOf(edge, source)),
  };
}

const isLevel = ({ from, to }: Edge): boolean => from.levelId === to.levelId;

function readEdge(row: Row, { mapping, nodes, findings }: Source): Edge | undefined {
  const { columns } = mapping.edges;
  const ends = [row.cell(columns.from), row.cell(columns.to)];
  const id = row.cell(columns.id) || ends.join('–');
  const [from, to] = ends.map((end) => nodes.get(end));
  if (from === undefined || to === undefined) {
    findings.add(
      'dangling-reference',
      id,
      `An edge ends at a node that is not there (line ${row.line}); it was left out.`,
    );
    return undefined;
  }
  if (from === to) {
    findings.add('bad-feature', id, `An edge joins a node to itself (line ${row.line}); it was left out.`);
    return undefined;
  }
  const type = typeOf(row, mapping);
  const yes = (cell: string): boolean => mapping.yes.includes(cell.toLowerCase());
  const stepFree = row.cell(columns.stepFree);
  return {
    id,
    from,
    to,
    kind: type?.kind ?? null,
    oneWay:
      columns.oneWay === undefined ? (type?.oneWay ?? false) : yes(row.cell(columns.oneWay)) || type?.oneWay === true,
    restriction: type?.restriction ?? null,
    stepFree: stepFree === '' ? (type?.stepFree ?? null) : yes(stepFree),
    metres: metresOf(row, { id, from, to }, { mapping, findings }),
    widthMetres: numberOf(row.cell(columns.width)),
  };
}

type EdgeType = Exclude<Mapping['types']['edges'][string], string>;

function typeOf(row: Row, { edges, types }: Mapping): EdgeType | undefined {
  const code = row.cell(edges.columns.type);
  const type = Object.hasOwn(types.edges, code) ? types.edges[code] : undefined;
  return typeof type === 'string' ? { kind: type } : type;
}

function metresOf(
  row: Row,
  { id, from, to }: Pick<Edge, 'id' | 'from' | 'to'>,
  { mapping, findings }: Pick<Source, 'mapping' | 'findings'>,
): number {
  const straight = distance(from.point, to.point);
  const cell = row.cell(mapping.edges.columns.metres);
  const metres = numberOf(cell);
  if (cell === '' || from.levelId !== to.levelId) return straight;
  if (metres !== null && metres >= straight) return metres;
  if (metres === null || metres < straight - rounded(straight))
    findings.add(
      'bad-property',
      id,
      `An edge is "${cell}" m long, and the straight line between its nodes, which was taken, ${straight.toFixed(1)} m.`,
    );
  return straight;
}

/** No way is shorter than the straight line; so much less is a number that was rounded. Metres. */
const rounded = (straight: number): number => Math.max(0.5, straight * 0.02);

function withoutSecondIds(edges: readonly Edge[], findings: FindingsOfOneSource): readonly Edge[] {
  const seen = new Map<string, number>();
  return edges.map((edge) => {
    const count = (seen.get(edge.id) ?? 0) + 1;
    seen.set(edge.id, count);
    if (count === 1) return edge;
    findings.add('duplicate-id', edge.id, 'Another edge has the id of this one; it was given a number to tell it by.');
    return { ...edge, id: `${edge.id}#${count}` };
  });
}

const wayKinds: Readonly<Record<Kind, NetworkWay['kind']>> = {
  walk: 'walk',
  steps: 'steps',
  stairs: 'steps',
  ramp: 'ramp',
  movingwalkway: 'movingwalkway',
  escalator: 'escalator',
  lift: 'walk',
};

function wayOf(
  { id, from, to, kind, oneWay, restriction, stepFree, metres, widthMetres }: Edge,
  { findings }: Source,
): NetworkWay {
  if (kind === 'lift') findings.add('bad-property', id, 'A lift joins two nodes of one floor; it is walked.');
  const way = oneWay ? 'forward' : 'both';
  return {
    id,
    from: from.id,
    to: to.id,
    kind: wayKinds[kind ?? 'walk'],
    way,
    metres,
    stepFree,
    widthMetres,
    restriction,
  };
}

/** Two edges of one kind, one each way, are one that runs both ways: so lifts stand in directed tables. */
function bothWays(edges: readonly Edge[]): readonly Edge[] {
  const kept = new Map<string, Edge>();
  for (const edge of edges) {
    const { from, to, kind, oneWay } = edge;
    const key = [kind ?? '', ...[from.id, to.id].toSorted()].join('\n');
    const before = kept.get(key);
    const opposite = before !== undefined && before.from !== edge.from;
    if (before === undefined) kept.set(key, edge);
    else if (opposite || !oneWay) kept.set(key, { ...before, oneWay: false });
  }
  return [...kept.values()];
}

function flightOf(edge: Edge, source: Source): Flight {
  const { id, from, to, oneWay, restriction, widthMetres } = edge;
  const kind = connectorKindOf(edge, source);
  const [low, high] = from.level.ordinal < to.level.ordinal ? [from, to] : [to, from];
  const type = low.type.use ?? high.type.use;
  return {
    id,
    kind,
    low: stopOf(low),
    high: stopOf(high),
    way: !oneWay ? 'both' : low === from ? 'up' : 'down',
    stepFree: edge.stepFree ?? (kind === 'lift' ? true : kind === 'ramp' ? null : false),
    connectorId: low.connector ?? high.connector,
    name: Object.keys(low.name).length > 0 ? low.name : high.name,
    bank: low.bank ?? high.bank,
    use: restriction === null && low.restriction === null && high.restriction === null ? (type ?? 'public') : 'staff',
    doorWidthMetres: widthMetres,
  };
}

function stopOf({ id, level, point }: TableNode): Flight['low'] {
  return { featureId: id, levelId: level.id, ordinal: level.ordinal, point };
}

/** Unknown is a ramp that nobody calls step-free. */
function connectorKindOf({ id, from, to, kind }: Edge, { findings }: Source): Connector['kind'] {
  if (kind === 'lift' || kind === 'escalator' || kind === 'stairs' || kind === 'ramp') return kind;
  if (kind === 'steps') return 'stairs';
  const byNodes = from.type.connector ?? to.type.connector;
  if (byNodes !== undefined) return byNodes;
  findings.add(
    'missing-accessibility',
    id,
    'An edge between two floors is no lift, stairs or escalator; it is a ramp that may be steep.',
  );
  return 'ramp';
}

function reportUnknownTypes({ rows, mapping, findings }: Source): void {
  const { columns } = mapping.edges;
  for (const [code, all] of Map.groupBy(rows, (row) => row.cell(columns.type))) {
    if (code === '' || Object.hasOwn(mapping.types.edges, code)) continue;
    const ids = all.map((row) => row.cell(columns.id) || `${row.cell(columns.from)}–${row.cell(columns.to)}`);
    findings.add(
      'unknown-category',
      ids,
      `The mapping does not say what edges of type "${code}" are; they are walked.`,
    );
  }
}
