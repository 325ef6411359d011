import { factorsBeside } from '@lobby/hub/contract';
import type { ScreenView } from '../../screen-view.ts';
import type { VisitContext } from '../facts.ts';
import type { Alternative, Typing, Way } from './facts.ts';

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

/** The screen on which something is typed. What led nowhere stands there again; a password never does. */
export function typingView(context: VisitContext, typing: Typing): ScreenView {
  const { typed } = context;
  const isNumber = typing === 'number' || typing === 'passport-number';
  const text = typed.problem === null ? (isNumber ? (typed.number ?? '') : '') : typed.kept;
  return {
    screen: 'typing',
    typing,
    text: typing === 'password' ? '' : text,
    problem: typed.problem,
    others: alternatives(context, typing),
  };
}

function alternatives({ typed, rules }: VisitContext, typing: Typing): readonly Alternative[] {
  if (typing === 'passport-lines') return ['number'];
  if (typing !== 'birth-date' && typing !== 'phone-end') return [];
  const factors = factorsBeside(typed.number, rules.secondFactors).filter((factor) => factor !== typing);
  return [...factors, ...(rules.staffMayVouch ? (['staff'] as const) : [])];
}
