import type { FindingsOfOneSource } from '../report/findings.ts';
import type { Kiosk, Level, Names, NetworkNode, Point } from '../venue.ts';
import type { Floors } from './floors.ts';
import type { Mapping, NodeType } from './mapping.ts';
import type { Row } from './rows.ts';

/** A node with what the venue has no place for but its edges want to know. */
export interface TableNode extends NetworkNode {
  readonly level: Level;
  readonly type: NodeType;
  /** Id of the lift or stair that it is a stop of. */
  readonly connector: string | null;
  readonly bank: string | null;
}

export interface NodesOfTable {
  readonly nodes: ReadonlyMap<string, TableNode>;
  readonly kiosks: readonly Kiosk[];
}

interface Source {
  readonly rows: readonly Row[];
  readonly mapping: Mapping;
  readonly floors: Floors;
  readonly findings: FindingsOfOneSource;
}

/** Nodes by id; rows without an id, a place or a known floor are left out, and the first of two with one id counts. */
export function readNodes(source: Source): NodesOfTable {
  const nodes = new Map<string, TableNode>();
  const kiosks: Kiosk[] = [];
  for (const row of source.rows) {
    const node = readNode(row, source);
    if (node === undefined) continue;
    if (nodes.has(node.id)) {
      source.findings.add(
        'duplicate-id',
        node.id,
        `A second node has the id of this one (line ${row.line}); it was left out.`,
      );
      continue;
    }
    nodes.set(node.id, node);
    if (node.type.kiosk !== undefined) kiosks.push(kioskOf(row, node, source));
  }
  reportUnknownTypes(source);
  return { nodes, kiosks };
}

function readNode(row: Row, { mapping, floors, findings }: Source): TableNode | undefined {
  const { columns } = mapping.nodes;
  const id = row.cell(columns.id);
  const point = pointOf(row, mapping);
  const level = floors.levelOf(row.cell(columns.floor), row.cell(columns.building));
  if (id === '' || point === undefined) {
    findings.add(
      'bad-feature',
      id,
      `A node has no ${id === '' ? 'id' : 'x and y that are numbers'} (line ${row.line}); it was left out.`,
    );
    return undefined;
  }
  if (level === undefined) {
    const label = row.cell(columns.floor);
    findings.add(
      'dangling-reference',
      id,
      `A node is on floor "${label}", which the mapping does not list; it was left out.`,
    );
    return undefined;
  }
  const type = typeOf(row, mapping) ?? {};
  return {
    id,
    level,
    levelId: level.id,
    point,
    category: type.category ?? null,
    name: namesOf(row, columns.names),
    aliases: aliasesOf(row, columns.aliases),
    restriction: type.restriction ?? null,
    type,
    connector: row.cell(columns.connector) || null,
    bank: row.cell(columns.bank) || null,
  };
}

function typeOf(row: Row, { nodes, types }: Mapping): NodeType | undefined {
  const code = row.cell(nodes.columns.type);
  return Object.hasOwn(types.nodes, code) ? types.nodes[code] : undefined;
}

function pointOf(row: Row, { nodes, scale }: Mapping): Point | undefined {
  const [x, y] = [numberOf(row.cell(nodes.columns.x)), numberOf(row.cell(nodes.columns.y))];
  if (x === null || y === null) return undefined;
  return [x * scale.metres, scale.y === 'down' ? -y * scale.metres : y * scale.metres];
}

/** Null: empty or no finite number. */
export function numberOf(cell: string): number | null {
  const value = Number(cell);
  return cell !== '' && Number.isFinite(value) ? value : null;
}

function namesOf(row: Row, columns: Readonly<Record<string, string>>): Names {
  const cells = Object.entries(columns).map(([language, column]) => [language, row.cell(column)] as const);
  return Object.fromEntries(cells.filter(([, name]) => name !== ''));
}

/** Several aliases stand in one cell: `抽血、采血` or `MRI; magnetic resonance`. */
function aliasesOf(row: Row, columns: Readonly<Record<string, string>>): readonly Names[] {
  return Object.entries(columns).flatMap(([language, column]) =>
    row
      .cell(column)
      .split(/[;；、|]/)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== '')
      .map((alias) => ({ [language]: alias })),
  );
}

function kioskOf(row: Row, node: TableNode, { mapping, findings }: Source): Kiosk {
  const { columns } = mapping.nodes;
  const cell = row.cell(columns.heading);
  const heading = headingOf(cell);
  if (heading === null && cell !== '')
    findings.add('bad-property', node.id, `"${cell}" is no heading from 0 to 360 degrees; it was left out.`);
  if (heading === null)
    findings.add('kiosk-without-heading', node.id, 'A terminal or screen does not say where its reader looks to.');
  const device = row.cell(columns.device);
  const { id, levelId, name, point, type } = node;
  return {
    id,
    levelId,
    name,
    polygons: [],
    point,
    heading,
    device: device === '' || type.kiosk === undefined ? null : { kind: type.kiosk, id: device },
  };
}

/** Degrees clockwise from y up, 0 to 360; null: no number, or one that turns more than once. */
function headingOf(cell: string): number | null {
  const degrees = numberOf(cell);
  return degrees === null || Math.abs(degrees) > 360 ? null : (degrees + 360) % 360;
}

function reportUnknownTypes({ rows, mapping, findings }: Source): void {
  const column = mapping.nodes.columns.type;
  const codes = Map.groupBy(rows, (row) => row.cell(column));
  for (const [code, all] of codes) {
    if (code === '' || Object.hasOwn(mapping.types.nodes, code)) continue;
    const ids = all.map((row) => row.cell(mapping.nodes.columns.id));
    findings.add(
      'unknown-category',
      ids,
      `The mapping does not say what nodes of type "${code}" are; they are places like others.`,
    );
  }
}
