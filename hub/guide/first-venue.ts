import { readFile, stat } from 'node:fs/promises';
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
  const path = pathOf(venue, folder);
  const laidOver = corrections === undefined ? null : await readFile(join(folder ?? '.', corrections), 'utf8');
  if ((await stat(path)).isFile())
    return { name: basename(path), archive: await readFile(path), corrections: laidOver };
  const read = await readArchive(path);
  if (!read.ok) throw new Error(`The venue of the settings was not published: ${read.message}`);
  const files = Object.fromEntries(read.archive.files.map(({ name, bytes }) => [name, bytes]));
  // The same files make the same bytes at every start.
  const archive = zipSync(files, { mtime: '2026-01-01T00:00:00' });
  return { name: `${basename(path)}.zip`, archive, corrections: laidOver };
}

function pathOf(venue: string, folder: string | undefined): string {
  const own = folder === undefined ? undefined : join(folder, venue);
  if (own !== undefined && existsSync(own)) return own;
  if (!shippedVenues.includes(venue))
    throw new Error(`The venue ${venue} of the settings is not in the site's folder.`);
  return dirname(fileURLToPath(import.meta.resolve(`@lobby/maps/venues/${venue}/manifest.json`)));
}
