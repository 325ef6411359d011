import type { Bilingual } from '../words/step.ts';

/** A source's files, whole and within the limits, by their names from the source's own folder: `manifest.json`. */
export interface Archive {
  /** As people know it: the name of the folder or file. */
  readonly name: string;
  readonly files: readonly ArchiveFile[];
  /** Names of what lay beside or below and is no map. */
  readonly ignored: readonly string[];
}

export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Said to whoever publishes a map: the file, what is wrong with it and what to do. `message` is English, `zh` the same. */
export interface Refused {
  readonly ok: false;
  readonly message: string;
  readonly zh: string;
}

export function refused({ zh, en }: Bilingual): Refused {
  return { ok: false, message: en, zh };
}

export type ArchiveReply = { readonly ok: true; readonly archive: Archive } | Refused;

export function fileNamed(archive: Archive, name: string): ArchiveFile | undefined {
  return archive.files.find((file) => file.name === name);
}

const mapFile = /\.(geojson|json|csv|tsv|txt|ya?ml)$/i;

/** Whether a file can be part of a map; hidden files and what Finder adds to a zip are not. */
export function isMapFile(name: string): boolean {
  return mapFile.test(name) && !name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

/** A zip often holds one folder with everything in it: its files are then named from there. */
export function fromItsFolder(name: string, files: readonly ArchiveFile[], others: readonly string[]): Archive {
  const folders = files.map((file) => file.name.slice(0, file.name.lastIndexOf('/') + 1));
  const folder = folders.toSorted((a, b) => a.length - b.length)[0] ?? '';
  const inIt = files.filter((_file, n) => folders[n] === folder);
  const below = files.filter((_file, n) => folders[n] !== folder).map((file) => file.name);
  return {
    name,
    files: inIt.map((file) => ({ ...file, name: file.name.slice(folder.length) })),
    ignored: [...below, ...others],
  };
}
