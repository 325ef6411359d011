import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { themes } from '@lobby/display/guide/view/theme.ts';
import { expect, test } from 'vitest';

const sheet = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const tokens = new Map([...sheet.matchAll(/^ *(--[a-z0-9-]+): (#[0-9a-f]{6});/gm)].map(([, name, hex]) => [name, hex]));

const display = fileURLToPath(new URL('../../../../display', import.meta.url));
const components = readdirSync(display, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.svelte'))
  .map((name) => ({ name, text: readFileSync(join(display, name), 'utf8') }));

test('where a part of a screen says a token and its colour, the colour is that of the token', () => {
  const said = components.flatMap(({ name, text }) =>
    [...text.matchAll(/var\((--[a-z0-9-]+), (#[0-9a-f]+)\)/g)].map(([, token = '', hex]) => ({ name, token, hex })),
  );
  expect(said.length).toBeGreaterThan(10);
  expect(said.filter(({ token, hex }) => tokens.get(token) !== hex)).toEqual([]);
});

test('what is lit in the building in a hall is the colour of a call, and light ground is the surface of pages', () => {
  const { dark, light } = themes;
  expect([dark.destination, dark.ribbon].map(written)).toEqual([tokens.get('--call'), tokens.get('--call')]);
  const surfaces = [light.looks.way, light.casing, light.icon].map(written);
  expect(surfaces).toEqual(surfaces.map(() => tokens.get('--surface')));
});

const written = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;
