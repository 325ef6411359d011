import type { Route } from '../route/route.ts';
import { enPhrases } from './phrases-en.ts';
import { zhPhrases } from './phrases-zh.ts';
import type { Directions, Step } from './step.ts';

/** The first line: how long, how far, how many turns, lifts and stairs. Minutes are rounded up, metres to what people can feel. */
export function summaryOf(route: Route, steps: readonly Step[]): Directions['summary'] {
  const rides = (by: string) => steps.filter((step) => step.kind === 'connector' && step.connector === by).length;
  const counted = {
    minutes: Math.max(1, Math.ceil((route.seconds + route.extraSeconds) / 60)),
    metres: roundMetres(route.metres),
    turns: steps.filter((step) => step.kind === 'turn' && step.turn !== 'straight').length,
    lifts: rides('lift'),
    escalators: rides('escalator'),
    stairs: rides('stairs'),
  };
  const { minutes, metres, turns, lifts, stairs } = counted;
  const [zh = ''] = zhPhrases.summary(counted);
  const [en = ''] = enPhrases.summary(counted);
  return { zh, en, minutes, metres, turns, lifts, flights: stairs };
}

/** To tens from 50 m on, to fives below. */
export function roundMetres(metres: number): number {
  const step = metres < 50 ? 5 : 10;
  return Math.max(step, Math.round(metres / step) * step);
}
