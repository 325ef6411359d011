import { crc32, inflateRawSync } from 'node:zlib';
import type { Bilingual } from '../words/step.ts';
import { fromItsFolder, isMapFile, refused, type ArchiveFile, type ArchiveReply, type Refused } from './archive.ts';
import { archiveLimits, longestName, megabytes } from './limits.ts';
import { packedBytesOf, zipEntries, type ZipEntry } from './zip-directory.ts';

const stored = 0;
const deflated = 8;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Of what is called a zip and cannot be read as one. */
export function noWholeZip(name: string): Refused {
  return refused({
    zh: `${name} 不是完整的 zip 文件。请把文件夹重新压缩一次。`,
    en: `${name} is no whole zip file; zip the folder again.`,
  });
}

/**
 * Unpacks a zip in memory. Everything is looked at in its directory first and refused before a byte is unpacked; what is
 * unpacked may not become longer than the directory said.
 */
export function readZip(name: string, zip: Uint8Array): ArchiveReply {
  const entries = zipEntries(zip)?.filter((entry) => !entry.name.endsWith('/'));
  if (entries === undefined) return noWholeZip(name);
  const wrong = (trouble: Bilingual): Refused =>
    refused({ zh: `${name}：${trouble.zh}`, en: `${name}: ${trouble.en}` });
  const trouble = troubleOfZip(zip, entries);
  if (trouble !== undefined) return wrong(trouble);
  const files: ArchiveFile[] = [];
  for (const entry of entries.filter((candidate) => isMapFile(candidate.name))) {
    const bytes = unpack(zip, entry);
    if (bytes === undefined) return wrong(ofFile(entry, damaged));
    files.push({ name: entry.name, bytes });
  }
  return { ok: true, archive: fromItsFolder(name, files, ignoredOf(entries)) };
}

/** Undefined: nothing wrong. */
function troubleOfZip(zip: Uint8Array, entries: readonly ZipEntry[]): Bilingual | undefined {
  const { files, bytesOfTheZip } = archiveLimits;
  if (zip.length > bytesOfTheZip) {
    const limit = megabytes(bytesOfTheZip);
    return {
      zh: `zip 超过了 ${limit}。请去掉不是地图的文件。`,
      en: `the zip is larger than ${limit}; leave out what is no map.`,
    };
  }
  if (entries.length > files)
    return {
      zh: `里面的文件超过 ${files} 个。请去掉不是地图的文件。`,
      en: `it holds more than ${files} files; leave out what is no map.`,
    };
  const names = new Set<string>();
  for (const entry of entries) {
    const trouble = troubleOfName(entry.name) ?? troubleOfEntry(entry) ?? (names.has(entry.name) ? twice : undefined);
    if (trouble !== undefined) return ofFile(entry, trouble);
    names.add(entry.name);
  }
  return troubleOfSize(entries);
}

function troubleOfSize(entries: readonly ZipEntry[]): Bilingual | undefined {
  const { bytesOfAFile, bytes } = archiveLimits;
  const large = entries.find((entry) => entry.bytes > bytesOfAFile);
  if (large !== undefined) {
    const limit = megabytes(bytesOfAFile);
    return ofFile(large, {
      zh: `解压后超过 ${limit}，单个文件最大 ${limit}。`,
      en: `unpacks to more than ${limit}, the limit of one file.`,
    });
  }
  const limit = megabytes(bytes);
  return entries.reduce((total, entry) => total + entry.bytes, 0) > bytes
    ? {
        zh: `解压后一共超过 ${limit}，这是一份地图的上限。`,
        en: `it unpacks to more than ${limit}, the limit of an archive.`,
      }
    : undefined;
}

function ofFile({ name }: ZipEntry, { zh, en }: Bilingual): Bilingual {
  const file = name.slice(0, longestName);
  return { zh: `“${file}”${zh}`, en: `"${file}" ${en}` };
}

const damaged: Bilingual = {
  zh: '损坏了，或者和写的长度不一样。请把文件夹重新压缩一次。',
  en: 'is damaged or not as long as it says; zip the folder again.',
};
const twice: Bilingual = { zh: '在里面有两个。请只留一个。', en: 'stands in it twice; keep one of them.' };

function troubleOfName(name: string): Bilingual | undefined {
  if (name.startsWith('/') || /^[a-z]:/i.test(name))
    return { zh: '用了绝对路径。请直接压缩文件夹。', en: 'has an absolute name; zip the folder itself.' };
  if (name.split('/').includes('..'))
    return { zh: '指向压缩包外面。请直接压缩文件夹。', en: 'points out of the archive; zip the folder itself.' };
  if (name.includes('\0'))
    return { zh: '的名字不能用。请把文件夹重新压缩一次。', en: 'has a name that cannot be; zip the folder again.' };
  if (name.length > longestName)
    return {
      zh: `的名字超过 ${longestName} 个字符。请改短。`,
      en: `has a name of more than ${longestName} characters; shorten it.`,
    };
  const { depth } = archiveLimits;
  return name.split('/').length > depth + 1
    ? {
        zh: `放在超过 ${depth} 层的文件夹里。请压缩地图本身所在的文件夹。`,
        en: `lies more than ${depth} folders deep; zip the folder of the map itself.`,
      }
    : undefined;
}

function troubleOfEntry({ encrypted, symbolicLink, method }: ZipEntry): Bilingual | undefined {
  if (encrypted)
    return { zh: '加了密码。请不设密码重新压缩。', en: 'is encrypted; zip the folder without a password.' };
  if (symbolicLink)
    return {
      zh: '只是指向别的文件的链接。请放文件本身。',
      en: 'is a link to another file; put the file itself there.',
    };
  return method === stored || method === deflated
    ? undefined
    : { zh: '的压缩方式不认识。请用普通 zip。', en: 'is packed in a way that is not known; use plain zip.' };
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
