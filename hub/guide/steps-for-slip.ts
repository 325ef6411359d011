import type { WalkProfile, Words } from '../contract/index.ts';
import type { Serving } from './serving.ts';
import { wayBetween, type FoundWay } from './ways.ts';

/** How long a way is, then step by step; empty: there is none for this walker. */
export interface StepsForSlip {
  readonly profile: WalkProfile;
  readonly there: readonly Words[];
  readonly back: readonly Words[];
}

/** Between which places, and who walks. */
export interface SlipWalk {
  readonly terminalId: string;
  readonly queueId: string;
  readonly profile: WalkProfile;
}

/** The steps from a terminal to where a queue waits and back, for paper; undefined: the map knows no way for anybody. */
export function stepsForSlip(serving: Serving, { terminalId, queueId, profile }: SlipWalk): StepsForSlip | undefined {
  const terminal = { of: 'terminal', id: terminalId } as const;
  const hall = { of: 'queue', id: queueId } as const;
  const there = wayBetween(serving, { from: terminal, to: hall, profile });
  if (!there.ok && there.profilesWithAWay.length === 0) return undefined;
  const back = wayBetween(serving, { from: hall, to: terminal, profile });
  return { profile, there: stepsOf(there), back: stepsOf(back) };
}

function stepsOf(found: FoundWay): readonly Words[] {
  return found.ok ? [found.way.summary.words, ...found.way.steps.map(({ words }) => words)] : [];
}
