import type { Board } from '@lobby/hub/contract';
import { describe, expect, test } from 'vitest';
import { Acknowledger } from './acknowledger.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function boardWith(...calls: readonly { callId: string; times: number }[]): Board {
  const room = { id: 'card-3', name: { zh: '3 诊室', en: 'Room 3' } };
  return {
    kind: 'area',
    areaId: 'cardiology-3f',
    hospital: { zh: '绍城医院', en: 'Shaocheng Hospital' },
    area: { zh: '心内科候诊区', en: 'Cardiology waiting area' },
    level: 3,
    sequence: 1,
    at: '2026-11-23T00:57:10.000Z',
    calls: calls.map((call) => ({
      ...call,
      ticketId: `ticket-of-${call.callId}`,
      queueId: 'cardiology',
      label: 'A012',
      seconds: 8,
      who: '',
      room,
      calledAt: '2026-11-23T00:57:00.000Z',
      speech: [],
    })),
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

function screen(answers: ('told' | 'refused' | 'later')[] = []) {
  const told: string[] = [];
  const waits: number[] = [];
  const painting: (() => void)[] = [];
  const due: (() => void)[] = [];
  const acknowledger = new Acknowledger({
    tell: (callId) => {
      told.push(callId);
      return Promise.resolve(answers.shift() ?? 'told');
    },
    painted: (then) => void painting.push(then),
    after: (milliseconds, then) => {
      waits.push(milliseconds);
      due.push(then);
      return () => void due.splice(due.indexOf(then), 1);
    },
  });
  const paint = async (): Promise<void> => {
    painting.splice(0).forEach((then) => then());
    await settled();
  };
  const wait = async (): Promise<void> => {
    due.splice(0).forEach((then) => then());
    await settled();
  };
  return { acknowledger, told, waits, paint, wait, due };
}

describe('a screen that shows a call', () => {
  test('says so only when the picture has been painted', async () => {
    const { acknowledger, told, paint } = screen();
    acknowledger.take(boardWith({ callId: 'c1', times: 1 }));
    expect(told).toEqual([]);
    await paint();
    expect(told).toEqual(['c1']);
  });

  test('says it once, however often the board comes', async () => {
    const { acknowledger, told, paint } = screen();
    acknowledger.take(boardWith({ callId: 'c1', times: 1 }));
    acknowledger.take(boardWith({ callId: 'c2', times: 1 }, { callId: 'c1', times: 1 }));
    await paint();
    expect(told).toEqual(['c1', 'c2']);
  });

  test('says it again for a recall', async () => {
    const { acknowledger, told, paint } = screen();
    acknowledger.take(boardWith({ callId: 'c1', times: 1 }));
    acknowledger.take(boardWith({ callId: 'c1', times: 2 }));
    await paint();
    expect(told).toEqual(['c1', 'c1']);
  });

  test('tries until the hub has heard it, at most every 10 s', async () => {
    const { acknowledger, told, waits, paint, wait } = screen(['later', 'later', 'later', 'later', 'later', 'told']);
    acknowledger.take(boardWith({ callId: 'c1', times: 1 }));
    await paint();
    for (let tries = 0; tries < 6; tries++) await wait();
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 10_000]);
    expect(told).toHaveLength(6);
  });

  test('does not insist where the hub refuses', async () => {
    const { acknowledger, waits, paint } = screen(['refused']);
    acknowledger.take(boardWith({ callId: 'c1', times: 1 }));
    await paint();
    expect(waits).toEqual([]);
  });

  test('forgets what it had to say when it is switched off', async () => {
    const { acknowledger, due, paint } = screen(['later']);
    acknowledger.take(boardWith({ callId: 'c1', times: 1 }));
    await paint();
    acknowledger.stop();
    expect(due).toEqual([]);
  });
});
