import { describe, expect, test } from 'vitest';
import { desk, serving, triage, waiting } from './invented-view.ts';
import { isCalledElsewhere, nextTicketOf, rowsOf, stepFrom, ticketIn } from './rows.ts';

const rows = rowsOf(desk({}));

describe('the arrows', () => {
  test('go from who waits to who is on hold, at tests and missed, as the page lists them', () => {
    expect(rows.map(({ ticket }) => ticket.label).join(' ')).toBe('A015 A004 A016 A018 A019 A010 A007 A003 A006');
  });

  test('begin at the top going down and at the bottom going up, and go round', () => {
    expect(stepFrom(rows, { from: undefined, to: 'down' })).toBe('t15');
    expect(stepFrom(rows, { from: undefined, to: 'up' })).toBe('t6');
    expect(stepFrom(rows, { from: 't6', to: 'down' })).toBe('t15');
    expect(stepFrom(rows, { from: 't15', to: 'up' })).toBe('t6');
    expect(stepFrom([], { from: undefined, to: 'down' })).toBeUndefined();
  });

  test('stay in the queue that is looked at', () => {
    expect(rowsOf(triage({}), 'ecg').map(({ ticket }) => ticket.label)).toEqual(['A019']);
  });
});

describe('the next patient', () => {
  test('is the first whom this desk may call', () => {
    const [first, ...others] = waiting;
    const kept = first === undefined ? [] : [{ ...first, mayCallNext: false }];
    expect(nextTicketOf(desk({ waiting: [...kept, ...others] }))?.label).toBe('A004');
  });

  test('is nobody where another system calls', () => {
    const [queue] = desk({}).queueList;
    if (queue === undefined) throw new Error('a desk has a queue');
    const view = desk({ queueList: [{ ...queue, mirrored: true }] });
    expect(nextTicketOf(view)).toBeUndefined();
    expect([isCalledElsewhere(view), isCalledElsewhere(desk({}))]).toEqual([true, false]);
  });

  test('is called from the door before anybody from the hall', () => {
    expect(nextTicketOf(desk({ roomWaiting: [serving(4, {})] }))?.label).toBe('A004');
  });
});

test('a ticket is found wherever it stands', () => {
  for (const id of ['t12', 't15', 't10', 't7', 't3']) expect(ticketIn(desk({}), id)?.ticketId).toBe(id);
  expect(ticketIn(desk({}), 't99')).toBeUndefined();
});
