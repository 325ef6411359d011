import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { crossCheck } from './cross-check.ts';
import { siteSchema, type Site } from './schema.ts';

/** One thing wrong with a site's folder: which file, which key, and a sentence. */
export interface SiteProblem {
  readonly file: string;
  readonly key: string;
  readonly sentence: string;
}

export type SiteResult =
  { readonly ok: true; readonly site: Site } | { readonly ok: false; readonly problems: readonly SiteProblem[] };

interface RawSite {
  readonly values: Record<string, unknown>;
  readonly fileOfKey: ReadonlyMap<string, string>;
  readonly problems: readonly SiteProblem[];
}

/** Reads and checks a site's folder: every *.yaml in it, whose top-level keys together make the site. */
export function checkSite(folder: string): SiteResult {
  const raw = readSite(folder);
  if (raw.problems.length > 0) return { ok: false, problems: raw.problems };
  const parsed = siteSchema.safeParse(raw.values);
  const fileOf = (key: string): string => raw.fileOfKey.get(key.split(/[.[]/)[0] ?? '') ?? 'site.yaml';
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const key = keyPath(issue.path);
      return { file: fileOf(key), key, sentence: issue.message };
    });
    return { ok: false, problems };
  }
  const broken = [
    ...crossCheck(parsed.data),
    ...missingPictures(folder, parsed.data),
    ...missingMaps(folder, parsed.data),
  ];
  const crossed = broken.map((found) => ({ file: fileOf(found.key), ...found }));
  return crossed.length > 0 ? { ok: false, problems: crossed } : { ok: true, site: parsed.data };
}

/** Folder of the pictures that playlists name, inside a site's folder. */
export const pictureFolder = 'pictures';

function missingPictures(folder: string, site: Site): { readonly key: string; readonly sentence: string }[] {
  return site.playlists.flatMap(({ entries }, p) =>
    entries.flatMap((entry, e) => {
      if (entry.kind !== 'picture' || existsSync(join(folder, pictureFolder, entry.file))) return [];
      const sentence = `there is no file "${pictureFolder}/${entry.file}" in the folder of the site`;
      return [{ key: `playlists[${p}].entries[${e}].file`, sentence }];
    }),
  );
}

/** Venues that ship with the product, by the name that a site gives. */
export const shippedVenues: readonly string[] = ['demo'];

function missingMaps(folder: string, { guide }: Site): { readonly key: string; readonly sentence: string }[] {
  return (['venue', 'corrections'] as const).flatMap((name) => {
    const path = guide[name];
    if (path === undefined || existsSync(join(folder, path))) return [];
    if (name === 'venue' && shippedVenues.includes(path)) return [];
    return [{ key: `guide.${name}`, sentence: `there is no file or folder "${path}" in the folder of the site` }];
  });
}

/** The checked site of a folder. Throws with one line a problem when the folder is not right. */
export function loadSite(folder: string): Site {
  const result = checkSite(folder);
  if (result.ok) return result.site;
  throw new Error(`The site in ${folder} is not right:\n${result.problems.map(describeProblem).join('\n')}`);
}

export function describeProblem(problem: SiteProblem): string {
  return `${problem.file}: ${problem.key === '' ? '' : `${problem.key}: `}${problem.sentence}`;
}

function readSite(folder: string): RawSite {
  const values: Record<string, unknown> = {};
  const fileOfKey = new Map<string, string>();
  const problems: SiteProblem[] = [];
  for (const file of yamlFiles(folder, problems)) {
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(join(folder, file), 'utf8'), { lineCounter: lines });
    for (const error of document.errors) {
      problems.push({
        file,
        key: `line ${lines.linePos(error.pos[0]).line}`,
        sentence: error.message.split('\n')[0] ?? '',
      });
    }
    if (document.errors.length > 0) continue;
    const content: unknown = document.toJS();
    if (content === null) continue;
    if (typeof content !== 'object' || Array.isArray(content)) {
      problems.push({ file, key: '', sentence: 'expected settings such as "hospital:", found something else' });
      continue;
    }
    for (const [key, value] of Object.entries(content)) {
      const earlier = fileOfKey.get(key);
      if (earlier !== undefined)
        problems.push({ file, key, sentence: `stands in ${earlier} already; keep one of them` });
      fileOfKey.set(key, file);
      values[key] = value;
    }
  }
  return { values, fileOfKey, problems };
}

function yamlFiles(folder: string, problems: SiteProblem[]): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    problems.push({ file: folder, key: '', sentence: 'no such folder, or it may not be read' });
    return [];
  }
  const files = names.filter((name) => name.endsWith('.yaml')).sort();
  if (files.length === 0) problems.push({ file: folder, key: '', sentence: 'holds no .yaml file' });
  return files;
}

function keyPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}
