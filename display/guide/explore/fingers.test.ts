import { expect, test } from 'vitest';
import { Fingers } from './fingers.ts';

const box = { left: 100, top: 50, width: 400, height: 200 };
const at = (pointerId: number, clientX: number, clientY: number) => ({ pointerId, clientX, clientY });

test('a finger that trembles a little has tapped', () => {
  const fingers = new Fingers();
  fingers.press(at(1, 200, 100));
  expect(fingers.move(at(1, 203, 102), box)).toBeNull();
  expect(fingers.lift(at(1, 203, 100), box)).toEqual({ kind: 'tap', x: 103 / 400, y: 0.25 });
});

test('a finger that moves drags, and its end is no tap', () => {
  const fingers = new Fingers();
  fingers.press(at(1, 200, 100));
  expect(fingers.move(at(1, 240, 90), box)).toEqual({ kind: 'drag', x: 0.1, y: -0.05 });
  expect(fingers.lift(at(1, 240, 90), box)).toBeNull();
});

test('two fingers that part come nearer', () => {
  const fingers = new Fingers();
  fingers.press(at(1, 200, 100));
  fingers.press(at(2, 300, 100));
  expect(fingers.move(at(2, 400, 100), box)).toEqual({ kind: 'pinch', factor: 0.5 });
  expect(fingers.lift(at(2, 400, 100), box)).toBeNull();
  expect(fingers.lift(at(1, 200, 100), box)).toBeNull();
});

test('a finger that the system takes away, or that was never down, means nothing', () => {
  const fingers = new Fingers();
  fingers.press(at(1, 200, 100));
  fingers.cancel(at(1, 200, 100));
  expect(fingers.lift(at(1, 200, 100), box)).toBeNull();
  expect(fingers.move(at(7, 0, 0), box)).toBeNull();
});
