import { expect, test } from 'vitest';
import { behaveAs, followScript, type Fate } from './manner.ts';
import { checkScript, type HospitalScript } from './script.ts';

function scriptOf(content: unknown): HospitalScript {
  const checked = checkScript(content);
  if (!checked.ok) throw new Error(checked.problems.join('\n'));
  return checked.script;
}

function fates(content: unknown, operation: Parameters<ReturnType<typeof behaveAs>['fateOf']>[0], count = 400): Fate[] {
  const behaving = followScript(scriptOf(content), 0);
  return Array.from({ length: count }, () => behaving.fateOf(operation, 1_000));
}

test('a script names what is wrong with it, each in a sentence with the key', () => {
  const checked = checkScript({
    seed: 1,
    operations: { '*': { errors: 1.5 } },
    outages: [{ forSeconds: -1 }],
  });
  expect(checked.ok ? [] : checked.problems).toEqual([
    'operations.*.errors must be a share from 0 to 1, such as 0.05.',
    'outages.0.forSeconds must be a number of seconds from 0 to 3600.',
  ]);
  const write = checkScript({ operations: { 'patient.find': { timeoutsAfterCommit: 0.1 } } });
  expect(write.ok ? [] : write.problems).toEqual([
    'operations.patient.find.timeoutsAfterCommit: only a write can be done without an answer; this one reads.',
  ]);
});

test.each([
  [{ operations: { 'patient.fnid': {} } }, /^operations knows no "patient\.fnid"; it may have \*, directory\.list, /],
  [{ operations: { '*': { latency: 8 } } }, /^operations\.\* knows no "latency"; it may have latencySeconds, errors, /],
  [{ operations: { '*': 5 } }, /^operations\.\* must be settings of an operation: latencySeconds, /],
  [
    { operations: { '*': { latencySeconds: 'slow' } } },
    /^operations\.\*\.latencySeconds must be .*\{ median, p95 \}\.$/,
  ],
  [{ operations: { '*': { latencySeconds: { from: 3, to: 1 } } } }, /latencySeconds: from must not be above to\.$/],
  [{ outages: [{ operations: ['nothing'] }] }, /^outages\.0\.operations\.0 must be an operation: \*, /],
  [{ outages: [{ answers: 'late' }] }, /^outages\.0\.answers must be refuses or nothing\.$/],
  [{ outages: {} }, /^outages must be a list of outages, /],
  [null, /^the script must be settings: seed, operations, outages or silenceSeconds\.$/],
])('a script that is not right is answered with what is allowed: %j', (content, sentence) => {
  const checked = checkScript(content);
  expect(checked.ok ? [] : checked.problems).toEqual([expect.stringMatching(sentence)]);
});

test('the same seed brings the same troubles', () => {
  const script = { seed: 7, operations: { '*': { errors: 0.3, latencySeconds: { from: 1, to: 9 } } } };
  expect(fates(script, 'patient.find')).toEqual(fates(script, 'patient.find'));
  expect(fates({ ...script, seed: 8 }, 'patient.find')).not.toEqual(fates(script, 'patient.find'));
});

test('one call in twenty fails, and one write in ten is done without an answer', () => {
  const script = { operations: { '*': { errors: 0.05, timeoutsAfterCommit: 0.1 } } };
  const writes = fates(script, 'appointment.checkIn', 4_000).map(({ outcome }) => outcome);
  const share = (outcome: string): number => writes.filter((one) => one === outcome).length / writes.length;
  expect(share('refused')).toBeCloseTo(0.05, 1);
  expect(share('reply-lost')).toBeCloseTo(0.1, 1);
  expect(fates(script, 'patient.find').some(({ outcome }) => outcome === 'reply-lost')).toBe(false);
});

test('an operation is as the star says, but for what it says itself', () => {
  const script = { operations: { '*': { latencySeconds: 8 }, 'appointment.checkIn': { errors: 1 } } };
  expect(fates(script, 'appointment.checkIn', 1)).toEqual([
    { delay: 8_000, outcome: 'refused', silence: 60_000, age: 0 },
  ]);
  expect(fates(script, 'patient.find', 1)[0]?.outcome).toBe('answered');
});

test('a latency with a long tail has its median and its 95th percentile', () => {
  const script = { operations: { '*': { latencySeconds: { median: 2, p95: 8 } } } };
  const delays = fates(script, 'patient.find', 4_000)
    .map(({ delay }) => delay)
    .sort((one, other) => one - other);
  expect((delays[2_000] ?? 0) / 1_000).toBeCloseTo(2, 0);
  expect((delays[3_800] ?? 0) / 8_000).toBeGreaterThan(0.8);
  expect((delays[3_800] ?? 0) / 8_000).toBeLessThan(1.25);
});

test('an outage begins and ends, for its operations alone; without an end it lasts', () => {
  const behaving = followScript(
    scriptOf({
      outages: [
        { fromSeconds: 60, forSeconds: 600, operations: ['appointment.checkIn'] },
        { fromSeconds: 1_000, answers: 'nothing' },
      ],
    }),
    0,
  );
  const at = (operation: 'appointment.checkIn' | 'patient.find', second: number): string =>
    behaving.fateOf(operation, second * 1_000).outcome;
  expect([at('appointment.checkIn', 59), at('appointment.checkIn', 60), at('appointment.checkIn', 660)]).toEqual([
    'answered',
    'refused',
    'answered',
  ]);
  expect([at('patient.find', 100), at('patient.find', 1_000), at('patient.find', 3_000)]).toEqual([
    'answered',
    'no-answer',
    'no-answer',
  ]);
});

test('a hospital that loses replies still answers questions', () => {
  const lost = behaveAs({ answers: 'loses-replies', delayMilliseconds: 0 });
  expect(lost.fateOf('appointment.checkIn', 0).outcome).toBe('reply-lost');
  expect(lost.fateOf('transaction.query', 0).outcome).toBe('answered');
});
