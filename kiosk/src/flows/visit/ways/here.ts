import type { VisitContext } from '../facts.ts';
import type { Way } from './facts.ts';

/** The ways that this terminal has now, in their fixed order. */
export function waysHere({ rules, devices }: Pick<VisitContext, 'rules' | 'devices'>): readonly Way[] {
  const { scanner, stripe } = devices;
  const has: Readonly<Record<Way, boolean>> = {
    code: scanner === 'ready',
    card: stripe === 'ready' || scanner === 'ready',
    passport: true,
    number: true,
  };
  return rules.ways.filter((way) => has[way]);
}

/** Whether anybody can be known here now: by a card on the reader, or by another way while that is away. */
export function hasWayIn(context: Pick<VisitContext, 'rules' | 'devices' | 'reader'>): boolean {
  return context.reader === 'ready' || waysHere(context).length > 0;
}
