import { expect, test } from 'vitest';
import { problemOf, readStatus, type Answers } from './status.ts';

const healthy: Answers = { printer: 0x12, offlineCause: 0x12, errorCause: 0x12, paper: 0x12 };
const about = (answers: Partial<Answers>) => readStatus({ ...healthy, ...answers });

test('a healthy printer has nothing in the way', () => {
  expect(about({})).toEqual({ online: true, paper: 'ok', cover: 'closed', fault: null });
  expect(problemOf(about({}))).toBeNull();
});

test('an open drawer and a pressed feed button are no faults', () => {
  expect(problemOf(about({ printer: 0x56, offlineCause: 0x1a }))).toBeNull();
});

test('paper near its end still prints, paper out does not', () => {
  expect(about({ paper: 0x1e })).toMatchObject({ paper: 'near-end', fault: null });
  expect(problemOf(about({ paper: 0x1e }))).toBeNull();
  expect(problemOf(about({ printer: 0x1a, paper: 0x7e, offlineCause: 0x32 }))).toBe('paper-out');
});

test('an open cover, a jammed cutter and the panel button each have their word', () => {
  expect(problemOf(about({ printer: 0x1a, offlineCause: 0x16 }))).toBe('cover-open');
  expect(about({ errorCause: 0x1a }).fault).toBe('cutter');
  expect(problemOf(about({ errorCause: 0x1a }))).toBe('fault');
  expect(problemOf(about({ printer: 0x1a }))).toBe('offline');
});

test.each([0x16, 0x1a, 0x32, 0x52])('half a paper sensor (%s) is a fault, never healthy', (paper) => {
  expect(about({ paper }).fault).toBe('status-not-understood');
});

test('what is not answered is unknown, and no answer at all is silence', () => {
  expect(about({ paper: null }).paper).toBe('unknown');
  expect(about({ offlineCause: null }).cover).toBe('unknown');
  expect(problemOf(about({ printer: null }))).toBe('silent');
});

test('noise instead of an answer is a fault', () => {
  expect(problemOf(about({ errorCause: 'noise' }))).toBe('fault');
});
