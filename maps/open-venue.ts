import { refused, type Archive, type ArchiveReply, type Refused } from './archive/archive.ts';
import { readArchive, readArchiveBytes } from './archive/read-archive.ts';
import { correctFeatures } from './corrections/correct-features.ts';
import { correctVenue } from './corrections/correct-venue.ts';
import { readCorrections, type Corrections } from './corrections/corrections.ts';
import { parseJson } from './imdf/parse-json.ts';
import { isImdf, readImdf } from './imdf/read-imdf.ts';
import { isOsm, readOsm } from './osm/read-osm.ts';
import { FindingsOfOneSource, type Findings } from './report/findings.ts';
import { reportOf, type Report, type SourceFormat } from './report/report.ts';
import { mappingIn, readTables } from './tables/read-tables.ts';
import type { Venue } from './venue.ts';

export interface OpenOptions {
  /** Text of a corrections file, YAML or JSON. */
  readonly corrections?: string;
}

export type OpenReply =
  { readonly ok: true; readonly venue: Venue; readonly report: Report } | (Refused & { readonly report?: Report });

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

function openArchive(read: ArchiveReply, options: OpenOptions): OpenReply {
  if (!read.ok) return read;
  const corrections = readCorrections(options.corrections ?? '');
  if (!corrections.ok) return corrections;
  const source = readSource(read.archive, corrections.corrections);
  if (source.ok) {
    const { venue } = source;
    return { ok: true, venue, report: reportOf({ ...source, source: read.archive.name }) };
  }
  const { findings, ...refusal } = source;
  if (findings === undefined) return refusal;
  const nothing = { features: {}, islands: [], mainland: { size: 0, ids: [] } };
  return { ...refusal, report: { source: read.archive.name, format: 'imdf', findings, ...nothing } };
}

type ReadSource =
  | {
      readonly ok: true;
      readonly format: SourceFormat;
      readonly venue: Venue;
      readonly findings: Findings;
      readonly features?: Readonly<Record<string, number>>;
    }
  | (Refused & { readonly findings?: Findings });

function readSource(archive: Archive, corrections: Corrections): ReadSource {
  if (mappingIn(archive) !== undefined) {
    const tables = readTables(archive);
    return tables.ok ? corrected('tables', tables, corrections) : tables;
  }
  if (isImdf(archive)) {
    const imdf = readImdf(archive, (features, findings) => correctFeatures(features, corrections, findings));
    return imdf.ok ? { ...imdf, format: 'imdf' } : imdf;
  }
  for (const file of archive.files.filter(({ name }) => /\.(geo)?json$/i.test(name))) {
    const json = parseJson(file.bytes);
    if (!isOsm(json)) continue;
    const osm = readOsm(json, { id: file.name.replace(/\.(geo)?json$/i, '') });
    return osm.ok ? corrected('osm', osm, corrections) : osm;
  }
  return refused({
    zh: `${archive.name} 不是能读的地图。请给 IMDF 压缩包、OpenStreetMap 的 GeoJSON，或者两张表加一个 tables.yaml。`,
    en: `${archive.name} is no map that can be read; give an IMDF archive, GeoJSON of OpenStreetMap, or two tables with a tables.yaml.`,
  });
}

function corrected(
  format: SourceFormat,
  { venue, findings }: { readonly venue: Venue; readonly findings: Findings },
  corrections: Corrections,
): ReadSource {
  const made = new FindingsOfOneSource();
  return { ok: true, format, venue: correctVenue(venue, corrections, made), findings: [...findings, ...made.all] };
}
