import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { fromItsFolder, isMapFile, type ArchiveFile, type ArchiveReply } from './archive.ts';
import { archiveLimits, megabytes } from './limits.ts';
import { isZip, readZip } from './read-zip.ts';

/** Reads a folder, a zip, or a single file of a map. Links are not followed. */
export async function readArchive(path: string): Promise<ArchiveReply> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) return refused(`${path} does not exist; name a folder, a zip or a map file.`);
  if (info.isDirectory()) return readFolder(path);
  if (!info.isFile()) return refused(`${path} is neither a folder nor a file; name a folder, a zip or a map file.`);
  const most = /\.zip$/i.test(path) ? archiveLimits.bytesOfTheZip : archiveLimits.bytesOfAFile;
  if (info.size > most) return refused(`${path} is larger than ${megabytes(most)}, the limit of one file.`);
  return readArchiveBytes(basename(path), await readFile(path));
}

/** The same of what was uploaded: a zip, or a single file of a map. */
export function readArchiveBytes(name: string, bytes: Uint8Array): ArchiveReply {
  if (isZip(bytes)) return readZip(name, bytes);
  if (/\.zip$/i.test(name)) return refused(`${name} is no whole zip file; zip the folder again.`);
  const { bytesOfAFile } = archiveLimits;
  if (bytes.length > bytesOfAFile)
    return refused(`${name} is larger than ${megabytes(bytesOfAFile)}, the limit of one file.`);
  return { ok: true, archive: { name, files: [{ name, bytes }], ignored: [] } };
}

async function readFolder(path: string): Promise<ArchiveReply> {
  const found = await filesBelow(path, path, 0);
  const { files, bytes, bytesOfAFile } = archiveLimits;
  if (found.length > files)
    return refused(`${path} holds more than ${files} files; name the folder of the map itself.`);
  const [maps, others] = [found.filter(({ name }) => isMapFile(name)), found.filter(({ name }) => !isMapFile(name))];
  const large = maps.find(({ size }) => size > bytesOfAFile);
  if (large !== undefined)
    return refused(`${path}: "${large.name}" is larger than ${megabytes(bytesOfAFile)}, the limit of one file.`);
  if (maps.reduce((sum, { size }) => sum + size, 0) > bytes)
    return refused(`${path}: its files are larger than ${megabytes(bytes)} together, the limit of an archive.`);
  const read = maps.map(async ({ name, full }): Promise<ArchiveFile> => ({ name, bytes: await readFile(full) }));
  const hidden = /(^|\/)\./;
  const ignored = others.map(({ name }) => name).filter((name) => !hidden.test(name));
  return { ok: true, archive: fromItsFolder(basename(path), await Promise.all(read), ignored) };
}

interface Found {
  readonly name: string;
  readonly full: string;
  readonly size: number;
}

/** Stops one file beyond the limit. */
async function filesBelow(root: string, folder: string, depth: number): Promise<Found[]> {
  const found: Found[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (found.length > archiveLimits.files) break;
    const full = join(folder, entry.name);
    if (entry.isDirectory() && depth < archiveLimits.depth) found.push(...(await filesBelow(root, full, depth + 1)));
    if (!entry.isFile()) continue;
    const { size } = await stat(full);
    found.push({ name: relative(root, full).split(sep).join('/'), full, size });
  }
  return found;
}

const refused = (message: string): ArchiveReply => ({ ok: false, message });
