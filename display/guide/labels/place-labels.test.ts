import { expect, test } from 'vitest';
import type { GuideCamera } from '../walk/camera.ts';
import { placeLabels, type WishedLabel } from './place-labels.ts';

const camera: GuideCamera = { x: 0, y: 0, z: 0, azimuth: 0, elevation: 60, span: 50 };
const picture = { width: 1000, height: 500 };
const label = (id: string, x: number, priority = 1): WishedLabel => ({
  id,
  spot: { x, y: 0, z: 0 },
  priority,
  width: 120,
  height: 30,
  lift: 0,
});

test('a label stands where its spot is seen', () => {
  expect(placeLabels([label('a', 0)], camera, picture)).toEqual([{ id: 'a', left: 500, top: 250 }]);
});

test('of two labels that would lie on each other the more important one stays', () => {
  expect(placeLabels([label('clinic', 2, 1), label('destination', 0, 9)], camera, picture).map(({ id }) => id)).toEqual(
    ['destination'],
  );
});

test('a label that would be cut by the edge is left out', () => {
  expect(placeLabels([label('edge', 48)], camera, picture)).toEqual([]);
});

test('what matters most is moved onto the picture instead', () => {
  const [placed] = placeLabels([label('destination', 48, 99)], camera, picture);
  expect(placed).toEqual({ id: 'destination', left: 1000 - 60, top: 250 });
});

test('of two that matter most neither goes away: one stands over the other', () => {
  const placed = placeLabels([label('here', 0, 100), label('destination', 1, 99)], camera, picture);
  expect(placed).toEqual([
    { id: 'here', left: 500, top: 250 },
    { id: 'destination', left: 510, top: 250 - 34 },
  ]);
});

test('what finds its place taken hangs elsewhere', () => {
  const words = {
    ...label('words', 0, 80),
    otherwise: [
      { x: 130, y: 0 },
      { x: -130, y: 0 },
    ],
  };
  const arrow = label('arrow', 0, 99);
  const place = (wished: readonly WishedLabel[], width: number) =>
    placeLabels(wished, camera, { ...picture, width }).find(({ id }) => id === 'words');
  expect(place([words], 1000)).toEqual({ id: 'words', left: 500, top: 250 });
  expect(place([words, arrow], 1000)).toEqual({ id: 'words', left: 630, top: 250 });
  expect(place([words, arrow, label('door', 15, 90)], 1000)).toEqual({ id: 'words', left: 370, top: 250 });
});

test('a thousand labels leave at most forty, none over another', () => {
  const wished = Array.from({ length: 1000 }, (_, index) => ({
    ...label(`r${index}`, (index % 100) - 50),
    spot: { x: (index % 100) - 50, y: Math.floor(index / 100) * 6 - 30, z: 0 },
    width: 40,
    height: 20,
  }));
  const placed = placeLabels(wished, camera, picture);
  expect(placed.length).toBeGreaterThan(20);
  expect(placed.length).toBeLessThanOrEqual(40);
  for (const [index, a] of placed.entries())
    for (const b of placed.slice(index + 1))
      expect(Math.abs(a.left - b.left) >= 40 || Math.abs(a.top - b.top) >= 20).toBe(true);
});

test('nothing is put where the picture is taken already', () => {
  const taken = [{ left: 400, right: 600, top: 200, bottom: 300 }];
  expect(placeLabels([label('a', 0)], camera, { ...picture, taken })).toEqual([]);
});

test('what matters most keeps off the corners while it stays near its spot, and else goes over them', () => {
  const plate = { ...label('destination', -20, 99), lift: 0.65 };
  const place = (right: number) =>
    placeLabels([plate], camera, { ...picture, kept: [{ left: 0, right, top: 0, bottom: 300 }] })[0];
  expect(place(200)).toEqual({ id: 'destination', left: 300, top: 250 - 0.65 * 30 });
  expect(place(280)).toEqual({ id: 'destination', left: 280 + 64, top: 250 - 0.65 * 30 });
  expect(place(900)).toEqual({ id: 'destination', left: 300, top: 250 - 0.65 * 30 });
});
