import { expect, test } from 'vitest';
import { checkInMachine } from './check-in/machine.ts';
import { helpMachine } from './help/machine.ts';
import { visitMachine } from './visit/machine.ts';
import { glanceMachine } from './way/glance.ts';
import { wayMachine } from './way/machine.ts';

/** A part of a machine, as far as this test looks into it. */
interface Part {
  readonly path: readonly string[];
  readonly invoke: readonly { readonly src: unknown; readonly onError?: unknown }[];
  readonly states: Readonly<Record<string, Part>>;
}

/** Machines inside of machines, which answer for their own requests. */
const machines = ['checkIn of visit', 'help of visit', 'way of visit', 'glance of visit'];

function requestsOf(name: string, { path, invoke, states }: Part): readonly [what: string, isCaught: boolean][] {
  const here = invoke
    .filter(({ src }) => !machines.includes(`${String(src)} of ${name}`))
    .map(({ src, onError }): [string, boolean] => [
      `${[name, ...path].join('.')}: ${String(src)}`,
      onError !== undefined,
    ]);
  return [...here, ...Object.values(states).flatMap((part) => requestsOf(name, part))];
}

test('a request that fails, as when the agent dies under it, leads somewhere: uncaught it would stop the terminal', () => {
  const requests = [
    ...requestsOf('visit', visitMachine.root),
    ...requestsOf('check-in', checkInMachine.root),
    ...requestsOf('help', helpMachine.root),
    ...requestsOf('way', wayMachine.root),
    ...requestsOf('glance', glanceMachine.root),
  ];
  expect(requests.length).toBeGreaterThanOrEqual(20);
  expect(requests.filter(([, isCaught]) => !isCaught)).toEqual([]);
});
