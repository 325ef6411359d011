import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';

/** An event of any kind, those included that machines make themselves. */
export type Happening = { readonly type: string; readonly [field: string]: unknown };

/** A state, how it looks, and what leads on from it. */
export interface Reached {
  readonly key: string;
  readonly snapshot: AnyMachineSnapshot;
  readonly leadsTo: { readonly event: Happening; readonly key: string }[];
}

/** Every state that any order of events leads to, each once. */
export function reachableStates(options: {
  machine: AnyStateMachine;
  input: unknown;
  events: readonly Happening[];
  keyOf: (snapshot: AnyMachineSnapshot) => string;
}): Reached[] {
  const map = getAdjacencyMap(options.machine, {
    input: options.input,
    events: (snapshot: AnyMachineSnapshot) => [...options.events, ...madeByTheMachine(snapshot)],
    serializeState: options.keyOf,
    limit: 500_000,
  });
  const states = new Map<string, Reached>();
  const reached = (snapshot: AnyMachineSnapshot): Reached => {
    const key = options.keyOf(snapshot);
    const state = states.get(key) ?? { key, snapshot, leadsTo: [] };
    states.set(key, state);
    return state;
  };
  for (const { state, event, nextState } of adjacencyMapToArray(map)) {
    reached(state).leadsTo.push({ event, key: reached(nextState).key });
  }
  return [...states.values()];
}

/** Delays that are running, and failures of requests under way. */
function madeByTheMachine(snapshot: AnyMachineSnapshot): Happening[] {
  return snapshot._nodes.flatMap((node) =>
    node.ownEvents
      .filter((type) => type.startsWith('xstate.after') || type.startsWith('xstate.error'))
      .map((type) => ({ type })),
  );
}

/** The keys from which some way leads to a state that is wanted. */
export function canReach(states: readonly Reached[], wanted: (state: Reached) => boolean): Set<string> {
  const found = new Set(states.filter(wanted).map((state) => state.key));
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const state of states) if (state.leadsTo.some(({ key }) => found.has(key))) found.add(state.key);
  }
  return found;
}

/** Whether time alone leads out of a state. */
export const hasTimeout = ({ snapshot }: Reached): boolean => snapshot._nodes.some((node) => node.after.length > 0);
