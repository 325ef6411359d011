import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shippedVenues, type Site } from '@lobby/config';
import { readArchive } from '@lobby/maps/archive/read-archive.ts';
import { zipSync } from 'fflate';

export interface FirstVenue {
  readonly name: string;
  readonly archive: Uint8Array;
  readonly corrections: string | null;
}

/**
 * The venue of a site's settings as bytes; a folder becomes a zip. Undefined: the site names none. Throws with a sentence
 * where it cannot be read.
 */
export async function firstVenue(site: Site, folder: string | undefined): Promise<FirstVenue | undefined> {
  const { venue, corrections } = site.guide;
  if (venue === undefined) return undefined;
  const read = await readArchive(pathOf(venue, folder));
  if (!read.ok) throw new Error(`The venue of the settings was not published: ${read.message}`);
  const [only, ...others] = read.archive.files;
  const isOne = only !== undefined && others.length === 0;
  const files = Object.fromEntries(read.archive.files.map(({ name, bytes }) => [name, bytes]));
  return {
    name: isOne ? only.name : `${basename(venue)}.zip`,
    // The same files make the same bytes at every start.
    archive: isOne ? only.bytes : zipSync(files, { mtime: '2026-01-01T00:00:00' }),
    corrections: corrections === undefined ? null : await readFile(join(folder ?? '.', corrections), 'utf8'),
  };
}

function pathOf(venue: string, folder: string | undefined): string {
  const own = folder === undefined ? undefined : join(folder, venue);
  if (own !== undefined && existsSync(own)) return own;
  if (!shippedVenues.includes(venue))
    throw new Error(`The venue ${venue} of the settings is not in the site's folder.`);
  return dirname(fileURLToPath(import.meta.resolve(`@lobby/maps/venues/${venue}/manifest.json`)));
}
