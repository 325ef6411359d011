import type { Archive, ArchiveReply } from './archive/archive.ts';
import { readArchive, readArchiveBytes } from './archive/read-archive.ts';
import { parseJson } from './imdf/parse-json.ts';
import { isImdf, readImdf } from './imdf/read-imdf.ts';
import { isOsm, readOsm } from './osm/read-osm.ts';
import type { Findings } from './report/findings.ts';
import { countsOf, type Report, type SourceFormat } from './report/report.ts';
import { mappingAmong, readTables } from './tables/read-tables.ts';
import type { Venue } from './venue.ts';

export interface OpenOptions {
  /** Text of a corrections file, YAML or JSON. */
  readonly corrections?: string;
}

export type OpenReply =
  | { readonly ok: true; readonly venue: Venue; readonly report: Report }
  /** `message`: one English sentence with the file, what is wrong with it and what to do. */
  | { readonly ok: false; readonly message: string; readonly report?: Report };

/** Opens a hospital's map: a folder or zip of IMDF, a GeoJSON file of OpenStreetMap, or a folder or zip of tables. */
export async function openVenue(path: string, options: OpenOptions = {}): Promise<OpenReply> {
  return openArchive(await readArchive(path), options);
}

/** The same of what was uploaded under a name. */
export function openVenueBytes(
  bytes: Uint8Array,
  { name = 'map.zip', ...options }: OpenOptions & { readonly name?: string } = {},
): OpenReply {
  return openArchive(readArchiveBytes(name, bytes), options);
}

function openArchive(read: ArchiveReply, _options: OpenOptions): OpenReply {
  if (!read.ok) return read;
  const { archive } = read;
  if (mappingAmong(archive.files.map(({ name }) => name)) !== undefined) {
    const tables = readTables(new Map(archive.files.map(({ name, bytes }) => [name, bytes])));
    return tables.ok ? opened(archive, 'tables', tables) : tables;
  }
  if (isImdf(archive)) return openImdf(archive);
  for (const file of archive.files.filter(({ name }) => /\.(geo)?json$/i.test(name))) {
    const json = parseJson(file.bytes);
    if (!isOsm(json)) continue;
    const osm = readOsm(json, { id: file.name.replace(/\.(geo)?json$/i, '') });
    return osm.ok ? opened(archive, 'osm', osm) : osm;
  }
  return {
    ok: false,
    message: `${archive.name} is no map: give an IMDF archive, GeoJSON of OpenStreetMap, or two tables with a tables.yaml.`,
  };
}

function openImdf(archive: Archive): OpenReply {
  const imdf = readImdf(archive);
  if (imdf.ok) return opened(archive, 'imdf', imdf);
  const report: Report = { source: archive.name, format: 'imdf', features: {}, findings: imdf.findings };
  return { ok: false, message: imdf.message, report };
}

interface ReadSource {
  readonly venue: Venue;
  readonly findings: Findings;
  readonly features?: Readonly<Record<string, number>>;
}

function opened({ name }: Archive, format: SourceFormat, { venue, findings, features }: ReadSource): OpenReply {
  return { ok: true, venue, report: { source: name, format, features: features ?? countsOf(venue), findings } };
}
