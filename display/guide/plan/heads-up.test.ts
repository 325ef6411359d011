import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openVenue } from '@lobby/maps/open-venue.ts';
import { aboveFloor, matrixOf, onPaper, turnedOnPaper, type OnFloor, type Paper } from './heads-up.ts';

const opened = await openVenue(fileURLToPath(new URL('../../../maps/venues/demo', import.meta.url)));
if (!opened.ok) throw new Error(opened.message);
const { kiosks, levels } = opened.venue;

/** Degrees clockwise from up at which a way from one point to another runs on the paper. */
function runsOnPaper(from: OnFloor, to: OnFloor, given: { heading: number; paper: Paper }): number {
  const points = levels.flatMap(({ outline }) => outline.flatMap(({ outer }) => outer));
  const matrix = matrixOf(aboveFloor(points, given.paper, { heading: given.heading, least: 20 }), given.paper);
  const [[x0, y0], [x1, y1]] = [onPaper(matrix, from), onPaper(matrix, to)];
  return (Math.atan2(x1 - x0, y0 - y1) * 180) / Math.PI;
}

const papers: readonly Paper[] = [
  { width: 1000, height: 700 },
  { width: 600, height: 1100 },
];

test('the demo hospital has readers to turn the plan for', () => {
  expect(kiosks.length).toBeGreaterThan(10);
});

test.each(kiosks)('up is where the reader of $device.id looks', ({ point, polygons, heading }) => {
  if (heading === null) throw new Error('nobody knows where its reader looks');
  const face = middleOf(polygons.flatMap(({ outer }) => outer));
  for (const paper of papers) {
    // From where one stands to the middle of the thing itself, whatever it says of its heading.
    expect(Math.abs(runsOnPaper(point, face, { heading, paper }))).toBeLessThan(1);
  }
});

test('whatever way a reader looks, what is ahead is drawn above and what is to the right is drawn to the right', () => {
  for (const paper of papers) {
    for (let heading = 0; heading < 360; heading += 7) {
      const turn = (heading * Math.PI) / 180;
      expect(runsOnPaper([0, 0], [Math.sin(turn), Math.cos(turn)], { heading, paper })).toBeCloseTo(0, 3);
      expect(runsOnPaper([0, 0], [Math.cos(turn), -Math.sin(turn)], { heading, paper })).toBeCloseTo(90, 3);
    }
  }
});

test('all points of a floor are on the paper, away from its rim', () => {
  const points = levels.flatMap(({ outline }) => outline.flatMap(({ outer }) => outer));
  for (const paper of papers) {
    for (const heading of [0, 33, 90, 211]) {
      const matrix = matrixOf(aboveFloor(points, paper, { heading, least: 20 }), paper);
      for (const point of points) {
        const [left, top] = onPaper(matrix, point);
        expect(left / paper.width).toBeGreaterThan(0.1);
        expect(left / paper.width).toBeLessThan(0.9);
        expect(top / paper.height).toBeGreaterThan(0.1);
        expect(top / paper.height).toBeLessThan(0.9);
      }
    }
  }
});

test('a few steps do not fill the paper', () => {
  const paper = { width: 500, height: 1000 };
  const camera = aboveFloor(
    [
      [0, 0],
      [1, 0],
    ],
    paper,
    { heading: 0, least: 20 },
  );
  const [[left], [right]] = [
    [-10, 0],
    [10, 0],
  ].map(([x = 0, y = 0]) => onPaper(matrixOf(camera, paper), [x, y]));
  expect((right ?? 0) - (left ?? 0)).toBeLessThanOrEqual(paper.width + 0.001);
});

test('north turns against the reader', () => {
  expect(turnedOnPaper(0, { heading: 90 })).toBe(270);
  expect(turnedOnPaper(90, { heading: 90 })).toBe(0);
});

function middleOf(points: readonly OnFloor[]): OnFloor {
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return [mean(0), mean(1)];
}
