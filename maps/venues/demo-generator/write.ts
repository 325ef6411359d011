import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { demoArchive } from './generate.ts';

/** The archive that is in the repository. */
export const demoFolder = fileURLToPath(new URL('../demo', import.meta.url));

/** `npm run -s maps -- demo [FOLDER]`: writes the archive of the demo hospital anew. */
export function writeDemo([folder = demoFolder]: readonly string[]): Promise<number> {
  for (const [name, text] of demoArchive()) writeFileSync(`${folder}/${name}`, text);
  console.log(`The demo hospital is in ${folder}`);
  return Promise.resolve(0);
}
