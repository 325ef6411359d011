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

it('every trouble in the list of troubles names a test that proves it', () => {
  const rows = readFileSync(join(root, 'docs', 'troubles.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  const proofs = rows.map(
    (row) =>
      row
        .split('|')
        .at(-2)
        ?.match(/`[^`]+\.(test|spec)\.ts`/g) ?? [],
  );
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((_, index) => proofs[index]?.length === 0)).toEqual([]);
});
