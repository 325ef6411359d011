import { featureTypes, type Feature } from './feature.ts';
import { featuresOfFloor } from './features-of-floor.ts';
import type { Floor } from './floor.ts';
import { basement } from './floors/basement.ts';
import { fifth } from './floors/fifth.ts';
import { first } from './floors/first.ts';
import { fourth } from './floors/fourth.ts';
import { second } from './floors/second.ts';
import { third } from './floors/third.ts';
import { relationships } from './relationships.ts';
import { addresses, buildings, footprints, manifest, venues } from './site.ts';

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
