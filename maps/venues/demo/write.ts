import { writeFileSync } from 'node:fs';
import { demoArchive } from './generate.ts';

/** `npm run -s maps -- demo [FOLDER]`: writes the archive of the demo hospital anew, beside its generator. */
export function writeDemo([folder = import.meta.dirname]: readonly string[]): Promise<number> {
  for (const [name, text] of demoArchive()) writeFileSync(`${folder}/${name}`, text);
  console.log(`The demo hospital is in ${folder}`);
  return Promise.resolve(0);
}
