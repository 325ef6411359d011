import { expect, test } from 'vitest';
import { ReconnectingStream, type Dial } from './reconnecting.ts';
import { TestTimers } from './test-timers.ts';

/** A line that a test opens and tears. */
function lineThat({ fails }: { fails: number }) {
  const tears: (() => void)[] = [];
  let tries = 0;
  const dial: Dial = (listener) => {
    tries += 1;
    if (tries <= fails) return Promise.reject(new Error('nothing there'));
    tears.push(() => listener.onDown('torn'));
    listener.onBytes(Uint8Array.of(1));
    return Promise.resolve({ write: () => Promise.resolve(), close: () => Promise.resolve() });
  };
  return { dial, tear: () => tears.pop()?.() };
}

function untilState(stream: ReconnectingStream, open: boolean): Promise<void> {
  return new Promise((resolve) => {
    if (stream.state.open === open) return resolve();
    const unlisten = stream.onState((state) => {
      if (state.open !== open) return;
      unlisten();
      resolve();
    });
  });
}

const backOff = { first: 100, most: 1000, goodAfter: 10_000 };

test('the pauses between two tries double up to the longest one', async () => {
  const timers = new TestTimers();
  const stream = new ReconnectingStream({ address: 'test', dial: lineThat({ fails: 6 }).dial, timers, backOff });
  await untilState(stream, true);
  expect(timers.rests).toEqual([100, 200, 400, 800, 1000, 1000]);
  await stream.close();
});

test('after a line that spoke the pauses start again', async () => {
  const timers = new TestTimers();
  const line = lineThat({ fails: 3 });
  const stream = new ReconnectingStream({ address: 'test', dial: line.dial, timers, backOff });
  await untilState(stream, true);
  line.tear();
  await untilState(stream, false);
  await untilState(stream, true);
  expect(timers.rests).toEqual([100, 200, 400, 100]);
  await stream.close();
});

test('the reason of a failure is told once, not at each try', async () => {
  const stream = new ReconnectingStream({
    address: 'test',
    dial: lineThat({ fails: 4 }).dial,
    timers: new TestTimers(),
    backOff,
  });
  const told: string[] = [];
  stream.onState((state) => told.push(state.open ? 'open' : state.why));
  await untilState(stream, true);
  expect(told).toEqual(['nothing there', 'open']);
  await stream.close();
});
