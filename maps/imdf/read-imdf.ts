import { z } from 'zod';
import { refused, type Archive, type Refused } from '../archive/archive.ts';
import type { ConnectorSettings } from '../connectors/connector.ts';
import { findConnectors } from '../connectors/find-connectors.ts';
import { FindingsOfOneSource, type Findings } from '../report/findings.ts';
import type { Venue } from '../venue.ts';
import type { Bilingual } from '../words/step.ts';
import { readGeofences, withRestrictionsOfAreas } from './areas.ts';
import { reportCircles } from './circles.ts';
import { reportSite } from './report-site.ts';
import { mostFeatures, readFeatures, type RawFeature } from './features.ts';
import { readLevels } from './levels.ts';
import { locate } from './locate.ts';
import { readManifest } from './manifest.ts';
import { parseJson } from './parse-json.ts';
import { readAmenities, readAnchors, readKiosks, readOccupants } from './occupants.ts';
import { Reading } from './reading.ts';
import { readRelationships } from './relationships.ts';
import { levelIdsOf, readDetails, readFixtures, readOpenings, readUnits } from './rooms.ts';
import { hospitalExtension } from './standard.ts';
import { usualLanguage, withKnownWords } from './vocabulary.ts';

export type ReadImdf =
  | {
      readonly ok: true;
      readonly venue: Venue;
      /** How many features of each type the archive has, read or not. */
      readonly features: Readonly<Record<string, number>>;
      readonly findings: Findings;
    }
  | (Refused & { readonly findings: Findings });

/** Changes features before a venue is made of them: corrections. */
export type Correct = (
  features: ReadonlyMap<string, RawFeature>,
  findings: FindingsOfOneSource,
) => ReadonlyMap<string, RawFeature>;

const namedAsImdf = /^(manifest|venue|level|unit)s?\.(geo)?json$/i;

/** Whether the files look like an IMDF archive, however incomplete: by their names, or by what their features say they are. */
export function isImdf(archive: Archive): boolean {
  if (archive.files.some(({ name }) => namedAsImdf.test(name))) return true;
  const jsons = archive.files.filter(({ name }) => /\.(geo)?json$/i.test(name));
  return jsons.some(({ bytes }) => hasFeatureType.safeParse(parseJson(bytes)).success);
}

const hasFeatureType = z.object({
  features: z.tuple([z.object({ feature_type: z.string() })], z.unknown()),
});

/** Reads an IMDF 1.0.0 archive. What cannot be used is left out and reported; what is left is a venue if it has a unit. */
export function readImdf(archive: Archive, correct: Correct = (features) => features): ReadImdf {
  const findings = new FindingsOfOneSource();
  const unusable = ({ zh, en }: Bilingual): ReadImdf => ({
    ...refused({ zh: `${archive.name}：${zh}`, en: `${archive.name}: ${en}` }),
    findings: findings.all,
  });
  const manifest = readManifest(archive, findings);
  if (archive.ignored.length > 0)
    findings.add('ignored-file', [], `Not used: ${archive.ignored.slice(0, 20).join(', ')}.`);
  const raw = readFeatures(archive, findings);
  if (raw === undefined)
    return unusable({
      zh: `里面的要素超过 ${mostFeatures} 个。请一次只导出一家医院。`,
      en: `it holds more than ${mostFeatures} features; export one hospital at a time.`,
    });
  const counts = countsOf(raw);
  reportMissingTypes(counts, findings);
  if (!manifest.declaresHospital) reportUndeclared(raw, findings);
  const features = withKnownWords(correct(raw, findings), findings);
  const located = locate(features.values(), findings);
  if (located === undefined)
    return unusable({
      zh: '没有一个要素的形状读得出来。请重新导出。',
      en: 'no feature has a shape that can be read; export the archive again.',
    });
  const language = manifest.language ?? usualLanguage(features.values());
  const venue = venueOf(new Reading({ findings, language, features, located }), archive.name);
  if (venue.levels.length === 0)
    return unusable({
      zh: '没有读到楼层。请连同 level.geojson 一起导出。',
      en: 'no level can be read; export it with level.geojson.',
    });
  if (venue.units.length === 0)
    return unusable({
      zh: '没有读到房间和走廊。请连同 unit.geojson 一起导出。',
      en: 'no unit can be read; export it with unit.geojson.',
    });
  return { ok: true, venue, features: counts, findings: findings.all };
}

function venueOf(reading: Reading, archiveName: string): Venue {
  const read = readLevels(reading);
  const { levels } = read;
  const levelIds = levelIdsOf(levels);
  const units = withRestrictionsOfAreas(readUnits(reading, levelIds), reading, read);
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const openings = readOpenings(reading, levelIds);
  const anchors = readAnchors(reading, unitOf);
  const amenities = readAmenities(reading, unitOf);
  const named = readRelationships(reading, { units: unitOf, openings, amenities, anchors });
  reportCircles(reading);
  reportSite(reading);
  const head = reading.all('venue')[0];
  return {
    id: head?.id ?? archiveName,
    name: reading.names(head?.properties.name),
    language: reading.language,
    origin: reading.plane.origin,
    attribution: null,
    levels,
    units,
    openings,
    fixtures: readFixtures(reading, levelIds),
    kiosks: readKiosks(reading, levelIds, anchors),
    amenities,
    anchors,
    occupants: readOccupants(reading, anchors),
    geofences: readGeofences(reading, read),
    details: readDetails(reading, levelIds),
    connectors: findConnectors({ levels, units, settingsOf: settingsOf(reading), named }, reading.findings),
    network: { nodes: [], ways: [] },
  };
}

function settingsOf(reading: Reading): ReadonlyMap<string, ConnectorSettings> {
  return new Map(
    reading.all('unit').flatMap(({ id, properties }) => (properties.hospital ? [[id, properties.hospital]] : [])),
  );
}

/** What no map does without; kiosks, fixtures and the rest may well be absent. */
function reportMissingTypes(features: Readonly<Record<string, number>>, findings: FindingsOfOneSource): void {
  for (const type of ['venue', 'level', 'unit', 'opening'])
    if (features[type] === undefined)
      findings.add('missing-file', [], `There is no ${type}: ${type}.geojson is missing or empty.`);
}

function reportUndeclared(features: ReadonlyMap<string, RawFeature>, findings: FindingsOfOneSource): void {
  const ids = [...features.values()].filter(({ properties }) => 'hospital' in properties).map(({ id }) => id);
  if (ids.length === 0) return;
  findings.add(
    'unknown-extension',
    ids,
    `"hospital" was used though manifest.json does not name ${hospitalExtension}.`,
  );
}

function countsOf(features: ReadonlyMap<string, RawFeature>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type } of features.values()) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
