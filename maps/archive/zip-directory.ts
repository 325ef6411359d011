/* The central directory of a zip (PKWARE APPNOTE 4.3.12 and 4.3.16): what is in it, before any of it is unpacked. */

export interface ZipEntry {
  /** As it stands in the zip, `\` made `/`. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly symbolicLink: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc: number;
  /** Where its local header stands. */
  readonly at: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const fileMark = 0x04034b50;
const endBytes = 22;
const entryBytes = 46;
const fileBytes = 30;
const longestComment = 0xffff;
const inZip64 = 0xffffffff;

/** Undefined: no zip, a cut one, or one of more than 4 GB. */
export function zipEntries(zip: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  if (at === inZip64) return undefined;
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + entryBytes > zip.length || view.getUint32(at, true) !== entryMark) return undefined;
    const [nameLength, rest] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
    ];
    entries.push(entryAt(view, at, zip.subarray(at + entryBytes, at + entryBytes + nameLength)));
    at += entryBytes + nameLength + rest;
  }
  return entries;
}

/** The packed bytes of an entry. Undefined: they are not where the directory says. */
export function packedBytesOf(zip: Uint8Array, { at, packedBytes }: ZipEntry): Uint8Array | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  if (at + fileBytes > zip.length || view.getUint32(at, true) !== fileMark) return undefined;
  const start = at + fileBytes + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return start + packedBytes <= zip.length ? zip.subarray(start, start + packedBytes) : undefined;
}

function endOfDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - endBytes; at >= Math.max(0, view.byteLength - endBytes - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return undefined;
}

function entryAt(view: DataView, at: number, name: Uint8Array): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  return {
    name: nameOf(name).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    symbolicLink: ((view.getUint32(at + 38, true) >>> 16) & 0o170000) === 0o120000,
    crc: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  };
}

/** Windows in China writes names in GB 18030 and does not say so. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
