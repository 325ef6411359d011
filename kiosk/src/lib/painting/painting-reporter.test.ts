import { expect, test } from 'vitest';
import { PaintingReporter, type Painted } from './painting-reporter.ts';

function page() {
  const told: Painted[] = [];
  let now = 0;
  let tick = (): void => undefined;
  let waiting: (() => void)[] = [];
  let alive = true;
  const reporter = new PaintingReporter({
    painted: (then) => void (alive ? then() : waiting.push(then)),
    tell: (painted) => void told.push(painted),
    now: () => now,
    every: (_, then) => {
      tick = then;
      return () => (tick = () => undefined);
    },
  });
  const pass = (seconds: number): void => {
    for (let n = 0; n < seconds; n += 3) {
      now += 3_000;
      tick();
    }
  };
  const freeze = (): void => void (alive = false);
  const thaw = (): void => {
    alive = true;
    waiting.forEach((then) => then());
    waiting = [];
  };
  return { reporter, told, pass, freeze, thaw };
}

test('a page says what it painted, at once and then every fifteen seconds', () => {
  const { reporter, told, pass } = page();
  reporter.show('welcome');
  expect(told).toEqual([{ shown: 'welcome', frames: 1, paintedAt: '1970-01-01T00:00:00.000Z' }]);
  pass(30);
  expect(told.map(({ frames }) => frames)).toEqual([1, 2, 3]);
});

test('a page whose painting stands still says nothing, however long its program runs', () => {
  const { reporter, told, pass, freeze, thaw } = page();
  reporter.show('welcome');
  freeze();
  pass(600);
  expect(told).toHaveLength(1);
  thaw();
  expect(told).toHaveLength(2);
});

test('changes that follow closely are told by the last of them', () => {
  const { reporter, told, pass } = page();
  reporter.show('1');
  for (const board of ['2', '3', '4']) reporter.show(board);
  pass(3);
  expect(told.map(({ shown }) => shown)).toEqual(['1', '4']);
});

test('a page that is left says nothing more', () => {
  const { reporter, told, pass } = page();
  reporter.show('welcome');
  reporter.stop();
  pass(60);
  expect(told).toHaveLength(1);
});
