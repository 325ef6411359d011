import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { floorPictures, floorPicturesFolder } from '../pictures/floors/draw-floors.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/maps.md', import.meta.url)), 'utf8');
const drawn = await floorPictures();

test('every floor of the demo hospital has its picture, and the page about maps shows it', () => {
  expect(readdirSync(floorPicturesFolder).toSorted()).toEqual(
    [...drawn.keys()].map((name) => `${name}.svg`).toSorted(),
  );
  for (const name of drawn.keys()) expect(page).toContain(`(pictures/floors/${name}.svg)`);
});

test.each([...drawn])('%s names what is on it in both languages', (_name, svg) => {
  const texts = [...svg.matchAll(/<text[^>]*>([^<]+)</g)].map(([, text]) => text ?? '');
  expect(texts.filter((text) => /\p{Script=Han}/u.test(text)).length).toBeGreaterThan(8);
  expect(texts.filter((text) => /^[A-Z]/.test(text)).length).toBeGreaterThan(8);
});
