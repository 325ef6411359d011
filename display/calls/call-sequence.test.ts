import type { Board, BoardCall } from '@lobby/hub/contract';
import { boardCallsAtMost } from '@lobby/hub/contract/board-limits.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  advance,
  callSpoken,
  emptySequence,
  hasTurn,
  nextLook,
  nextToSpeak,
  takeBoard,
  turnsOf,
  withdrawCall,
  type CallSequence,
} from './call-sequence.ts';
import { stageOf } from './stage.ts';

/** Milliseconds for which each of these calls has the screen. */
const minimumTurn = 8_000;
const morning = Date.parse('2026-11-23T00:57:00.000Z');

function call(number: number, times = 1): BoardCall {
  const label = `A${String(number).padStart(3, '0')}`;
  return {
    callId: `call-${number}`,
    ticketId: `ticket-${number}`,
    queueId: 'cardiology',
    label,
    who: '张*明',
    seconds: 8,
    room: { id: 'card-3', name: { zh: '3 诊室', en: 'Room 3' } },
    calledAt: new Date(morning + number * 1000 + times).toISOString(),
    times,
    speech: [`/api/speech/call-${number}/zh`],
  };
}

function board(...calls: BoardCall[]): Board {
  return {
    kind: 'area',
    areaId: 'cardiology-3f',
    hospital: { zh: '绍城医院', en: 'Shaocheng Hospital' },
    area: { zh: '心内科候诊区', en: 'Cardiology waiting area' },
    level: 3,
    sequence: 1,
    at: new Date(morning + 30_000).toISOString(),
    calls,
    rooms: [],
    waiting: [],
    waitingCount: 0,
    missed: [],
    clinics: [],
    doctorsOff: [],
    notices: [],
    settings: 'v1',
  };
}

/** A screen that has been on since before the first call. */
const quiet = takeBoard(emptySequence, board(), 0);
const onScreen = (sequence: CallSequence): string[] => sequence.showing?.shown.map(({ turn }) => turn.call.label) ?? [];
const spoken = (sequence: CallSequence, now: number): CallSequence => {
  const next = nextToSpeak(sequence);
  return next === undefined ? sequence : spoken(callSpoken(sequence, next.turn.key, now), now);
};

describe('a call on a quiet screen', () => {
  test('has the screen at once', () => {
    const sequence = takeBoard(quiet, board(call(12)), 1000);
    expect(onScreen(sequence)).toEqual(['A012']);
    expect(nextToSpeak(sequence)).toMatchObject({ brief: false, turn: { call: { label: 'A012' } } });
    expect(nextLook(sequence)).toBe(1000 + minimumTurn);
  });

  test('stays large after its turn, until its patient is there', () => {
    const called = board(call(12));
    const over = advance(spoken(takeBoard(quiet, called, 0), 5000), minimumTurn);
    expect(over.showing).toBeUndefined();
    expect(stageOf(over, called)).toMatchObject({ kind: 'one', calls: [{ label: 'A012' }] });
    expect(stageOf(takeBoard(over, board(), 9000), board())).toMatchObject({ kind: 'quiet' });
  });

  test('is not announced again when the same board comes again', () => {
    const over = advance(spoken(takeBoard(quiet, board(call(12)), 0), 0), minimumTurn);
    expect(takeBoard(over, board(call(12)), 20_000).showing).toBeUndefined();
  });
});

describe('calls that come together', () => {
  const two = takeBoard(takeBoard(quiet, board(call(1)), 0), board(call(2), call(1)), 1000);

  test('line up: the second does not overwrite the first', () => {
    expect(onScreen(two)).toEqual(['A001']);
    expect(two.waiting.map((turn) => turn.call.label)).toEqual(['A002']);
  });

  test('are both listed at once', () => {
    const stage = stageOf(two, board(call(2), call(1)));
    expect([...stage.calls, ...stage.others].map(({ label }) => label)).toEqual(['A001', 'A002']);
  });

  test('change only when the first has had its time and has been spoken', () => {
    expect(onScreen(advance(two, minimumTurn))).toEqual(['A001']);
    expect(onScreen(advance(spoken(two, 3000), minimumTurn - 1))).toEqual(['A001']);
    expect(onScreen(advance(spoken(two, 3000), minimumTurn))).toEqual(['A002']);
    expect(onScreen(spoken(two, minimumTurn + 4000))).toEqual(['A002']);
  });

  test('made in one moment have their turns in the order in which they were made', () => {
    const three = takeBoard(quiet, board(call(3), call(2), call(1)), 0);
    expect([...onScreen(three), ...three.waiting.map((turn) => turn.call.label)]).toEqual(['A001', 'A002', 'A003']);
  });
});

describe('a call that is taken back, missed or finished', () => {
  test('leaves the screen, and the next one has it', () => {
    const both = takeBoard(quiet, board(call(2), call(1)), 0);
    const sequence = takeBoard(both, board(call(2)), 1000);
    expect(onScreen(sequence)).toEqual(['A002']);
    expect(hasTurn(sequence, 'call-1#1')).toBe(false);
  });

  test('never has the turn it waited for', () => {
    const both = takeBoard(quiet, board(call(2), call(1)), 0);
    const sequence = takeBoard(both, board(call(1)), 1000);
    expect(sequence.waiting).toEqual([]);
  });
});

describe('a call that is undone', () => {
  const both = takeBoard(quiet, board(call(2), call(1)), 0);

  test('leaves the screen at once, before any new board, and the next one has it', () => {
    const sequence = withdrawCall(both, 'call-1', 500);
    expect(onScreen(sequence)).toEqual(['A002']);
    expect(nextToSpeak(sequence)?.turn.key).toBe('call-2#1');
  });

  test('is not there when it would have had its turn', () => {
    expect(turnsOf(withdrawCall(both, 'call-2', 500)).map(({ key }) => key)).toEqual(['call-1#1']);
  });
});

describe('a recall', () => {
  test('is a new turn', () => {
    const over = advance(spoken(takeBoard(quiet, board(call(12)), 0), 0), minimumTurn);
    const again = takeBoard(over, board(call(12, 2)), 60_000);
    expect(onScreen(again)).toEqual(['A012']);
    expect(nextToSpeak(again)?.turn.key).toBe('call-12#2');
  });

  test('that comes during the first turn waits for its own', () => {
    const sequence = takeBoard(takeBoard(quiet, board(call(12)), 0), board(call(12, 2)), 2000);
    expect(sequence.waiting).toHaveLength(1);
    expect(onScreen(sequence)).toEqual(['A012']);
  });
});

describe('a crowd of calls', () => {
  const six = board(...[6, 5, 4, 3, 2, 1].map((number) => call(number)));
  const five = board(...[5, 4, 3, 2, 1].map((number) => call(number)));

  test('above five fills a grid with all of them', () => {
    expect(takeBoard(quiet, five, 0).showing?.kind).toBe('one');
    const sequence = takeBoard(quiet, six, 0);
    expect(sequence.showing?.kind).toBe('crowd');
    expect(stageOf(sequence, six).calls).toHaveLength(6);
  });

  test('is spoken by ticket alone', () => {
    expect(nextToSpeak(takeBoard(quiet, six, 0))?.brief).toBe(true);
  });

  test('takes in the call that had the screen and those that come later', () => {
    const one = takeBoard(quiet, board(call(1)), 0);
    const seven = [7, 6, 5, 4, 3, 2, 1].map((number) => call(number));
    const many = takeBoard(one, board(...seven), 1000);
    expect(onScreen(many)).toEqual(['A001', 'A002', 'A003', 'A004', 'A005', 'A006', 'A007']);
    const later = takeBoard(many, board(call(8), ...seven), 5000);
    expect(onScreen(later)).toHaveLength(8);
    expect(advance(spoken(later, 6000), 5000 + minimumTurn - 1).showing).toBeDefined();
    expect(advance(spoken(later, 6000), 5000 + minimumTurn).showing).toBeUndefined();
  });

  test('keeps a call that a full board no longer has room for', () => {
    const first = takeBoard(quiet, board(call(1)), 0);
    const full = Array.from({ length: boardCallsAtMost }, (_, index) => call(boardCallsAtMost + 1 - index));
    expect(turnsOf(takeBoard(first, board(...full.slice(0, -1)), 1000)).map(({ key }) => key)).not.toContain(
      'call-1#1',
    );
    expect(stageOf(takeBoard(first, board(...full), 1000), board(...full)).calls).toHaveLength(boardCallsAtMost);
  });
});

describe('a screen that has just been switched on', () => {
  test('announces the calls of the last minute and only lists older ones', () => {
    const old = { ...call(1), calledAt: new Date(morning - 300_000).toISOString() };
    const sequence = takeBoard(emptySequence, board(call(2), old), 0);
    expect(onScreen(sequence)).toEqual(['A002']);
    expect(sequence.waiting).toEqual([]);
  });

  test('announces a call that was made while it had lost the hub, however long that took', () => {
    const missed = { ...call(1), calledAt: new Date(morning - 300_000).toISOString() };
    expect(onScreen(takeBoard(quiet, board(missed), 400_000))).toEqual(['A001']);
  });
});

test('however calls come and go, each that stands gets its turn and none lasts without end', () => {
  const steps = fc.array(fc.record({ add: fc.boolean(), pick: fc.nat(7), wait: fc.nat(12_000) }), { maxLength: 40 });
  fc.assert(
    fc.property(steps, (all) => {
      let calls: BoardCall[] = [];
      let sequence = quiet;
      let now = 0;
      const hadTurn = new Set<string>();
      const note = (next: CallSequence): void => {
        sequence = next;
        for (const { turn } of next.showing?.shown ?? []) hadTurn.add(turn.key);
      };
      all.forEach(({ add, pick, wait }, number) => {
        calls = add ? [call(number), ...calls].slice(0, boardCallsAtMost) : calls.filter((_, index) => index !== pick);
        now += wait;
        note(takeBoard(sequence, board(...calls), now));
        note(spoken(sequence, now));
      });
      for (let turns = 0; turns <= all.length; turns++) note(spoken(advance(sequence, (now += minimumTurn)), now));
      expect(advance(sequence, now + minimumTurn).showing).toBeUndefined();
      for (const standing of calls) expect(hadTurn).toContain(`${standing.callId}#1`);
    }),
  );
});
