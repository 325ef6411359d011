import type { Words } from '../contract/index.ts';
import type { Serving } from './serving.ts';
import { wayBetween, type FoundWay } from './ways.ts';

/** How long a way is, then step by step; empty: there is none. */
export interface StepsForSlip {
  readonly there: readonly Words[];
  readonly back: readonly Words[];
}

/** The steps from a terminal to where a queue waits and back, for paper; undefined: the map knows no way. */
export function stepsForSlip(
  serving: Serving,
  { terminalId, queueId }: { readonly terminalId: string; readonly queueId: string },
): StepsForSlip | undefined {
  const terminal = { of: 'terminal', id: terminalId } as const;
  const hall = { of: 'queue', id: queueId } as const;
  const there = wayBetween(serving, { from: terminal, to: hall, profile: 'default' });
  if (!there.ok) return undefined;
  const back = wayBetween(serving, { from: hall, to: terminal, profile: 'default' });
  return { there: stepsOf(there), back: stepsOf(back) };
}

function stepsOf(found: FoundWay): readonly Words[] {
  return found.ok ? [found.way.summary.words, ...found.way.steps.map(({ words }) => words)] : [];
}
