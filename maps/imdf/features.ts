import { z } from 'zod';
import type { Archive, ArchiveFile } from '../archive/archive.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import { parseJson } from './parse-json.ts';
import { wordMeant } from './spelling.ts';
import { featureTypes, type FeatureType } from './standard.ts';

/** A feature whose id and type are known and nothing else. */
export interface RawFeature {
  readonly id: string;
  readonly type: FeatureType;
  readonly geometry: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Of an archive. A hospital of 2,000 beds has about 10,000. */
export const mostFeatures = 40_000;

const collection = z.object({ features: z.array(z.unknown()) });
const feature = z.looseObject({
  id: z.union([z.string().min(1).max(200), z.number().transform(String)]),
  feature_type: z.string().nullish(),
  geometry: z.unknown(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});

/** Features of all files by their ids. Undefined: there are more than an archive may have. */
export function readFeatures(archive: Archive, findings: FindingsOfOneSource): Map<string, RawFeature> | undefined {
  const features = new Map<string, RawFeature>();
  const unknownTypes = new Map<string, string[]>();
  const misspelt = new Map<string, string[]>();
  for (const file of archive.files.filter(({ name }) => /\.(geo)?json$/i.test(name) && name !== 'manifest.json')) {
    for (const [n, raw] of rawFeaturesOf(file, findings).entries()) {
      if (features.size > mostFeatures) return undefined;
      const read = feature.safeParse(raw);
      if (!read.success) {
        findings.add('bad-feature', idsIn(raw), `Feature ${n + 1} of ${file.name} has no id or is no GeoJSON feature.`);
        continue;
      }
      const { id, geometry, properties } = read.data;
      const said = read.data.feature_type ?? file.name.replace(/\.(geo)?json$/i, '');
      const type = typeMeant(said);
      if (type === undefined) push(unknownTypes, said, id);
      else if (features.has(id))
        findings.add('duplicate-id', id, `The id stands twice; the second feature, a ${type}, was left out.`);
      else features.set(id, { id, type, geometry: geometry ?? null, properties: properties ?? {} });
      if (type !== undefined && type !== said) push(misspelt, said, id);
    }
  }
  for (const [said, ids] of unknownTypes) findings.add('unknown-type', ids, `IMDF has no feature type "${said}".`);
  for (const [said, ids] of misspelt) findings.add('misspelt-type', ids, `"${said}" was read as ${typeMeant(said)}.`);
  return features;
}

function typeMeant(said: string): FeatureType | undefined {
  const meant = wordMeant(said, featureTypes);
  return featureTypes.find((type) => type === meant);
}

/** A collection, a list, or one feature alone. */
function rawFeaturesOf(file: ArchiveFile, findings: FindingsOfOneSource): readonly unknown[] {
  const json = parseJson(file.bytes);
  if (Array.isArray(json)) return json;
  const read = collection.safeParse(json);
  if (read.success) return read.data.features;
  if (feature.safeParse(json).success) return [json];
  if (file.name.endsWith('.geojson'))
    findings.add('unreadable-file', [], `${file.name} is no GeoJSON collection of features.`);
  else findings.add('ignored-file', [], `${file.name} is no map file and was not used.`);
  return [];
}

function idsIn(raw: unknown): readonly string[] {
  const read = z.object({ id: z.union([z.string().max(200), z.number().transform(String)]) }).safeParse(raw);
  return read.success ? [read.data.id] : [];
}

function push(lists: Map<string, string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [id]);
  else list.push(id);
}
