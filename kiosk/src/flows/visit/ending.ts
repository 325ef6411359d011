import type { VisitEnd } from '@lobby/hub/contract';
import type { VisitEvent } from './facts.ts';

/** Any event that can take a patient out of a visit, those included that the machine makes itself. */
interface Leaving {
  readonly type: string;
}

const endings: Readonly<Record<string, VisitEnd>> = {
  'patient.finished': 'finished',
  'xstate.done.actor.checkIn': 'finished',
  'patient.wentHome': 'cancelled',
  'idle.ranOut': 'idle',
  'card.presented': 'next-card',
  'card.removed': 'card-removed',
  'code.presented': 'next-card',
  hello: 'agent-lost',
  'agent.broke': 'agent-lost',
  'agent.lost': 'agent-lost',
} satisfies Partial<Record<VisitEvent['type'] | 'xstate.done.actor.checkIn', VisitEnd>>;

/** Why a visit ends when this event takes its patient out of it. */
export function whyEnded(event: Leaving): VisitEnd {
  return endings[event.type] ?? 'cancelled';
}
