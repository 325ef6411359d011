import type { DeskTicket, DeskView } from '@lobby/hub/contract';
import { ticketAsked, type Asking, type Step, type Wish } from './asking.ts';
import type { KeyMeaning } from './desk-keys.ts';
import { carry, heldAfter, type Grabbed } from './moving.ts';
import type { NotDone } from './notice.ts';
import { nextTicketOf, rowsOf, stepFrom, ticketIn } from './rows.ts';
import { isAllowed, type Verb } from './verbs.ts';
import { wanted } from './wanted.ts';

/** What the hand at the keyboard is about: whom it has chosen, what it is being asked, whom it carries. */
export interface Hand {
  readonly chosen: string | undefined;
  readonly asking: Asking | undefined;
  readonly grabbed: Grabbed | undefined;
  /** The queue at which a triage desk looks; undefined: all. */
  readonly queueId: string | undefined;
  readonly showsKeys: boolean;
  /** The alarm was pressed once: the next press sends it. */
  readonly armed: boolean;
}

export const emptyHand: Hand = {
  chosen: undefined,
  asking: undefined,
  grabbed: undefined,
  queueId: undefined,
  showsKeys: false,
  armed: false,
};

/** A desk as the hand finds it. `busy`: an action is on its way; `lost`: the hub cannot be reached. */
export interface HandsOn {
  readonly view: DeskView;
  readonly blocked: 'busy' | 'lost' | undefined;
  /** Whole seconds for which the last call can still be undone. */
  readonly undoSeconds: number;
}

/** The hand after a key, and what the key asks of the hub or of the page. */
export interface After {
  readonly hand: Hand;
  readonly wish?: Wish;
  readonly notDone?: NotDone;
  /** What was said last is read, and goes. */
  readonly quiet?: true;
}

/** What becomes of a key. */
export function pressed(hand: Hand, meaning: KeyMeaning, at: HandsOn): After {
  // A question in one window of a desk keeps the keys of its other window quiet.
  if (hand.asking !== undefined) return meaning.kind === 'back' ? back(hand) : { hand };
  if (hand.grabbed !== undefined) return pressedWhileCarrying(hand, hand.grabbed, { meaning, at });
  switch (meaning.kind) {
    case 'verb':
      return wanted(hand, { verb: meaning.verb }, at);
    case 'step':
      return {
        hand: { ...hand, chosen: stepFrom(rowsOf(at.view, hand.queueId), { from: hand.chosen, to: meaning.to }) },
      };
    case 'call':
      return callChosen(hand, at);
    case 'more':
      return askAbout(hand, hand.chosen, at);
    case 'back':
      return back(hand);
    case 'keys':
      return { hand: { ...hand, showsKeys: true } };
    case 'queue':
      return { hand: lookAt(hand, meaning.number, at.view) };
  }
}

/** One step back: the question, whom one carries, the choice, the queue, the notice. */
export function back(hand: Hand): After {
  if (hand.asking !== undefined) return { hand: { ...hand, asking: undefined } };
  if (hand.grabbed !== undefined) return { hand: { ...hand, grabbed: undefined } };
  if (hand.chosen !== undefined) return { hand: { ...hand, chosen: undefined } };
  if (hand.queueId !== undefined) return { hand: { ...hand, queueId: undefined } };
  return { hand, quiet: true };
}

/** After an answer to a question. */
export function answered(hand: Hand, step: Step, at: HandsOn): After {
  const done = { ...hand, asking: undefined };
  switch (step.kind) {
    case 'do':
      return { hand: done, wish: step.wish };
    case 'ask':
      return { hand: { ...hand, asking: step.asking } };
    case 'want':
      return wanted(done, step, at);
    case 'back':
      return { hand: done };
  }
}

/** Calls the chosen ticket; one that is not the next is asked about first. */
export function callChosen(hand: Hand, at: HandsOn): After {
  const ticket = chosenTicket(hand, at.view);
  if (ticket === undefined) return { hand, notDone: 'choose-first' };
  const isHere = at.view.servings.some(({ ticketId }) => ticketId === ticket.ticketId);
  if (isHere || !isAllowed(at.view, 'call')) return askAbout(hand, ticket.ticketId, at);
  if (ticket.ticketId === nextTicketOf(at.view)?.ticketId) return wanted(hand, { verb: 'next' }, at);
  if (at.blocked === 'lost') return { hand, notDone: 'lost' };
  return { hand: { ...hand, asking: { about: 'call', ticketId: ticket.ticketId } } };
}

/** Everything that can be done with one ticket. */
export function askAbout(hand: Hand, ticketId: string | undefined, { blocked }: HandsOn): After {
  if (ticketId === undefined) return { hand, notDone: 'choose-first' };
  if (blocked === 'lost') return { hand, notDone: 'lost' };
  return { hand: { ...hand, asking: { about: 'ticket', ticketId } } };
}

/** A triage desk looks at its n-th queue alone; 0: at all. */
export function lookAt(hand: Hand, number: number, view: DeskView): Hand {
  const queue = view.queueList[number - 1];
  if (view.kind !== 'triage' || (number > 0 && queue === undefined)) return hand;
  const looking = { ...hand, queueId: queue?.queueId };
  return chosenTicket(looking, view) === undefined ? { ...looking, chosen: undefined } : looking;
}

/** After a new view: who has gone is neither chosen nor carried nor asked about any more, and nobody is in their place. */
export function afterView(hand: Hand, before: DeskView, after: DeskView): Hand {
  const { grabbed } = hand;
  const asked = ticketAsked(hand.asking);
  return {
    ...hand,
    chosen: chosenTicket(hand, after)?.ticketId,
    asking: asked !== undefined && ticketIn(after, asked) === undefined ? undefined : hand.asking,
    grabbed: grabbed && heldAfter(grabbed, waitingIds(before, grabbed.queueId), waitingIds(after, grabbed.queueId)),
  };
}

export function chosenTicket(hand: Hand, view: DeskView): DeskTicket | undefined {
  return rowsOf(view, hand.queueId).find(({ ticket }) => ticket.ticketId === hand.chosen)?.ticket;
}

/** Ids of a queue's waiting tickets, in calling order. */
export function waitingIds(view: DeskView, queueId: string): readonly string[] {
  return view.waiting.filter((ticket) => ticket.queueId === queueId).map(({ ticketId }) => ticketId);
}

function pressedWhileCarrying(
  hand: Hand,
  held: Grabbed,
  { meaning, at }: { readonly meaning: KeyMeaning; readonly at: HandsOn },
): After {
  if (meaning.kind === 'step')
    return { hand: { ...hand, grabbed: carry(waitingIds(at.view, held.queueId), held, meaning.to) } };
  if (meaning.kind === 'call' || isVerb(meaning, 'move')) return putDown(hand, held, at);
  return meaning.kind === 'back' ? back(hand) : { hand, notDone: 'holding-one' };
}

function putDown(hand: Hand, { ticketId, before }: Grabbed, { view, blocked }: HandsOn): After {
  if (blocked === 'lost') return { hand, notDone: 'lost' };
  const ticket = ticketIn(view, ticketId);
  const empty = { ...hand, grabbed: undefined };
  if (ticket === undefined) return { hand: empty };
  return { hand: empty, wish: { action: 'move', ticketId, version: ticket.version, before } };
}

function isVerb(meaning: KeyMeaning, verb: Verb): boolean {
  return meaning.kind === 'verb' && meaning.verb === verb;
}
