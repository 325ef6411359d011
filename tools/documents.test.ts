import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './where.js';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const room = /^(config|maps|hub|agent|display|kiosk|tests|tools|docs)\/[\w./[\]+-]+$/;

/** Files and folders of the repository that a document names in backticks, and what its links point to. */
function placesIn(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8');
  const named = [...text.matchAll(/`([^`\s]+)`/g)].map(([, place]) => place ?? '').filter((place) => room.test(place));
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^[a-z]+:/.test(target));
  return [...named, ...links.map((target) => join(dirname(document), target))];
}

it.each(documents.filter((name) => existsSync(join(root, name))))('%s names nothing that is not there', (document) => {
  expect(placesIn(document).filter((place) => !existsSync(join(root, place)))).toEqual([]);
});

/** The tests that a row names, each with words of its title. */
function proofsIn(row: string): readonly { readonly file: string; readonly title: string }[] {
  return [...row.matchAll(/`([^`]+\.(?:test|spec)\.ts)`: “([^”]{20,})”/g)].map(([, file = '', title = '']) => ({
    file,
    title,
  }));
}

it('every trouble in the list of troubles names a test that proves it, by file and title', () => {
  const rows = readFileSync(join(root, 'docs', 'troubles.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  expect(rows.length).toBeGreaterThan(20);
  const named = rows.map((row) => ({ row, proofs: proofsIn(row) }));
  expect(named.filter(({ proofs }) => proofs.length === 0)).toEqual([]);
  const untrue = named
    .flatMap(({ proofs }) => proofs)
    .filter(
      ({ file, title }) => !titlesIn(readFileSync(join(root, file), 'utf8')).some((each) => each.includes(title)),
    );
  expect(untrue).toEqual([]);
});

/** What tests and their steps are called in a file. */
function titlesIn(source: string): readonly string[] {
  const called = /\b(?:test|it|step|describe)[\w.]*(?:\([^'"`]*?\)\s*)?\(\s*(?:'([^'\n]*)'|"([^"\n]*)"|`([^`\n]*)`)/gs;
  const afterTable = /^(?:\s*\]\)|\)?)\(\s*'([^'\n]*)'|^\s+'([^'\n]{20,})',$/gm;
  return [...source.matchAll(called), ...source.matchAll(afterTable)].map(
    (found) => found.slice(1).find(Boolean) ?? '',
  );
}
