import type { PlayDayWish, PlayedPolicy } from '@lobby/hub/contract';
import { Simulations } from '@lobby/hub/queue/simulation/simulations.ts';
import { expect, onTestFinished, test } from 'vitest';
import { openQueueFloor } from '../support/queue-floor.ts';
import { demoSite } from '../support/test-hub.ts';

/** The days that operators of a hub play, on a morning on which nobody has come. */
async function simulations(patience?: number): Promise<Simulations> {
  const floor = await openQueueFloor(demoSite(), { at: '2026-11-23T01:00:00.000Z' });
  onTestFinished(() => floor.close());
  const { plan, lines, tables } = floor;
  return new Simulations({ plan, lines, database: tables, ...(patience !== undefined && { patience }) });
}

const preset: PlayedPolicy = { from: 'preset', preset: 'two-one-one' };

function wish(
  other: PlayedPolicy,
  day: PlayDayWish['day'] = { from: 'example', example: 'busy-morning' },
): PlayDayWish {
  return { policies: [preset, other], day, seed: 1 };
}

test('an operator sees the rules of a queue and rules of their own on one day; the second who asks meanwhile waits', async () => {
  const played = await simulations();
  const [queue] = played.choices().queues;
  const text = 'preset: elders-and-veterans\nfairness: { mostOvertakes: 3 }';
  const first = played.play(wish({ from: 'text', text }));
  expect(await played.play(wish(preset))).toEqual({ ok: false, reason: 'play-busy' });
  const answer = await first;
  if (!answer.ok) throw new Error(answer.reason);
  const [one, other] = answer.played;
  expect([one?.total.patients, other?.total.patients]).toEqual([106, 106]);
  expect(other?.total.overtakes).toMatchObject({ bound: 3 });
  expect(answer.classNames['elder-80']).toEqual({ zh: '80 岁以上', en: 'aged 80 and over' });
  expect(await played.play(wish({ from: 'queue', queueId: queue?.id ?? '' }))).toMatchObject({ ok: true });
});

test('rules that are not right are answered with which of the two and a sentence; what is not known is not found', async () => {
  const played = await simulations();
  const answered = (text: string) => played.play(wish({ from: 'text', text }));
  const sentence = 'interleave.normal: is 0: the normal lane would never have a turn; write 1 or more';
  expect(await answered('interleave: { normal: 0 }')).toEqual({
    ok: false,
    reason: 'policy-wrong',
    policy: 1,
    sentence,
  });
  expect(await answered('a: [')).toMatchObject({ reason: 'policy-wrong', sentence: expect.stringContaining('line 1') });
  expect(await played.play(wish({ from: 'queue', queueId: 'none' }))).toEqual({ ok: false, reason: 'not-found' });
  expect(await played.play(wish({ from: 'preset', preset: 'none' }))).toEqual({ ok: false, reason: 'not-found' });
  const unknown = wish(preset, { from: 'example', example: '../sites/demo/site' });
  expect(await played.play(unknown)).toEqual({ ok: false, reason: 'not-found' });
  expect(await played.play(wish(preset, { from: 'today' }))).toEqual({ ok: false, reason: 'nobody-came-today' });
});

test('a day that takes too long is given up, and the next one can be played', async () => {
  const played = await simulations(1);
  const long = wish(preset, { from: 'example', example: 'forty-clinics' });
  expect(await played.play(long)).toEqual({ ok: false, reason: 'play-too-long' });
  expect(await played.play(long)).toEqual({ ok: false, reason: 'play-too-long' });
});
