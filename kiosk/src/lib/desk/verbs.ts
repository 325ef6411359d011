import type { DeskActionKind, DeskView, TicketState } from '@lobby/hub/contract';

/** The key of each verb as it is printed on the button. What one key opens, the same key closes again. */
export const keyOfVerb = {
  next: 'Space',
  recall: 'R',
  missed: 'M',
  'to-tests': 'T',
  finish: 'F',
  hold: 'H',
  transfer: 'X',
  'undo-call': 'Z',
  'insert-emergency': 'E',
  move: 'G',
  'set-class': 'C',
  assign: 'A',
  return: 'I',
  'call-in': 'W',
  'undo-check-in': 'U',
  drop: 'D',
  add: 'N',
  'take-along': 'K',
  pause: 'P',
  'stop-clinic': 'S',
  broadcast: 'B',
  panic: 'F9',
} as const satisfies Partial<Record<DeskActionKind, string>>;

/** What a person at a desk wants, before it is known of whom and how. `resume`, `unpause` and the like are the other side of a key. */
export type Verb = keyof typeof keyOfVerb;

/** What is done with whoever is served here. */
export const servedVerbs = ['recall', 'missed', 'to-tests', 'finish', 'hold', 'transfer'] as const satisfies Verb[];

/** What is done with a ticket that was chosen in a list, in the order in which it is offered. */
export const listVerbs = [
  'insert-emergency',
  'move',
  'set-class',
  'assign',
  'call-in',
  'hold',
  'return',
  'transfer',
  'undo-check-in',
  'drop',
] as const satisfies Verb[];

/** In which states of a ticket a verb of the lists makes sense. */
const fits: Readonly<Record<(typeof listVerbs)[number] | 'call', readonly TicketState[]>> = {
  call: ['waiting', 'held', 'at-tests', 'missed'],
  'insert-emergency': ['waiting'],
  move: ['waiting'],
  'set-class': ['waiting', 'held', 'at-tests', 'missed'],
  assign: ['waiting', 'held', 'at-tests', 'missed'],
  'call-in': ['waiting'],
  hold: ['waiting', 'held'],
  return: ['at-tests', 'missed'],
  transfer: ['waiting', 'held', 'at-tests', 'missed'],
  'undo-check-in': ['waiting', 'held'],
  drop: ['waiting', 'held', 'at-tests', 'missed'],
};

/** Whether a verb makes sense for a ticket in such a state. */
export function fitsState(verb: keyof typeof fits, state: TicketState): boolean {
  return fits[verb].includes(state);
}

/** The other side of a key: what it does when the first has been done already. */
const otherSide: Partial<Record<Verb, DeskActionKind>> = {
  hold: 'resume',
  pause: 'unpause',
  'stop-clinic': 'open-clinic',
  broadcast: 'end-broadcast',
  panic: 'end-panic',
};

/** Whether this person may do it here, the one side of its key or the other. */
export function isAllowed(view: Pick<DeskView, 'may'>, verb: Verb | 'call'): boolean {
  const other = verb === 'call' ? undefined : otherSide[verb];
  return view.may.includes(verb) || (other !== undefined && view.may.includes(other));
}
