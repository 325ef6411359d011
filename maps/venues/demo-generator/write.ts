import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWords } from '../../command/read-words.ts';
import { demoArchive } from './generate.ts';

/** The archive that is in the repository. */
export const demoFolder = fileURLToPath(new URL('../demo', import.meta.url));

/** `npm run -s maps -- demo [FOLDER]`: writes the archive of the demo hospital anew. */
export function writeDemo(words: readonly string[]): Promise<number> {
  const read = readWords(words, {
    usage: 'demo [FOLDER]',
    options: {},
    wish: ({ positionals: [folder = demoFolder, ...rest] }) =>
      rest.length === 0 ? { folder } : `${rest.join(' ')} is more than one folder.`,
  });
  if ('code' in read) return Promise.resolve(read.code);
  const { folder } = read.wish;
  for (const [name, text] of demoArchive()) writeFileSync(`${folder}/${name}`, text);
  console.log(`The demo hospital is in ${folder}`);
  return Promise.resolve(0);
}
