import { createReadStream, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { LeftOne, LeftReason, LoadedResource } from '../contract/index.ts';
import { entriesOf } from './entries.ts';
import { readEntry } from './read-entry.ts';

/** A file that is one JSON document is held in memory as a whole. Bytes. */
export const largestDocument = 200 * 1024 * 1024;
/** A line of newline-delimited JSON is one resource. Characters. */
const longestLine = 16 * 1024 * 1024;

/** What one file says, piece by piece: resources to take, and what is left of it. Never throws for what is in the file. */
export async function* readFile(file: string): AsyncGenerator<LoadedResource | LeftOne> {
  const name = basename(file);
  if (/\.(ndjson|jsonl)$/iu.test(name)) return yield* readLines(file, name);
  if (statSync(file).size > largestDocument) return yield leftFile(name, 'too-large');
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  const content = parsed(text);
  if (content.ok) return yield* readContent(content.value, name);
  // Exports of one resource a line are not always called so.
  const [firstLine = ''] = text.trimStart().split('\n', 1);
  if (!parsed(firstLine).ok) return yield leftFile(name, 'unreadable');
  yield* readLines(file, name);
}

async function* readLines(file: string, name: string): AsyncGenerator<LoadedResource | LeftOne> {
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    const place = `${name}:${number}`;
    const text = line?.replace(/^\uFEFF/u, '').trim();
    if (text === '') continue;
    const content = text === undefined ? undefined : parsed(text);
    if (content === undefined) yield leftFile(place, 'too-large');
    else if (content.ok) yield* readContent(content.value, place);
    else yield leftFile(place, 'unreadable');
  }
}

/** Lines of a file; undefined for one that is too long to hold. */
async function* linesOf(file: string): AsyncGenerator<string | undefined> {
  let line: string | undefined = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const [first = '', ...others]: string[] = String(chunk).split('\n');
    line = grown(line, first);
    for (const other of others) {
      yield line;
      line = other;
    }
  }
  yield line;
}

function grown(line: string | undefined, more: string): string | undefined {
  return line === undefined || line.length + more.length > longestLine ? undefined : line + more;
}

function* readContent(content: unknown, place: string): Generator<LoadedResource | LeftOne> {
  for (const entry of entriesOf(content, place)) {
    if ('reason' in entry) yield entry;
    else {
      const { resources, left } = readEntry(entry);
      yield* resources;
      yield* left;
    }
  }
}

function parsed(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

function leftFile(reference: string, reason: LeftReason): LeftOne {
  return { reference, type: '', reason };
}
