// npm run pictures -- floors: every floor of the demo hospital, as its plan is drawn where nobody is led.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { planOf } from '@lobby/hub/guide/plan.ts';
import { openVenue } from '@lobby/maps/open-venue.ts';
import { demoFolder } from '@lobby/maps/venues/demo-generator/write.ts';
import { floorPicture } from './floor-picture.ts';

/** A picture a floor by the name of its file: floor-b1, floor-1. */
export async function floorPictures(): Promise<ReadonlyMap<string, string>> {
  const opened = await openVenue(demoFolder);
  if (!opened.ok) throw new Error(opened.message);
  const plan = planOf({ version: 'demo', venue: opened.venue, closed: new Set() });
  return new Map(
    plan.levels.map(({ level }) => [`floor-${level.sign.en.toLowerCase()}`, floorPicture(plan, level.ordinal)]),
  );
}

export const floorPicturesFolder = fileURLToPath(new URL('../../../docs/pictures/floors', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(floorPicturesFolder, { recursive: true });
  for (const [name, svg] of await floorPictures()) writeFileSync(join(floorPicturesFolder, `${name}.svg`), svg);
}
