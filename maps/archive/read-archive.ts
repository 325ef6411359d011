import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Bilingual } from '../words/step.ts';
import { fromItsFolder, isMapFile, refused, type ArchiveFile, type ArchiveReply, type Refused } from './archive.ts';
import { archiveLimits, megabytes } from './limits.ts';
import { isZip, noWholeZip, readZip } from './read-zip.ts';

/** Reads a folder, a zip, or a single file of a map. Links are not followed. */
export async function readArchive(path: string): Promise<ArchiveReply> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined)
    return refused({
      zh: `找不到 ${path}。请写文件夹、zip 或地图文件的名字。`,
      en: `${path} does not exist; name a folder, a zip or a map file.`,
    });
  if (info.isDirectory()) return readFolder(path);
  if (!info.isFile())
    return refused({
      zh: `${path} 既不是文件夹也不是文件。请写文件夹、zip 或地图文件的名字。`,
      en: `${path} is neither a folder nor a file; name a folder, a zip or a map file.`,
    });
  const most = /\.zip$/i.test(path) ? archiveLimits.bytesOfTheZip : archiveLimits.bytesOfAFile;
  if (info.size > most) return tooLarge(path, most);
  return readArchiveBytes(basename(path), await readFile(path));
}

/** The same of what was uploaded: a zip, or a single file of a map. */
export function readArchiveBytes(name: string, bytes: Uint8Array): ArchiveReply {
  if (isZip(bytes)) return readZip(name, bytes);
  if (/\.zip$/i.test(name)) return noWholeZip(name);
  const { bytesOfAFile } = archiveLimits;
  if (bytes.length > bytesOfAFile) return tooLarge(name, bytesOfAFile);
  return { ok: true, archive: { name, files: [{ name, bytes }], ignored: [] } };
}

async function readFolder(path: string): Promise<ArchiveReply> {
  const found = await filesBelow(path, path, 0);
  const { files, bytes, bytesOfAFile } = archiveLimits;
  if (found.length > files)
    return refused({
      zh: `${path} 里的文件超过 ${files} 个。请写地图本身所在的文件夹。`,
      en: `${path} holds more than ${files} files; name the folder of the map itself.`,
    });
  const [maps, others] = [found.filter(({ name }) => isMapFile(name)), found.filter(({ name }) => !isMapFile(name))];
  const large = maps.find(({ size }) => size > bytesOfAFile);
  if (large !== undefined)
    return tooLarge({ zh: `${path}：“${large.name}”`, en: `${path}: "${large.name}"` }, bytesOfAFile);
  if (maps.reduce((sum, { size }) => sum + size, 0) > bytes)
    return refused({
      zh: `${path}：文件加起来超过 ${megabytes(bytes)}，这是一份地图的上限。`,
      en: `${path}: its files are larger than ${megabytes(bytes)} together, the limit of an archive.`,
    });
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

function tooLarge(file: string | Bilingual, most: number): Refused {
  const limit = megabytes(most);
  const { zh, en } = typeof file === 'string' ? { zh: `${file} `, en: file } : file;
  return refused({
    zh: `${zh}超过了 ${limit}，单个文件最大 ${limit}。`,
    en: `${en} is larger than ${limit}, the limit of one file.`,
  });
}
