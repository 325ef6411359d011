import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanes, type Lane } from '../contract/index.ts';
import { usualPolicy, type QueuePolicy } from '@lobby/config';
import { callingOrder, mergedOrder, reasonWords, type OrderCall } from './order/index.ts';
import type { Ticket, TicketState } from './ticket.ts';

const at = '2026-11-23T01:30:00.000Z';
const policy: QueuePolicy = { ...usualPolicy, fairness: { mostOvertakes: 1000 } };
const withTurns = (interleave: QueuePolicy['interleave']): QueuePolicy => ({ ...policy, interleave });

/** Calls of others, who are gone. */
function past(lanes: readonly Lane[]): OrderCall[] {
  return lanes.map((lane) => ({
    ticketId: 'gone',
    at: '2026-11-23T01:20:00.000Z',
    lane,
    since: null,
    automatic: false,
    deskId: null,
    workNo: null,
  }));
}

function ticket(given: Partial<Ticket> & { readonly id: string }): Ticket {
  return {
    queueId: 'cardiology',
    areaId: 'cardiology-3f',
    businessDate: '2026-11-23',
    session: 'morning',
    number: 1,
    label: given.id,
    patient: { patientId: given.id, maskedName: '张*', surname: '张', sex: 'male', birthYear: 1960 },
    actedBy: null,
    kind: 'appointment',
    appointmentId: given.id,
    practitioner: null,
    slotStart: '2026-11-23T01:00:00.000Z',
    slotEnd: '2026-11-23T01:20:00.000Z',
    lane: 'normal',
    class: null,
    state: 'waiting',
    stage: 'room',
    reports: null,
    checkedInAt: '2026-11-23T00:50:00.000Z',
    returnedAt: null,
    registeredNo: null,
    emergency: null,
    move: null,
    assignedTo: null,
    misses: 0,
    call: null,
    endedAt: null,
    version: 1,
    ...given,
  };
}

const order = (tickets: readonly Ticket[], called: readonly Lane[] = []): string[] =>
  callingOrder({ tickets, calls: past(called), policy, at }).map((placed) => placed.ticket.id);

const inLane = (lane: Lane, ids: readonly string[]): Ticket[] =>
  ids.map((id, index) =>
    ticket({ id, lane, number: index + 1, checkedInAt: `2026-11-23T00:50:${String(index).padStart(2, '0')}.000Z` }),
  );

test('two who came on time, then one of each other lane in turn', () => {
  const tickets = [
    ...inLane('normal', ['n1', 'n2', 'n3', 'n4', 'n5']),
    ...inLane('return', ['r1', 'r2']),
    ...inLane('missed', ['m1']),
    ...inLane('late', ['l1', 'l2']),
  ];
  expect(order(tickets)).toEqual(['n1', 'n2', 'r1', 'm1', 'l1', 'n3', 'n4', 'r2', 'l2', 'n5']);
});

test('an empty lane is passed over', () => {
  const tickets = [...inLane('normal', ['n1', 'n2', 'n3']), ...inLane('late', ['l1'])];
  expect(order(tickets)).toEqual(['n1', 'n2', 'l1', 'n3']);
  expect(order(inLane('missed', ['m1', 'm2']))).toEqual(['m1', 'm2']);
});

test('the turn goes on from where the calls so far have left it', () => {
  const tickets = [...inLane('normal', ['n1', 'n2', 'n3']), ...inLane('return', ['r1', 'r2'])];
  expect(order(tickets, ['normal'])).toEqual(['n1', 'r1', 'n2', 'n3', 'r2']);
  expect(order(tickets, ['normal', 'normal'])).toEqual(['r1', 'n1', 'n2', 'r2', 'n3']);
  expect(order(tickets, ['normal', 'normal', 'return'])).toEqual(['n1', 'n2', 'r1', 'n3', 'r2']);
});

test('on time: by slot, appointments before walk-ins of the slot, then by check-in', () => {
  const later = { slotStart: '2026-11-23T01:20:00.000Z' };
  const tickets = [
    ticket({ id: 'later', ...later, checkedInAt: '2026-11-23T00:30:00.000Z' }),
    ticket({ id: 'walk-in', kind: 'walk-in', checkedInAt: '2026-11-23T00:40:00.000Z' }),
    ticket({ id: 'second', checkedInAt: '2026-11-23T00:55:00.000Z' }),
    ticket({ id: 'first', checkedInAt: '2026-11-23T00:54:00.000Z' }),
    ticket({
      id: 'off the street',
      kind: 'walk-in',
      slotStart: null,
      slotEnd: null,
      checkedInAt: '2026-11-23T01:10:00.000Z',
    }),
  ];
  expect(order(tickets)).toEqual(['first', 'second', 'walk-in', 'off the street', 'later']);
});

const reasonsOf = (tickets: readonly Ticket[], called: readonly Lane[] = []): (readonly [string, string, string])[] =>
  callingOrder({ tickets, calls: past(called), policy, at }).map(({ ticket: { id }, because }) => {
    const { zh, en } = reasonWords(because, (instant) => instant.slice(11, 16));
    return [id, zh, en];
  });

test('the desk reads why somebody stands where he stands', () => {
  const next = { slotStart: '2026-11-23T01:20:00.000Z' };
  const tickets = [
    ...inLane('normal', ['n1', 'n2']),
    ticket({ id: 'w', kind: 'walk-in', checkedInAt: '2026-11-23T00:40:00.000Z' }),
    ticket({ id: 'street', kind: 'walk-in', slotStart: null, checkedInAt: '2026-11-23T01:05:00.000Z' }),
    ticket({ id: 'later', ...next }),
    ticket({ id: 'last', slotStart: '2026-11-23T01:40:00.000Z' }),
    ...inLane('return', ['r1', 'r2']),
    ...inLane('missed', ['m1']),
    ...inLane('late', ['l1']),
  ];
  expect(reasonsOf(tickets, ['normal', 'normal'])).toEqual([
    ['r1', '回诊，轮到了', 'return, in turn now'],
    ['m1', '过号，排在一位之后', 'missed call, placed after one other'],
    ['l1', '迟到，排在两位之后', 'late, placed after two others'],
    ['n1', '预约 01:00，先签到', 'appointment 01:00, checked in first'],
    ['n2', '预约 01:00，签到在 n1 之后', 'appointment 01:00, checked in after n1'],
    ['r2', '回诊，排在五位之后', 'return, placed after five others'],
    ['w', '现场号，排在预约之后', 'walk-in, after appointments'],
    ['street', '现场号，签到在 w 之后', 'walk-in, checked in after w'],
    ['later', '预约 01:20', 'appointment 01:20'],
    ['last', '预约 01:40', 'appointment 01:40'],
  ]);
});

test('an appointment alone in its slot stands before its walk-ins; walk-ins alone stand by their check-in', () => {
  const walkIn = ticket({ id: 'w', kind: 'walk-in' });
  expect(reasonsOf([ticket({ id: 'a' }), walkIn])[0]).toEqual([
    'a',
    '预约 01:00，先于现场号',
    'appointment 01:00, before walk-ins',
  ]);
  expect(reasonsOf([walkIn])).toEqual([['w', '现场号，按签到时间', 'walk-in, by check-in time']]);
  expect(reasonsOf([ticket({ id: 'a' })])).toEqual([['a', '预约 01:00', 'appointment 01:00']]);
});

test('a long way behind is counted in digits', () => {
  const many = inLane('late', ['l0', 'l1', 'l2', 'l3', 'l4', 'l5', 'l6', 'l7', 'l8', 'l9', 'l10', 'l11']);
  expect(reasonsOf(many).at(-1)).toEqual(['l11', '迟到，排在 11 位之后', 'late, placed after 11 others']);
});

const instants = fc
  .integer({ min: 0, max: 600 })
  .map((m) => new Date(Date.parse('2026-11-23T00:00:00Z') + m * 60_000).toISOString());
const anyTickets = fc
  .array(
    fc.record({
      lane: fc.constantFrom(...lanes),
      kind: fc.constantFrom('appointment', 'walk-in'),
      state: fc.constantFrom<TicketState[]>('waiting', 'waiting', 'called', 'missed', 'finished'),
      slotStart: fc.option(instants),
      checkedInAt: instants,
    }),
    { maxLength: 60 },
  )
  .map((given) => given.map((one, index) => ticket({ id: `t${index}`, number: index + 1, ...one })));
const anyPast = fc.array(fc.constantFrom(...lanes), { maxLength: 40 });
const anyInterleave = fc.record({
  normal: fc.integer({ min: 1, max: 5 }),
  return: fc.integer({ min: 1, max: 5 }),
  missed: fc.integer({ min: 1, max: 5 }),
  late: fc.integer({ min: 1, max: 5 }),
});

test('every waiting ticket is in the order exactly once, and no other', () => {
  fc.assert(
    fc.property(anyTickets, anyPast, anyInterleave, (tickets, called, turns) => {
      const ordered = callingOrder({ tickets, calls: past(called), policy: withTurns(turns), at }).map(
        ({ ticket: { id } }) => id,
      );
      const waiting = tickets.filter(({ state }) => state === 'waiting').map(({ id }) => id);
      expect(ordered.toSorted()).toEqual(waiting.toSorted());
    }),
  );
});

test('the order is the same however the tickets are handed in', () => {
  fc.assert(
    fc.property(anyTickets, anyPast, (tickets, called) => {
      expect(order(tickets.toReversed(), called)).toEqual(order(tickets, called));
    }),
  );
});

test('two alike in lane, kind and slot are called in the order of their check-ins, whatever else stands there', () => {
  fc.assert(
    fc.property(anyTickets, anyPast, (tickets, called) => {
      const ordered = callingOrder({ tickets, calls: past(called), policy, at }).map((placed) => placed.ticket);
      for (const [index, one] of ordered.entries()) {
        for (const other of ordered.slice(index + 1)) {
          const alike = one.lane === other.lane && one.kind === other.kind && one.slotStart === other.slotStart;
          if (alike) expect(one.checkedInAt <= other.checkedInAt).toBe(true);
        }
      }
    }),
  );
});

test('calling the first again and again gives the order that was shown', () => {
  fc.assert(
    fc.property(anyTickets, anyPast, (tickets, called) => {
      const shown = order(tickets, called);
      const left = [...tickets];
      const lanesCalled = [...called];
      const taken: string[] = [];
      for (;;) {
        const [first] = callingOrder({ tickets: left, calls: past(lanesCalled), policy, at });
        if (first === undefined) break;
        taken.push(first.ticket.id);
        lanesCalled.push(first.ticket.lane);
        left.splice(left.indexOf(first.ticket), 1);
      }
      expect(taken).toEqual(shown);
    }),
  );
});

test('no lane starves: among as many calls as a whole turn has, each lane that waits is called', () => {
  fc.assert(
    fc.property(anyTickets, anyPast, anyInterleave, (tickets, called, turns) => {
      const ordered = callingOrder({ tickets, calls: past(called), policy: withTurns(turns), at }).map(
        (placed) => placed.ticket.lane,
      );
      const turn = lanes.reduce((sum, lane) => sum + turns[lane], 0);
      for (const lane of new Set(ordered)) expect(ordered.indexOf(lane)).toBeLessThan(turn);
    }),
  );
});

test('a desk with two queues takes whoever is due first, and everybody once', () => {
  const early = ticket({ id: 'early', slotStart: '2026-11-23T00:40:00.000Z' });
  const [one, other] = [inLane('normal', ['a1', 'a2']), [early, ...inLane('late', ['b1'])]];
  const queues = [one, other].map((tickets, index) => ({
    queueId: `q${index}`,
    order: callingOrder({ tickets, calls: [], policy, at }),
    weight: 1,
  }));
  const merged = mergedOrder(queues, { rule: 'due-first' });
  expect(merged.map((placed) => placed.ticket.id)).toEqual(['early', 'a1', 'b1', 'a2']);
  expect(merged[2]?.because).toEqual({ rule: 'lane', lane: 'late', ahead: 2 });
});
