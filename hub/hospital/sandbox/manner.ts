import type { HospitalOperation } from '../port.ts';
import { scriptedWrites, type Behaviour, type HospitalScript, type Latency } from './script.ts';
import { seedFor, seededRandom, type SeededRandom } from './seeded-random.ts';

/**
 * How the sandbox behaves: as slow, or as broken, as a real hospital information system.
 * - `well`: answers at once
 * - `unavailable`: refuses every call
 * - `loses-replies`: does what was asked, and the answer to a write is lost on the way
 */
export interface Manner {
  readonly answers: 'well' | 'unavailable' | 'loses-replies';
  /** How long every call takes, in milliseconds. */
  readonly delayMilliseconds: number;
}

export const wellBehaved: Manner = { answers: 'well', delayMilliseconds: 0 };

/** What becomes of one call. Milliseconds. */
export interface Fate {
  /** Before the call reaches the hospital. */
  readonly delay: number;
  /**
   * refused: an error, nothing done. no-answer: nothing done, and nothing said until the line breaks.
   * reply-lost: done, and nothing said until the line breaks.
   */
  readonly outcome: 'answered' | 'refused' | 'no-answer' | 'reply-lost';
  /** Until the line of a call without an answer breaks. */
  readonly silence: number;
  /** A read is answered as things stood so long ago; 0: now. */
  readonly age: number;
}

/** Decides call by call. */
export interface Behaving {
  fateOf(operation: HospitalOperation, now: number): Fate;
}

export function behaveAs({ answers, delayMilliseconds }: Manner): Behaving {
  const outcomes = { well: 'answered', unavailable: 'refused', 'loses-replies': 'reply-lost' } as const;
  return {
    fateOf: (operation) => {
      const outcome = outcomes[answers];
      const spared = outcome === 'reply-lost' && !isWrite(operation);
      return { delay: delayMilliseconds, outcome: spared ? 'answered' : outcome, silence: 0, age: 0 };
    },
  };
}

/** Follows a script that begins at `startedAt`. Each operation draws from a source of its own. */
export function followScript(script: HospitalScript, startedAt: number): Behaving {
  const sources = new Map<HospitalOperation, SeededRandom>();
  const sourceOf = (operation: HospitalOperation): SeededRandom => {
    const source = sources.get(operation) ?? seededRandom(seedFor(script.seed, operation));
    sources.set(operation, source);
    return source;
  };
  return {
    fateOf(operation, now) {
      const source = sourceOf(operation);
      const said: Behaviour = { ...script.operations['*'], ...script.operations[operation] };
      // Always as many draws a call, so that one setting does not change what another one draws.
      const [forDelay, forError, forReply, forAge] = [draw(source), draw(source), draw(source), draw(source)];
      const fate = {
        delay: delayOf(said.latencySeconds ?? 0, forDelay),
        silence: script.silenceSeconds * 1_000,
        age: 0,
      };
      const outage = outageOf(script, operation, (now - startedAt) / 1_000);
      if (outage !== undefined) return { ...fate, outcome: outage === 'nothing' ? 'no-answer' : 'refused' };
      if (forError < (said.errors ?? 0)) return { ...fate, outcome: 'refused' };
      if (isWrite(operation))
        return { ...fate, outcome: forReply < (said.timeoutsAfterCommit ?? 0) ? 'reply-lost' : 'answered' };
      const age = forAge < (said.stale ?? 0) ? (said.staleSeconds ?? 60) * 1_000 : 0;
      return { ...fate, outcome: 'answered', age };
    },
  };
}

function outageOf(script: HospitalScript, operation: HospitalOperation, second: number): string | undefined {
  const found = script.outages.find(
    ({ fromSeconds, forSeconds = Number.POSITIVE_INFINITY, operations }) =>
      second >= fromSeconds &&
      second < fromSeconds + forSeconds &&
      operations.some((named) => named === '*' || named === operation),
  );
  return found?.answers;
}

const draw = (source: SeededRandom): number => source.below(1_000_000) / 1_000_000;

function delayOf(latency: Latency, chance: number): number {
  if (typeof latency === 'number') return latency * 1_000;
  if ('from' in latency) return (latency.from + chance * (latency.to - latency.from)) * 1_000;
  return logNormal(latency, chance) * 1_000;
}

/** 95 % of a normal distribution lies below 1.645 standard deviations. */
const p95Deviations = 1.645;

function logNormal({ median, p95 }: { readonly median: number; readonly p95: number }, chance: number): number {
  const deviation = Math.log(p95 / median) / p95Deviations;
  return median * Math.exp(deviation * normalAt(Math.min(Math.max(chance, 0.001), 0.999)));
}

/** The inverse of the normal distribution, by its logistic approximation (Bowling 2009); good to 0.02 here. */
function normalAt(chance: number): number {
  return Math.log(chance / (1 - chance)) / 1.702;
}

function isWrite(operation: HospitalOperation): boolean {
  return scriptedWrites.some((write) => write === operation);
}
