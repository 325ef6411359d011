import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const rooms = ['.', 'config', 'maps', 'hub', 'agent', 'display', 'kiosk', 'tests'];

function directDependencies(): string[] {
  const names = rooms.flatMap((room) => {
    const url = new URL(`../${room}/package.json`, import.meta.url);
    const read = JSON.parse(readFileSync(url, 'utf8')) as Package;
    return Object.keys({ ...read.dependencies, ...read.devDependencies, ...read.optionalDependencies });
  });
  return [...new Set(names)].filter((name) => !name.startsWith('@lobby/')).sort();
}

it('every direct dependency has a line that says what for', () => {
  const listed = readFileSync(new URL('../docs/dependencies.md', import.meta.url), 'utf8');
  expect(directDependencies().filter((name) => !listed.includes(`\`${name}\``))).toEqual([]);
});

it('nothing is listed that is no longer used', () => {
  const listed = [
    ...readFileSync(new URL('../docs/dependencies.md', import.meta.url), 'utf8').matchAll(/^\| `([^`]+)`/gm),
  ];
  const used = directDependencies();
  expect(listed.map(([, name]) => name).filter((name) => !used.includes(name ?? ''))).toEqual([]);
});
