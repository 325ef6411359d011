import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { queuePictures, queuePicturesFolder } from '../pictures/queues/draw-queues.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/queues.md', import.meta.url)), 'utf8');

test('the pictures of the page about queues are those that the rules draw today, and each of them is on the page', () => {
  const drawn = queuePictures();
  expect(readdirSync(queuePicturesFolder).toSorted()).toEqual(
    [...drawn.keys()].map((name) => `${name}.svg`).toSorted(),
  );
  for (const [name, svg] of drawn) {
    expect(readFileSync(join(queuePicturesFolder, `${name}.svg`), 'utf8'), name).toBe(svg);
    expect(page).toContain(`(pictures/queues/${name}.svg)`);
  }
});

test('in each picture the rule makes a difference', () => {
  for (const [name, svg] of queuePictures()) expect(svg.length, name).toBeGreaterThan(1000);
});
