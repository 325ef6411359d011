import { fileNamed, refused, type Archive, type ArchiveFile, type Refused } from '../archive/archive.ts';
import { joinFlights } from '../connectors/join-flights.ts';
import { FindingsOfOneSource, type Findings } from '../report/findings.ts';
import { usualCosts, type ConnectorCosts } from '../usual-costs.ts';
import type { Connector, NetworkNode, Venue } from '../venue.ts';
import { readFloors, type Floors } from './floors.ts';
import { mappingNames, readMapping, type Mapping } from './mapping.ts';
import { readEdges } from './read-edges.ts';
import { readNodes, type TableNode } from './read-nodes.ts';
import { readRows, type RowsReply } from './rows.ts';

export type TablesReply =
  | { readonly ok: true; readonly venue: Venue; readonly findings: Findings }
  | (Refused & { readonly findings?: Findings });

/** The file that says what the tables mean; undefined: these are no tables. */
export function mappingIn(archive: Archive): ArchiveFile | undefined {
  return archive.files.find(({ name }) => mappingNames.includes(name));
}

/**
 * A venue of a mapping file and two tables of nodes and edges, all in UTF-8: a network without areas, on the plan's own
 * plane. Format: docs/maps.md.
 */
export function readTables(archive: Archive): TablesReply {
  const file = mappingIn(archive);
  if (file === undefined)
    return refused({
      zh: `${archive.name} 里没有 ${mappingNames[0]}，不知道表格的列是什么意思。请在表格旁边加一个。`,
      en: `${archive.name} has no ${mappingNames[0]}, which says what the columns of the tables mean. Add one beside them.`,
    });
  const read = readMapping(file.name, new TextDecoder().decode(file.bytes));
  if (!read.ok) return read;
  const { mapping } = read;
  const floors = readFloors(mapping);
  if (!floors.ok) return floors;
  const [nodes, edges] = [rowsOf(archive, mapping.nodes), rowsOf(archive, mapping.edges)];
  if (!nodes.ok) return nodes;
  if (!edges.ok) return edges;
  return assemble({ id: archive.name, mapping, floors: floors.floors, nodes, edges });
}

interface TableWish {
  readonly file: string;
  readonly columns: Readonly<Record<string, string | Readonly<Record<string, string>> | undefined>>;
}

function rowsOf(archive: Archive, { file, columns }: TableWish): RowsReply {
  const found = fileNamed(archive, file);
  if (found === undefined)
    return refused({
      zh: `缺少文件 ${file}。请把它放在配置旁边，或者在配置里写对名字。`,
      en: `${file} is missing. Lay it beside the mapping, or name it there.`,
    });
  const wanted = Object.values(columns).flatMap((column) =>
    typeof column === 'string' ? [column] : Object.values(column ?? {}),
  );
  return readRows({ file, bytes: found.bytes, columns: wanted });
}

interface Parts {
  readonly id: string;
  readonly mapping: Mapping;
  readonly floors: Floors;
  readonly nodes: RowsReply & { readonly ok: true };
  readonly edges: RowsReply & { readonly ok: true };
}

function assemble({ id, mapping, floors, nodes, edges }: Parts): TablesReply {
  const findings = new FindingsOfOneSource();
  for (const [{ file }, { damaged }] of [[mapping.nodes, nodes] as const, [mapping.edges, edges] as const])
    if (damaged.length > 0)
      findings.add(
        'bad-feature',
        [],
        `Lines of ${file} have more or fewer cells than its first: ${damaged.slice(0, 20).join(', ')}.`,
      );
  const read = readNodes({ rows: nodes.rows, mapping, floors, findings });
  const { ways, flights } = readEdges({ rows: edges.rows, mapping, nodes: read.nodes, findings });
  if (read.nodes.size === 0 || ways.length + flights.length === 0)
    return { ...nothingLeft(read.nodes.size === 0 ? mapping.nodes.file : mapping.edges.file), findings: findings.all };
  const { connectors, forked } = joinFlights(flights, costsOf(mapping));
  if (forked.length > 0)
    findings.add(
      'bad-feature',
      forked,
      'Lifts or stairs fork on a floor; each storey is ridden and waited for by itself.',
    );
  reportConnectors({ nodes: read.nodes, connectors, findings });
  const network = { nodes: [...read.nodes.values()].map(nodeOf), ways };
  const { name, language, attribution } = mapping;
  const venue: Venue = {
    ...emptyVenue,
    id,
    name,
    language,
    attribution,
    levels: floors.levels,
    kiosks: read.kiosks,
    connectors,
    network,
  };
  return { ok: true, venue, findings: findings.all };
}

const emptyVenue = {
  origin: null,
  units: [],
  openings: [],
  fixtures: [],
  amenities: [],
  anchors: [],
  occupants: [],
  geofences: [],
  details: [],
} as const;

/** Why is in the findings, line by line. */
function nothingLeft(file: string): Refused {
  return refused({
    zh: `${file} 里没有一行能用。请看检查结果，改好表格或配置。`,
    en: `No row of ${file} can be used. See the report, and mend the table or the mapping.`,
  });
}

function costsOf({ costs }: Mapping): Record<Connector['kind'], ConnectorCosts> {
  const of = (kind: Connector['kind']): ConnectorCosts => ({
    entrySeconds: costs[kind]?.entry ?? usualCosts[kind].entrySeconds,
    secondsPerFloorUp: costs[kind]?.up ?? usualCosts[kind].secondsPerFloorUp,
    secondsPerFloorDown: costs[kind]?.down ?? usualCosts[kind].secondsPerFloorDown,
  });
  return { lift: of('lift'), escalator: of('escalator'), stairs: of('stairs'), ramp: of('ramp') };
}

function nodeOf({ id, levelId, point, category, name, aliases, restriction }: TableNode): NetworkNode {
  return { id, levelId, point, category, name, aliases, restriction };
}

function reportConnectors({
  nodes,
  connectors,
  findings,
}: {
  readonly nodes: ReadonlyMap<string, TableNode>;
  readonly connectors: readonly Connector[];
  readonly findings: FindingsOfOneSource;
}): void {
  const stops = new Set(connectors.flatMap((connector) => connector.stops.map(({ featureId }) => featureId)));
  const alone = [...nodes.values()].filter(({ id, type }) => type.connector !== undefined && !stops.has(id));
  for (const { id } of alone) findings.add('missing-connector', id, 'A lift, stair or escalator joins no other floor.');
  for (const { id, way } of connectors)
    if (way !== 'both') findings.add('one-way-connector', id, `A connector runs ${way} only.`);
}
