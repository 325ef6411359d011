import { expect, test } from 'vitest';
import { FixedClock } from '../clock.ts';
import { CircuitBreaker } from './circuit-breaker.ts';

const rule = { failures: 3, withinSeconds: 30, restSeconds: 10 };

function breaker(): { readonly clock: FixedClock; readonly breaker: CircuitBreaker } {
  const clock = new FixedClock(0);
  return { clock, breaker: new CircuitBreaker(rule, clock) };
}

test('a hospital that has not answered three times in a row is left alone', () => {
  const { breaker: one } = breaker();
  one.failed('free');
  one.failed('free');
  expect(one.admit()).not.toBe('none');
  one.failed('free');
  expect(one.state).toBe('open');
  expect(one.admit()).toBe('none');
});

test('a hospital that errs now and then among many answers stays in use', () => {
  const { breaker: one } = breaker();
  for (let call = 0; call < 100; call += 1) {
    if (call % 20 === 0) one.failed('free');
    else one.succeeded();
  }
  expect(one.state).toBe('closed');
});

test('a busy hospital that goes away is left alone as soon, whatever it answered before', () => {
  const { breaker: one } = breaker();
  for (let call = 0; call < 100; call += 1) one.succeeded();
  for (let call = 0; call < 3; call += 1) one.failed('free');
  expect(one.state).toBe('open');
});

test('failures of long ago do not count', () => {
  const { breaker: one, clock } = breaker();
  one.failed('free');
  one.failed('free');
  clock.advance(31_000);
  one.failed('free');
  expect(one.state).toBe('closed');
});

test('after a rest one call tries, and the others wait for what becomes of it', () => {
  const { breaker: one, clock } = breaker();
  for (let call = 0; call < 3; call += 1) one.failed('free');
  clock.advance(10_000);
  expect(one.state).toBe('half-open');
  expect(one.admit()).toBe('trial');
  expect(one.admit()).toBe('none');
  one.failed('trial');
  expect(one.state).toBe('open');
  clock.advance(10_000);
  expect(one.admit()).toBe('trial');
  one.succeeded();
  expect(one.state).toBe('closed');
  expect(one.admit()).toBe('free');
});

test('one failure after a recovery does not leave it alone again', () => {
  const { breaker: one, clock } = breaker();
  for (let call = 0; call < 3; call += 1) one.failed('free');
  clock.advance(10_000);
  one.admit();
  one.succeeded();
  one.failed('free');
  expect(one.state).toBe('closed');
});

test('a trial that was not made after all leaves room for the next', () => {
  const { breaker: one, clock } = breaker();
  for (let call = 0; call < 3; call += 1) one.failed('free');
  clock.advance(10_000);
  one.admit();
  one.withdrawn('trial');
  expect(one.admit()).toBe('trial');
});

test('calls of before, and those that are not let through, leave the trial of another call alone', () => {
  const { breaker: one, clock } = breaker();
  const before = one.admit();
  for (let call = 0; call < 3; call += 1) one.failed('free');
  clock.advance(10_000);
  expect(one.admit()).toBe('trial');
  one.withdrawn('none');
  one.withdrawn(before);
  one.failed(before);
  expect(one.admit()).toBe('none');
  expect(one.state).toBe('half-open');
});
