import { featureTypes, type Feature } from './generator/feature.ts';
import { featuresOfFloor } from './generator/features-of-floor.ts';
import type { Floor } from './generator/floor.ts';
import { basement } from './generator/floors/basement.ts';
import { fifth } from './generator/floors/fifth.ts';
import { first } from './generator/floors/first.ts';
import { fourth } from './generator/floors/fourth.ts';
import { second } from './generator/floors/second.ts';
import { third } from './generator/floors/third.ts';
import { relationships } from './generator/relationships.ts';
import { addresses, buildings, footprints, manifest, venues } from './generator/site.ts';

export const floors: readonly Floor[] = [basement, first, second, third, fourth, fifth];

/** The demo hospital as an IMDF archive: the text of each file by its name. The same on every run. */
export function demoArchive(): ReadonlyMap<string, string> {
  const features = [
    ...addresses(),
    ...venues(),
    ...buildings(),
    ...footprints(),
    ...floors.flatMap(featuresOfFloor),
    ...relationships(),
  ];
  const files = featureTypes.map((type): [string, string] => [`${type}.geojson`, collection(type, features)]);
  return new Map([['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`], ...files]);
}

/** One feature a line, so that a change of the plan reads well. */
function collection(type: string, features: readonly Feature[]): string {
  const lines = features.filter(({ feature_type }) => feature_type === type).map((one) => JSON.stringify(one));
  return `{"type":"FeatureCollection","name":"${type}","features":[\n${lines.join(',\n')}\n]}\n`;
}
