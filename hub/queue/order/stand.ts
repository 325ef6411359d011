import type { Placement, PriorityClass, QueuePolicy } from '@lobby/config';
import type { Lane } from '../../contract/index.ts';
import type { OrderTicket } from './ticket-in-order.ts';

/** In which line of a queue a ticket stands, before any nurse moves it. */
export type Stand =
  | { readonly line: 'urgent'; readonly level: number; readonly emergency: boolean }
  /** A share of the calls that a priority class has: all classes of one level together. */
  | { readonly line: 'share'; readonly name: string }
  /** One after every so many others. */
  | { readonly line: 'after'; readonly name: string }
  /** Takes its turn as the interleave says. */
  | { readonly line: 'turn'; readonly lane: Exclude<Lane, 'normal'> }
  | { readonly line: 'normal'; readonly part: 'regular' | 'end-of-slot' | 'end-of-session' | 'void' };

type Standing = Pick<OrderTicket, 'lane' | 'class' | 'misses' | 'emergency'>;

export const usualLevel = 5;

/** The line of a ticket by its emergency, its class and the rule of its lane. */
export function standOf(policy: QueuePolicy, ticket: Standing): Stand {
  const priority = classOf(policy, ticket.class);
  if (ticket.emergency !== null) return { line: 'urgent', level: ticket.emergency, emergency: true };
  if (priority?.rule.rule === 'top' || priority?.emergency === true) {
    return { line: 'urgent', level: priority.level ?? usualLevel, emergency: priority.emergency };
  }
  if (priority?.rule.rule === 'ratio' && ticket.lane === 'normal') return { line: 'share', name: shareName(priority) };
  return standOfLane(policy, ticket);
}

/** Whether a call of this ticket is one that the rules make: not an emergency, not a nurse's move. */
export function isCalledByRules(policy: QueuePolicy, ticket: Standing & Pick<OrderTicket, 'move'>): boolean {
  const stand = standOf(policy, ticket);
  return ticket.move === null && !(stand.line === 'urgent' && stand.emergency);
}

export function classOf(policy: QueuePolicy, code: string | null): PriorityClass | undefined {
  return code === null ? undefined : policy.priority.find((one) => one.code === code);
}

export function shareName({ level }: PriorityClass): string {
  return `share ${level ?? usualLevel}`;
}

/** The rule that a ticket of a lane follows; undefined for the normal lane. */
export function placementOf(
  policy: QueuePolicy,
  ticket: Pick<Standing, 'lane' | 'misses'>,
): Placement | QueuePolicy['return']['place'] | undefined {
  switch (ticket.lane) {
    case 'normal':
      return undefined;
    case 'return':
      return policy.return.place;
    case 'late':
      return policy.late.place;
    case 'missed':
      return policy.missed.places[missIndex(policy, ticket.misses)];
  }
}

/** Which of the rules for missed calls counts after so many of them. */
export function missIndex(policy: QueuePolicy, misses: number): number {
  return Math.min(Math.max(misses, 1), policy.missed.places.length) - 1;
}

function standOfLane(policy: QueuePolicy, ticket: Standing): Stand {
  const { lane } = ticket;
  const place = placementOf(policy, ticket);
  if (lane === 'normal' || place === undefined) return { line: 'normal', part: 'regular' };
  switch (place.rule) {
    case 'in-turn':
      return policy.interleave[lane] > 0 ? { line: 'turn', lane } : { line: 'normal', part: 'regular' };
    case 'after': {
      const index = lane === 'missed' ? missIndex(policy, ticket.misses) : 0;
      return { line: 'after', name: `${lane} ${index}` };
    }
    case 'as-normal':
      return { line: 'normal', part: 'regular' };
    case 'end-of-slot':
    case 'end-of-session':
    case 'void':
      return { line: 'normal', part: place.rule };
  }
}
