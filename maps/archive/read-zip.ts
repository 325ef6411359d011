import { crc32, inflateRawSync } from 'node:zlib';
import { fromItsFolder, isMapFile, type ArchiveFile, type ArchiveReply } from './archive.ts';
import { archiveLimits, longestName, megabytes } from './limits.ts';
import { packedBytesOf, zipEntries, type ZipEntry } from './zip-directory.ts';

const stored = 0;
const deflated = 8;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * Unpacks a zip in memory. Everything is looked at in its directory first and refused before a byte is unpacked; what is
 * unpacked may not become longer than the directory said.
 */
export function readZip(name: string, zip: Uint8Array): ArchiveReply {
  const entries = zipEntries(zip)?.filter((entry) => !entry.name.endsWith('/'));
  if (entries === undefined) return refused(`${name} is no whole zip file; zip the folder again.`);
  const trouble = troubleOfZip(zip, entries);
  if (trouble !== undefined) return refused(`${name}: ${trouble}`);
  const files: ArchiveFile[] = [];
  for (const entry of entries.filter((candidate) => isMapFile(candidate.name))) {
    const bytes = unpack(zip, entry);
    if (bytes === undefined)
      return refused(`${name}: "${entry.name}" is damaged or not as long as it says; zip the folder again.`);
    files.push({ name: entry.name, bytes });
  }
  return { ok: true, archive: fromItsFolder(name, files, ignoredOf(entries)) };
}

/** Undefined: nothing wrong. */
function troubleOfZip(zip: Uint8Array, entries: readonly ZipEntry[]): string | undefined {
  const { files, bytesOfTheZip, bytesOfAFile, bytes } = archiveLimits;
  if (zip.length > bytesOfTheZip)
    return `the zip is larger than ${megabytes(bytesOfTheZip)}; leave out what is no map.`;
  if (entries.length > files) return `it holds more than ${files} files; leave out what is no map.`;
  const names = new Set<string>();
  for (const entry of entries) {
    const trouble = troubleOfName(entry.name) ?? troubleOfEntry(entry);
    if (trouble !== undefined) return `"${entry.name.slice(0, longestName)}" ${trouble}`;
    if (names.has(entry.name)) return `"${entry.name}" stands in it twice; keep one of them.`;
    names.add(entry.name);
  }
  const large = entries.find((entry) => entry.bytes > bytesOfAFile);
  if (large !== undefined)
    return `"${large.name}" unpacks to more than ${megabytes(bytesOfAFile)}, the limit of one file.`;
  const sum = entries.reduce((total, entry) => total + entry.bytes, 0);
  return sum > bytes ? `it unpacks to more than ${megabytes(bytes)}, the limit of an archive.` : undefined;
}

function troubleOfName(name: string): string | undefined {
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return 'has an absolute name; zip the folder itself.';
  if (name.split('/').includes('..')) return 'points out of the archive; zip the folder itself.';
  if (name.includes('\0')) return 'has a name that cannot be; zip the folder again.';
  if (name.length > longestName) return `has a name of more than ${longestName} characters; shorten it.`;
  return name.split('/').length > archiveLimits.depth + 1
    ? `lies more than ${archiveLimits.depth} folders deep; zip the folder of the map itself.`
    : undefined;
}

function troubleOfEntry({ encrypted, symbolicLink, method }: ZipEntry): string | undefined {
  if (encrypted) return 'is encrypted; zip the folder without a password.';
  if (symbolicLink) return 'is a link to another file; put the file itself there.';
  return method === stored || method === deflated ? undefined : 'is packed in a way that is not known; use plain zip.';
}

function unpack(zip: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const packed = packedBytesOf(zip, entry);
  if (packed === undefined) return undefined;
  const bytes = entry.method === stored ? packed : inflate(packed, entry.bytes);
  return bytes?.length === entry.bytes && crc32(bytes) === entry.crc ? bytes : undefined;
}

/** Stops at the length that was promised: a zip may lie about it. */
function inflate(packed: Uint8Array, length: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, length) });
  } catch {
    return undefined;
  }
}

const ignoredOf = (entries: readonly ZipEntry[]): readonly string[] =>
  entries.map(({ name }) => name).filter((name) => !isMapFile(name) && !/(^|\/)(\.|__MACOSX)/.test(name));

const refused = (message: string): ArchiveReply => ({ ok: false, message });
