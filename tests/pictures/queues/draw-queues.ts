// npm run pictures -- queues: the pictures of docs/queues.md anew, from the rules themselves.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkInPicture } from './check-in-picture.ts';
import { orderPicture } from './order-picture.ts';
import { orderScenes } from './order-scenes.ts';
import { callsPicture, numberingPicture, privacyPicture, readyPicture, rotationPicture } from './table-pictures.ts';

/** Every picture of docs/queues.md by the name of its file. */
export function queuePictures(): ReadonlyMap<string, string> {
  return new Map([
    ...orderScenes.map((scene) => [scene.name, orderPicture(scene)] as const),
    ['check-in', checkInPicture()],
    ['numbering', numberingPicture()],
    ['rotation', rotationPicture()],
    ['prepare', readyPicture()],
    ['calls', callsPicture()],
    ['privacy', privacyPicture()],
  ]);
}

export const queuePicturesFolder = fileURLToPath(new URL('../../../docs/pictures/queues', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(queuePicturesFolder, { recursive: true });
  for (const [name, svg] of queuePictures()) writeFileSync(join(queuePicturesFolder, `${name}.svg`), svg);
}
