import type { OperatorWording } from './wording.ts';
import type { Trouble } from './troubles.ts';

/** What is wrong and what to do, in one sentence. */
export function troubleText(trouble: Trouble, wording: OperatorWording): string {
  const words = wording.troubles;
  const age = (milliseconds: number): string => wording.age(Math.round(Math.abs(milliseconds) / 1000));
  switch (trouble.kind) {
    case 'silent':
    case 'picture-old':
      return words[trouble.kind](age(trouble.age));
    case 'clock':
      return words.clock(age(trouble.ahead), trouble.ahead > 0);
    case 'part': {
      const { state, fault } = trouble.status;
      return words.part(
        wording.parts[trouble.part],
        fault === null ? wording.partStates[state] : wording.faults(fault),
      );
    }
    case 'self-test':
      return words['self-test'](trouble.parts.map((part) => wording.testParts[part]).join(' · '));
    case 'unknown-jobs':
      return words['unknown-jobs'](trouble.count);
    default:
      return words[trouble.kind];
  }
}
