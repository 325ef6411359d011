import { factorsBeside } from '@lobby/hub/contract';
import type { ScreenView } from '../../screen-view.ts';
import type { VisitContext } from '../facts.ts';
import type { Alternative, Typing } from './facts.ts';

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
    scan: typing === 'wristband' && context.devices.scanner === 'ready',
  };
}

function alternatives({ typed, rules }: VisitContext, typing: Typing): readonly Alternative[] {
  if (typing === 'passport-lines') return ['number'];
  if (typing !== 'birth-date' && typing !== 'phone-end') return [];
  const factors = factorsBeside(typed.number, rules.secondFactors).filter((factor) => factor !== typing);
  return [...factors, ...(rules.staffMayVouch ? (['staff'] as const) : [])];
}
