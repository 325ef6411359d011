import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinFacts, noFacts, type Facts, type Moment, type Placed } from './facts.ts';
import { standingOf } from './standing.ts';

const stamp = (minute: number): string => `t2026-11-23T01:${String(minute).padStart(2, '0')}:00.000Z`;
const at = (minute: number): string => stamp(minute).slice(1);
const placed = (minute: number, roomId = 'room-1'): Placed => ({
  stamp: stamp(minute),
  at: at(minute),
  roomId,
  queueId: null,
  label: null,
});
const moment = (minute: number, state: Moment['state']): Moment => ({ stamp: stamp(minute), at: at(minute), state });

const described = (minute: number, label = '12'): Facts => ({
  ...noFacts,
  since: at(minute),
  description: {
    stamp: stamp(minute),
    queueId: 'eyes',
    label,
    rank: null,
    waitingSince: null,
    lane: 'normal',
    slotStart: null,
    slotEnd: null,
    appointmentId: null,
    practitioner: null,
    patient: null,
  },
});
const waits = (minute: number): Facts => ({ ...described(minute), rest: moment(minute, 'waiting') });
const call = (minute: number, id: string): Facts => ({
  ...noFacts,
  since: at(minute),
  calls: [{ id, placed: placed(minute), undone: false }],
});
const undo = (id: string): Facts => ({ ...noFacts, calls: [{ id, placed: null, undone: true }] });
const change = (minute: number, state: Moment['state']): Facts => ({
  ...noFacts,
  since: at(minute),
  changes: [moment(minute, state)],
});
const listed = (minute: number, state: Facts): Facts => ({ ...state, seen: stamp(minute) });
const calledAsOf = (minute: number, id: string): Facts => ({
  ...call(minute, id),
  called: { stamp: stamp(minute), call: id },
});

const all = (...facts: readonly Facts[]): Facts => facts.reduce(joinFacts, noFacts);
const stateOf = (...facts: readonly Facts[]) => standingOf(all(...facts), null);

test('who was called waits no longer, and who was called again has a second call of the same turn', () => {
  expect(stateOf(waits(1))).toMatchObject({ state: 'waiting', call: null, calls: [] });
  expect(stateOf(waits(1), call(2, 'c1'))).toMatchObject({ state: 'called', call: { id: 'c1', times: 1 } });
  const again = stateOf(waits(1), call(2, 'c1'), call(3, 'c2'));
  expect(again).toMatchObject({ state: 'called', call: { id: 'c2', times: 2, firstCalledAt: at(2) } });
});

test('a call that is taken back never happened', () => {
  expect(stateOf(waits(1), call(2, 'c1'), undo('c1'))).toMatchObject({ state: 'waiting', call: null, calls: [] });
  const recall = stateOf(waits(1), call(2, 'c1'), call(3, 'c2'), undo('c2'));
  expect(recall).toMatchObject({ state: 'called', call: { id: 'c1', times: 1 } });
});

test('who missed the call and came back is called for the first time in a new turn', () => {
  const history = [waits(1), call(2, 'c1'), change(3, 'missed'), change(6, 'waiting'), call(8, 'c2')];
  expect(stateOf(...history)).toMatchObject({ state: 'called', misses: 1, call: { id: 'c2', times: 1 } });
});

test('an end that comes before its call leaves the call behind as history', () => {
  expect(stateOf(change(5, 'finished'))).toMatchObject({ state: 'finished', call: null, endedAt: at(5) });
  const later = stateOf(change(5, 'finished'), call(3, 'c1'), waits(1));
  expect(later).toMatchObject({ state: 'finished', call: { id: 'c1' }, endedAt: at(5) });
});

test('in one second a visit goes forward', () => {
  expect(stateOf(call(1, 'c1'), waits(1)).state).toBe('called');
  expect(stateOf(change(1, 'finished'), call(1, 'c1'), waits(1)).state).toBe('finished');
});

test('who is not in a newer snapshot is there no longer, until something newer is heard', () => {
  const gone = standingOf(waits(1), stamp(5));
  expect(gone.state).toBe('dropped');
  expect(standingOf(all(waits(1), call(2, 'c1')), stamp(5)).state).toBe('finished');
  expect(standingOf(all(waits(1), listed(5, waits(5))), stamp(5)).state).toBe('waiting');
  expect(standingOf(all(waits(1), call(6, 'c1')), stamp(5)).state).toBe('called');
});

test('a snapshot that says called does not make an older call of a newer one', () => {
  const history = [waits(1), call(2, 'c1'), call(3, 'c2'), calledAsOf(4, 'c1')];
  expect(stateOf(...history)).toMatchObject({ state: 'called', call: { id: 'c2', times: 2 } });
  expect(stateOf(waits(1), call(2, 'c1'), change(3, 'missed'), calledAsOf(4, 'c1')).state).toBe('called');
  expect(stateOf(waits(1), call(2, 'c1'), calledAsOf(4, 'c1'), undo('c1')).state).toBe('waiting');
});

const anyFact: fc.Arbitrary<Facts> = fc.oneof(
  fc.tuple(fc.nat(9), fc.constantFrom('12', '13')).map(([minute, label]) => described(minute, label)),
  fc.nat(9).map(waits),
  fc.tuple(fc.nat(9), fc.constantFrom('c1', 'c2', 'c3')).map(([minute, id]) => call(minute, id)),
  fc.tuple(fc.nat(9), fc.constantFrom('c1', 'c2', 'c3')).map(([minute, id]) => calledAsOf(minute, id)),
  fc.constantFrom('c1', 'c2', 'c3').map(undo),
  fc
    .tuple(fc.nat(9), fc.constantFrom<Moment['state'][]>('missed', 'waiting', 'finished', 'held', 'at-tests'))
    .map(([minute, state]) => change(minute, state)),
  fc.nat(9).map((minute) => listed(minute, waits(minute))),
);

test('the same facts come to the same in any order, however often each is heard', () => {
  const history = fc.array(anyFact, { minLength: 1, maxLength: 12 }).chain((facts) =>
    fc.record({
      facts: fc.constant(facts),
      heard: fc
        .tuple(fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }), fc.subarray(facts))
        .map(([shuffled, twice]) => [...twice, ...shuffled]),
      snapshot: fc.option(fc.nat(9).map(stamp)),
    }),
  );
  fc.assert(
    fc.property(history, ({ facts, heard, snapshot }) => {
      expect(all(...heard)).toEqual(all(...facts));
      expect(standingOf(all(...heard), snapshot)).toEqual(standingOf(all(...facts), snapshot));
    }),
    { numRuns: 2000 },
  );
});

test('facts joined in groups are the facts joined one by one', () => {
  fc.assert(
    fc.property(anyFact, anyFact, anyFact, (one, two, three) => {
      expect(joinFacts(joinFacts(one, two), three)).toEqual(joinFacts(one, joinFacts(two, three)));
    }),
    { numRuns: 2000 },
  );
});
