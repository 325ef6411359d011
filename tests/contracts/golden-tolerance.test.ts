import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { difference } from '../support/compare-pictures.ts';
import { guideTolerance } from '../journeys/guide-pictures.ts';

/* What the golden pictures of the guide forgive, and what they do not. */

type Colour = readonly [number, number, number];
interface Block {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
}

const [floor, room, amber]: readonly Colour[] = [
  [255, 255, 255],
  [198, 218, 220],
  [184, 92, 0],
];
const rooms = Array.from({ length: 8 }, (_, index) => block({ x: 40 + 70 * index, y: 60, colour: room }));
const dots = Array.from({ length: 20 }, (_, index) => block({ x: 40 + 24 * index, y: 200, size: 11, colour: amber }));

test('edges that lie a pixel farther are the same picture', () => {
  const moved = [...rooms, ...dots].map((one) => ({ ...one, x: one.x + 1 }));
  expect(compare([...rooms, ...dots], moved)).toBeNull();
});

test('a dot of the line that is missing is another picture', () => {
  expect(compare([...rooms, ...dots], [...rooms, ...dots.slice(1)])).toMatch(/% of the pixels at/);
});

test('a picture that has slipped by the width of a dot is another one', () => {
  const moved = [...rooms, ...dots].map((one) => ({ ...one, x: one.x + 11 }));
  expect(compare([...rooms, ...dots], moved)).not.toBeNull();
});

test('so is a picture of another size', () => {
  expect(difference(new PNG({ width: 10, height: 10 }), new PNG({ width: 11, height: 10 }), guideTolerance)).toBe(
    '10 × 10 instead of 11 × 10',
  );
});

function block(wish: { x: number; y: number; size?: number; colour: Colour | undefined }): Block {
  const { x, y, size = 60, colour = [0, 0, 0] } = wish;
  return { x, y, width: size, height: size, colour };
}

function compare(found: readonly Block[], wanted: readonly Block[]): string | null {
  return difference(drawn(found), drawn(wanted), guideTolerance);
}

function drawn(blocks: readonly Block[]): PNG {
  const picture = new PNG({ width: 640, height: 360 });
  for (const { x, y, width, height, colour } of [
    { x: 0, y: 0, width: 640, height: 360, colour: floor ?? [0, 0, 0] },
    ...blocks,
  ]) {
    for (let row = y; row < y + height; row += 1)
      for (let column = x; column < x + width; column += 1)
        picture.data.set([...colour, 255], (row * picture.width + column) * 4);
  }
  return picture;
}
