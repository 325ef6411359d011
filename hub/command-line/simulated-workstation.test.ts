import { expect, test } from 'vitest';
import { SimulatedWorkstation } from './simulated-workstation.ts';

test('a morning at a workstation calls everybody, some of them twice, and ends with each', () => {
  const workstation = new SimulatedWorkstation({ queue: 'OPHT', room: 'sens-411', patients: 5 });
  const arrivals = workstation.arrivals().map(({ ticket }) => ticket);
  const happened: string[] = [];
  for (let step = workstation.next(); step.length > 0; step = workstation.next())
    happened.push(...step.map(({ kind, ticket }) => `${kind} ${arrivals.indexOf(ticket) + 1}`));
  expect(happened).toEqual([
    'call 1',
    ...['finished 1', 'call 2'],
    ...['finished 2', 'call 3'],
    'call 3',
    ...['finished 3', 'call 4'],
    ...['finished 4', 'call 5'],
    'missed 5',
  ]);
});
