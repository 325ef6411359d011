import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Share of pixels that may differ: edges of letters are drawn a little differently from machine to machine. */
const tolerated = 0.002;

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Compares a picture with the golden one of this name, a rectangle excepted. LOBBY_GOLDEN=write writes it anew instead.
 * Throws when sizes or pixels differ; the picture found is left in test-results.
 */
export async function expectPicture(
  picture: Buffer,
  golden: { readonly name: string; readonly except: Rectangle },
): Promise<void> {
  const found = PNG.sync.read(picture);
  blank(found, golden.except);
  const file = fileURLToPath(new URL(`golden/${golden.name}`, import.meta.url));
  if (process.env['LOBBY_GOLDEN'] === 'write') {
    writeFileSync(file, PNG.sync.write(found));
    return;
  }
  if (!existsSync(file)) throw new Error(`There is no golden picture ${golden.name}; LOBBY_GOLDEN=write makes it.`);
  const different = differentPixels(found, PNG.sync.read(readFileSync(file)));
  if (different <= found.width * found.height * tolerated) return;
  const kept = fileURLToPath(new URL(`../../test-results/${golden.name}`, import.meta.url));
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, PNG.sync.write(found));
  throw new Error(`${golden.name} looks different (${different} pixels); what was found is in ${kept}`);
}

function differentPixels(found: PNG, wanted: PNG): number {
  if (found.width !== wanted.width || found.height !== wanted.height) return Infinity;
  return pixelmatch(found.data, wanted.data, undefined, found.width, found.height, { threshold: 0.2 });
}

function blank(picture: PNG, { x, y, width, height }: Rectangle): void {
  for (let row = y; row < Math.min(picture.height, y + height); row += 1) {
    picture.data.fill(
      255,
      (row * picture.width + x) * 4,
      (row * picture.width + Math.min(picture.width, x + width)) * 4,
    );
  }
}
