import type { DeskTicket, DeskView } from '@lobby/hub/contract';
import type { Asking, Wish } from './asking.ts';
import { chosenTicket, waitingIds, type After, type Hand, type HandsOn } from './hand.ts';
import { grab } from './moving.ts';
import { queuesByHand } from './place-questions.ts';
import { isCalledElsewhere, nextTicketOf, ticketIn } from './rows.ts';
import { verbsFor } from './ticket-question.ts';
import { isAllowed, servedVerbs, type Verb } from './verbs.ts';

/** A verb that somebody wants done. `ticketId`: it is about that ticket, whoever is served or chosen. */
interface Wanted {
  readonly verb: Verb;
  readonly ticketId?: string;
}

/**
 * What a verb's key or button leads to. While an action is on its way what would be done at once is not wanted twice; a
 * question is asked all the same, so that no key of a quick hand is lost, and the alarm always goes.
 */
export function wanted(hand: Hand, want: Wanted, at: HandsOn): After {
  const after = leadsTo(hand, want, at);
  if (at.blocked !== 'busy' || want.verb === 'panic') return after;
  return after.wish === undefined && after.notDone === undefined ? after : { hand };
}

function leadsTo(hand: Hand, { verb, ticketId }: Wanted, at: HandsOn): After {
  if (at.blocked === 'lost') return { hand, notDone: 'lost' };
  if (!isAllowed(at.view, verb)) return { hand, notDone: 'not-allowed' };
  switch (verb) {
    case 'next':
      return next(hand, at.view);
    case 'undo-call':
      return undo(hand, at);
    case 'pause':
      return at.view.paused === null ? ask(hand, { about: 'pause' }) : { hand, wish: { action: 'unpause' } };
    case 'stop-clinic':
      return ask(hand, stopping(at.view));
    case 'add':
      return ask(hand, adding(at.view));
    case 'take-along':
    case 'broadcast':
      return ask(hand, { about: verb });
    case 'panic':
      return hand.armed
        ? { hand: { ...hand, armed: false }, wish: { action: 'panic' } }
        : { hand: { ...hand, armed: true } };
    default:
      return aboutTicket(hand, { verb, ticketId }, at.view);
  }
}

/** The verbs that are about one ticket. */
type TicketVerb = Exclude<
  Verb,
  'next' | 'undo-call' | 'pause' | 'stop-clinic' | 'add' | 'take-along' | 'broadcast' | 'panic'
>;

function aboutTicket(
  hand: Hand,
  { verb, ticketId }: { readonly verb: TicketVerb; readonly ticketId: string | undefined },
  view: DeskView,
): After {
  const served = isAboutServed(verb, view);
  const chosen = served ? view.serving : chosenTicket(hand, view);
  const ticket = ticketId === undefined ? chosen : ticketIn(view, ticketId);
  if (ticket === undefined || ticket === null) return { hand, notDone: served ? 'nobody' : 'choose-first' };
  if (!verbsFor(ticket).includes(verb)) return { hand, notDone: 'not-for-this' };
  return withTicket(hand, { verb, ticket }, view);
}

/** At a room such a letter is about whoever is served, whatever is chosen in the list; at a triage desk never. */
function isAboutServed(verb: Verb, view: DeskView): boolean {
  return view.kind !== 'triage' && servedVerbs.some((served) => served === verb);
}

function withTicket(
  hand: Hand,
  { verb, ticket }: { readonly verb: TicketVerb; readonly ticket: DeskTicket },
  view: DeskView,
): After {
  const { ticketId, version, queueId, state } = ticket;
  switch (verb) {
    case 'to-tests':
      return ask(hand, { about: 'tests', ticketId });
    case 'set-class':
      return ask(hand, { about: 'class', ticketId });
    case 'transfer':
    case 'assign':
    case 'call-in':
      return ask(hand, { about: verb, ticketId });
    case 'insert-emergency':
      return ask(hand, { about: 'emergency', ticketId });
    case 'undo-check-in':
    case 'drop':
      return ask(hand, { about: 'sure', verb, ticketId });
    case 'move':
      return {
        hand: { ...hand, queueId, chosen: ticketId, grabbed: grab(waitingIds(view, queueId), { ticketId, queueId }) },
      };
    case 'hold':
      return { hand, wish: { action: state === 'held' ? 'resume' : 'hold', ticketId, version } };
    case 'missed':
      return { hand, wish: { action: verb, ticketId, version, confirmed: false } };
    case 'recall':
    case 'finish':
    case 'return':
      return { hand, wish: { action: verb, ticketId, version } };
  }
}

function ask(hand: Hand, asking: Asking): After {
  return { hand: { ...hand, asking } };
}

function next(hand: Hand, view: DeskView): After {
  if (nextTicketOf(view) === undefined) return { hand, notDone: isCalledElsewhere(view) ? 'mirrored' : 'nobody-waits' };
  const { serving } = view;
  const ref = serving === null ? null : { ticketId: serving.ticketId, version: serving.version };
  const wish: Wish = { action: 'next', serving: ref };
  return { hand, wish };
}

function undo(hand: Hand, { view, undoSeconds }: HandsOn): After {
  if (view.lastCall === null || undoSeconds === 0) return { hand, notDone: 'nothing-to-undo' };
  return { hand, wish: { action: 'undo-call', callId: view.lastCall.callId } };
}

/** Where there is one queue only, it is not asked which. */
function adding(view: DeskView): Asking {
  const [only, ...others] = queuesByHand(view);
  if (only === undefined || others.length > 0) return { about: 'add' };
  return { about: 'add-class', queueId: only.queueId };
}

function stopping({ kind, deskId, stopped }: DeskView): Asking {
  if (kind === 'triage') return { about: 'stop' };
  return { about: stopped === null ? 'stop-reason' : 'reopen', deskId };
}
