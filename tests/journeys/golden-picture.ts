import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { difference, type Tolerance } from '../support/compare-pictures.ts';

/** Edges of letters are drawn a little differently from machine to machine. */
const usual: Tolerance = { all: 0.002, square: 1 };

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Golden {
  /** Beside the journeys, or wherever else it lies in the repository. */
  readonly file: string | URL;
  readonly except?: Rectangle;
  readonly tolerance?: Tolerance;
}

/**
 * Compares a picture with the golden one of this file, a rectangle excepted. LOBBY_GOLDEN=write writes it anew instead.
 * Throws when sizes or pixels differ; the picture found is left in test-results.
 */
export async function expectPicture(picture: Buffer, golden: Golden): Promise<void> {
  const found = PNG.sync.read(picture);
  if (golden.except !== undefined) blank(found, golden.except);
  const file = fileURLToPath(new URL(golden.file, new URL('golden/', import.meta.url)));
  const name = basename(file);
  if (process.env['LOBBY_GOLDEN'] === 'write') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, PNG.sync.write(found, { deflateLevel: 9 }));
    return;
  }
  if (!existsSync(file)) throw new Error(`There is no golden picture ${name}; LOBBY_GOLDEN=write makes it.`);
  const differs = difference(found, PNG.sync.read(readFileSync(file)), golden.tolerance ?? usual);
  if (differs === null) return;
  const kept = fileURLToPath(new URL(`../../test-results/${name}`, import.meta.url));
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, PNG.sync.write(found));
  throw new Error(`${name} looks different (${differs}); what was found is in ${kept}`);
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
