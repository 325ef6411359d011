import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Share of pixels that may differ: edges of letters are drawn a little differently from machine to machine. */
const tolerated = 0.002;

/**
 * Compares a picture with the golden one of this name. LOBBY_GOLDEN=write writes it anew instead.
 * Throws when sizes or pixels differ; the picture found is left in test-results.
 */
export async function expectPicture(found: Buffer, name: string): Promise<void> {
  const golden = fileURLToPath(new URL(`golden/${name}`, import.meta.url));
  if (process.env['LOBBY_GOLDEN'] === 'write') {
    writeFileSync(golden, found);
    return;
  }
  if (!existsSync(golden)) throw new Error(`There is no golden picture ${name}; LOBBY_GOLDEN=write makes it.`);
  const [is, wanted] = [PNG.sync.read(found), PNG.sync.read(readFileSync(golden))];
  const sameSize = is.width === wanted.width && is.height === wanted.height;
  const different = sameSize
    ? pixelmatch(is.data, wanted.data, undefined, is.width, is.height, { threshold: 0.2 })
    : Infinity;
  if (different <= is.width * is.height * tolerated) return;
  const kept = fileURLToPath(new URL(`../../test-results/${name}`, import.meta.url));
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, found);
  throw new Error(`${name} looks different (${different} pixels); what was found is in ${kept}`);
}
