import { expect, test } from 'vitest';
import { standingOf, type DeskStanding } from './desk-standing.ts';

const paused: DeskStanding = { state: 'paused', reason: { zh: '会诊', en: 'Consultation' }, practitioner: null };
const stopped: DeskStanding = { state: 'stopped', reason: null, practitioner: null };

test('a room is open while one of its desks works, and a room without a desk is', () => {
  expect(standingOf([paused, undefined]).state).toBe('open');
  expect(standingOf([]).state).toBe('open');
});

test('a room is stopped only when all its desks are; one that only pauses may go on', () => {
  expect(standingOf([stopped, stopped])).toEqual({ state: 'stopped', reason: null });
  expect(standingOf([stopped, paused])).toEqual({ state: 'paused', reason: { zh: '会诊', en: 'Consultation' } });
});
