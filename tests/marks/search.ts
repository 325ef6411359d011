import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { CDPSession, Page } from '@playwright/test';
import { whatRemains } from '../journeys/what-remains.ts';
import { marks, shownName } from './marked-patient.ts';

/** A mark and where it was found, such as "name in agent-K01/spool.sqlite". */
export type Finding = string;

const all: readonly (readonly [field: string, mark: string])[] = [...Object.entries(marks), ['masked name', shownName]];

/** As bytes of files and as the browser keeps texts: UTF-8, and UTF-16 with the low byte first. */
const needles = all.flatMap(([field, mark]) => [
  { field, bytes: Buffer.from(mark, 'utf8') },
  { field, bytes: Buffer.from(mark, 'utf16le') },
]);

/** Looks through the bytes of every file under a folder. `except`: a path that may hold patients. */
export function searchFiles(folder: string, except: (path: string) => boolean = () => false): readonly Finding[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return paths.flatMap((path) => {
    const name = relative(folder, path);
    const bytes = except(name) ? undefined : bytesOf(path);
    if (bytes === undefined) return [];
    const found = needles.filter((needle) => bytes.includes(needle.bytes)).map(({ field }) => field);
    const named = all.filter(([, mark]) => name.includes(mark)).map(([field]) => field);
    return [...new Set([...found, ...named])].map((field) => `${field} in ${name}`);
  });
}

/** Files that go away while they are looked for were there for a moment only; sockets and locks hold nothing. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Everything that a page can look into itself. */
export async function searchPage(page: Page): Promise<readonly Finding[]> {
  const remains = await whatRemains(
    page,
    all.map(([, mark]) => mark),
  );
  return remains.map((found) => `page: ${found}`);
}

/** The page's memory, as its garbage collector leaves it. */
export async function searchHeap(devtools: CDPSession): Promise<readonly Finding[]> {
  const parts: string[] = [];
  const take = ({ chunk }: { chunk: string }): void => void parts.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', take);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', take);
  const text = parts.join('');
  return all.filter(([, mark]) => text.includes(mark)).map(([field]) => `${field} in the memory of the page`);
}

/** What the hub keeps of a visit that is over, or of anything that is no place in a queue; and the bytes of its files. */
export function searchHub(file: string, { hubMayNotKnow }: { readonly hubMayNotKnow: boolean }): readonly Finding[] {
  const bytes = [file, `${file}-wal`].map((path) => bytesOf(path) ?? Buffer.alloc(0));
  const raw = Object.entries(marks).filter(([, mark]) => bytes.some((part) => part.includes(mark)));
  return [...raw.map(([field]) => `${field} in the files of the hub`), ...searchTables(file, hubMayNotKnow)];
}

function searchTables(file: string, hubMayNotKnow: boolean): readonly Finding[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    return tables.flatMap(({ name }) => {
      const rows = JSON.stringify(database.prepare(`SELECT * FROM "${String(name)}"`).all());
      // A place in a queue keeps the name that its board shows.
      const wanted = name === 'ticket' || (name === 'visit' && hubMayNotKnow) ? Object.entries(marks) : all;
      return wanted.filter(([, mark]) => rows.includes(mark)).map(([field]) => `${field} in table ${String(name)}`);
    });
  } finally {
    database.close();
  }
}
