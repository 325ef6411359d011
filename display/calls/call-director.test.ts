import type { Board, BoardCall } from '@lobby/hub/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { CallDirector } from './call-director.ts';
import type { CallSequence } from './call-sequence.ts';
import type { Loudspeaker } from './loudspeaker.ts';

/** Milliseconds for which each of these calls has the screen. */
const minimumTurn = 8_000;

/** Stands where the browser's audio would: every sound lasts until the test lets it end. */
class StandInLoudspeaker implements Loudspeaker {
  readonly heard: string[] = [];
  readonly prepared: string[] = [];
  #ends: (() => void)[] = [];

  prepare(path: string): void {
    this.prepared.push(path);
  }

  chime(): Promise<void> {
    return this.#sound('chime');
  }

  speak(path: string): Promise<void> {
    return this.#sound(path);
  }

  stop(): void {
    this.#ends.shift()?.();
  }

  get sounding(): number {
    return this.#ends.length;
  }

  /** Lets what sounds end, and waits until the next thing could have begun. */
  async end(times = 1): Promise<void> {
    for (let count = 0; count < times; count++) {
      this.#ends.shift()?.();
      await settled();
    }
  }

  #sound(what: string): Promise<void> {
    this.heard.push(what);
    return new Promise((resolve) => this.#ends.push(resolve));
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function call(number: number, more: Partial<BoardCall> = {}): BoardCall {
  return {
    callId: `c${number}`,
    ticketId: `t${number}`,
    queueId: 'cardiology',
    label: `A${String(number).padStart(3, '0')}`,
    seconds: 8,
    who: '王*立',
    room: { id: 'card-1', name: { zh: '1 诊室', en: 'Room 1' } },
    calledAt: new Date(Date.parse('2026-11-23T00:57:00.000Z') + number * 100).toISOString(),
    times: 1,
    speech: [`/zh/${number}`, `/en/${number}`],
    ...more,
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
    at: '2026-11-23T00:57:10.000Z',
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

describe('a screen with a loudspeaker', () => {
  let loudspeaker: StandInLoudspeaker;
  let director: CallDirector;
  let now: number;
  let due: { at: number; then: () => void } | undefined;
  let sequence: CallSequence | undefined;
  const onScreen = (): string[] => sequence?.showing?.shown.map(({ turn }) => turn.call.label) ?? [];
  const pass = async (milliseconds: number): Promise<void> => {
    now += milliseconds;
    if (due !== undefined && due.at <= now) due.then();
    await settled();
  };

  beforeEach(() => {
    loudspeaker = new StandInLoudspeaker();
    now = 0;
    due = undefined;
    sequence = undefined;
    director = new CallDirector({
      loudspeaker,
      now: () => now,
      after: (milliseconds, then) => {
        const mine = { at: now + milliseconds, then };
        due = mine;
        return () => void (due = due === mine ? undefined : due);
      },
      changed: (changed) => void (sequence = changed),
    });
    director.take(board());
  });

  test('chimes, then says a call twice in each language', async () => {
    director.take(board(call(1)));
    await loudspeaker.end(5);
    expect(loudspeaker.heard).toEqual(['chime', '/zh/1', '/en/1', '/zh/1', '/en/1']);
    expect(loudspeaker.sounding).toBe(0);
  });

  test('shows a call before it sounds, and fetches its clips meanwhile', () => {
    director.take(board(call(1)));
    expect(onScreen()).toEqual(['A001']);
    expect(loudspeaker.prepared).toEqual(['/zh/1', '/en/1']);
  });

  test('never lets two calls sound at once', async () => {
    director.take(board(call(2), call(1)));
    for (let sounds = 0; sounds < 10; sounds++) {
      expect(loudspeaker.sounding).toBeLessThanOrEqual(1);
      await pass(minimumTurn);
      await loudspeaker.end();
    }
    expect(loudspeaker.heard.filter((what) => what !== 'chime').join()).toBe(
      '/zh/1,/en/1,/zh/1,/en/1,/zh/2,/en/2,/zh/2,/en/2',
    );
  });

  test('goes on to the next call by the clock when the browser is mute', async () => {
    director.take(board(call(2), call(1)));
    await loudspeaker.end(5);
    expect(onScreen()).toEqual(['A001']);
    await pass(minimumTurn);
    expect(onScreen()).toEqual(['A002']);
  });

  test('falls silent when a call is taken back', async () => {
    director.take(board(call(1)));
    await loudspeaker.end();
    director.take(board());
    await settled();
    expect(onScreen()).toEqual([]);
    expect(loudspeaker.heard).toEqual(['chime', '/zh/1']);
    expect(loudspeaker.sounding).toBe(0);
  });

  test('speaks the next call when the one being spoken is taken back', async () => {
    director.take(board(call(2), call(1)));
    await loudspeaker.end();
    director.take(board(call(2)));
    await settled();
    expect(onScreen()).toEqual(['A002']);
    expect(loudspeaker.heard).toEqual(['chime', '/zh/1', 'chime']);
  });

  test('withdraws a call that is undone before any new board comes', async () => {
    director.take(board(call(2), call(1)));
    await loudspeaker.end();
    director.withdraw('c1');
    await settled();
    expect(onScreen()).toEqual(['A002']);
    expect(loudspeaker.heard).toEqual(['chime', '/zh/1', 'chime']);
  });

  test('stays usable with 500 calls in a minute at 20 rooms: every last call is seen, and it is quiet soon after', async () => {
    const standing = new Map<number, BoardCall>();
    let mostShown = 0;
    for (let number = 1; number <= 500; number++) {
      standing.delete(number % 20);
      standing.set(number % 20, call(number, { ticketSpeech: [`/ticket/${number}`] }));
      director.take(board(...[...standing.values()].toReversed()));
      mostShown = Math.max(mostShown, onScreen().length);
      if (number % 25 === 0) await loudspeaker.end();
      await pass(120);
    }
    const last = Array.from({ length: 20 }, (_, index) => `A${481 + index}`);
    expect(onScreen()).toEqual(last);
    expect(mostShown).toBeLessThanOrEqual(24);
    const before = loudspeaker.heard.length;
    await loudspeaker.end(30);
    expect(loudspeaker.heard.length - before).toBeLessThanOrEqual(12);
    expect(loudspeaker.heard.at(-1)).toBe('/ticket/500');
    expect(new Set(loudspeaker.heard.filter((what) => what !== 'chime')).size).toBe(
      loudspeaker.heard.filter((what) => what !== 'chime').length,
    );
    await pass(minimumTurn);
    expect(onScreen()).toEqual([]);
  });

  test('opens a crowd with one chime and says each ticket once', async () => {
    const crowd = [6, 5, 4, 3, 2, 1].map((number) => call(number, { ticketSpeech: [`/ticket/${number}`] }));
    director.take(board(...crowd));
    await loudspeaker.end(8);
    expect(loudspeaker.heard).toEqual(['chime', ...[1, 2, 3, 4, 5, 6].map((number) => `/ticket/${number}`)]);
    expect(onScreen()).toHaveLength(6);
    await pass(minimumTurn);
    expect(onScreen()).toEqual([]);
  });

  test('says the call in its first language when the hub has no clip of the ticket', async () => {
    director.take(board(...[6, 5, 4, 3, 2, 1].map((number) => call(number))));
    await loudspeaker.end(3);
    expect(loudspeaker.heard.slice(0, 3)).toEqual(['chime', '/zh/1', '/zh/2']);
  });

  test('does nothing more once it is stopped', async () => {
    director.take(board(call(1)));
    director.stop();
    director.take(board(call(2), call(1)));
    await settled();
    expect(loudspeaker.heard).toEqual(['chime']);
    expect(due).toBeUndefined();
  });
});
