import { describe, expect, test } from 'vitest';
import { desk, desks, minutesAgo, secondsAhead, serving, waiting } from './invented-view.ts';
import { linesOf } from './table-lines.ts';
import { calledBesideUs, takenBetween, takenSoFar } from './taken.ts';

const before = desk({});
const left = waiting.filter(({ label }) => label !== 'A016');
const called = desks.map((one) => (one.deskId === 'D-card-2' ? { ...one, serving: 'A016' } : one));

describe('a ticket that goes from the list', () => {
  test('says which doctor has called it to which room', () => {
    const [taken] = takenBetween(before, desk({ waiting: left, desks: called }));
    expect(taken).toMatchObject({ at: 2, by: { room: { zh: '2 诊室' }, name: { zh: '陈欣' } } });
  });

  test('says only that it has gone when no desk has called it', () => {
    expect(takenBetween(before, desk({ waiting: left }))).toMatchObject([{ ticket: { label: 'A016' }, by: null }]);
  });

  test('says nothing when it is on hold, at tests, missed or here', () => {
    const gone = before.waiting.find(({ label }) => label === 'A016');
    if (gone === undefined) throw new Error('A016 waits');
    expect(takenBetween(before, desk({ waiting: left, held: [gone] }))).toEqual([]);
    expect(takenBetween(before, desk({ waiting: left, missed: [gone] }))).toEqual([]);
    expect(takenBetween(before, desk({ waiting: left, servings: [serving(16, {})] }))).toEqual([]);
  });

  test('keeps its line for a moment, so that the list does not jump', () => {
    const taken = takenBetween(before, desk({ waiting: left, desks: called }));
    expect(linesOf(left, taken).map(({ kind, ticket }) => `${kind} ${ticket.label}`)).toEqual([
      'waiting A015',
      'waiting A004',
      'taken A016',
      'waiting A018',
      'waiting A019',
    ]);
    expect(linesOf(waiting, taken).every(({ kind }) => kind === 'waiting')).toBe(true);
  });

  test('has one line when it came back and is taken once more', () => {
    const once = takenBetween(before, desk({ waiting: left, desks: called }));
    const twice = takenSoFar(once, takenBetween(before, desk({ waiting: left })));
    expect(twice).toMatchObject([{ ticket: { label: 'A016' }, by: null }]);
    const keys = linesOf(left, twice).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('a call by the other computer of the same desk is noticed, one that this page knows is not', () => {
  const now = serving(15, { calledAt: secondsAhead(1) });
  const after = desk({ serving: now, servings: [now] });
  expect(calledBesideUs(before, after)?.label).toBe('A015');
  expect(calledBesideUs(after, after)).toBeUndefined();
  expect(calledBesideUs(before, desk({ serving: null, servings: [] }))).toBeUndefined();
  const again = serving(9, { calledAt: minutesAgo(4) });
  expect(calledBesideUs(before, desk({ serving: again, servings: [again] }))).toBeUndefined();
});
