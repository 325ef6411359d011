import { join } from 'node:path';
import { readDocument, usualPolicy, withSettings } from '@lobby/config';
import { callingOrder } from '@lobby/hub/queue/order/index.ts';
import { patientsOf } from '@lobby/hub/queue/simulation/day-plan.ts';
import { playDay } from '@lobby/hub/queue/simulation/play-day.ts';
import { readDay } from '@lobby/hub/queue/simulation/read-day.ts';
import type { Figure } from './figures.ts';

/** A day of 10,000 patients in 40 queues; beside it the same day with the whole order sorted anew before each call. */
export function measureSimulatedDay(repository: string): Figure[] {
  const document = readDocument(join(repository, 'config', 'days', 'forty-clinics.yaml'));
  const read = readDay(document.ok ? document.value : undefined);
  if (!read.ok) throw new Error(read.sentence);
  const { day } = read;
  const preset = 'elders-and-veterans';
  const policy = withSettings(usualPolicy, { preset });
  const seconds = (play: () => unknown): number => {
    const started = performance.now();
    play();
    return (performance.now() - started) / 1000;
  };
  const ours = seconds(() => playDay(day, { policy, seed: 1 }));
  // Nothing is remembered, and everybody who waits is put in order for the sake of the first.
  const naive = seconds(() =>
    playDay(day, {
      policy,
      seed: 1,
      whoIsNext: (input) => callingOrder({ ...input, calls: input.calls.map((call) => ({ ...call })) })[0],
    }),
  );
  const ratio = (naive / ours).toFixed(1);
  return [
    {
      what: `a simulated day of ${patientsOf(day).toLocaleString('en')} patients in ${day.queues.length} queues`,
      reached: `${ours.toFixed(1)} s`,
      beside: `goal 20 s; with the whole order sorted anew for each call ${naive.toFixed(1)} s, ratio ${ratio}`,
    },
  ];
}
