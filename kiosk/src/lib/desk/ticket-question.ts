import type { DeskTicket } from '@lobby/hub/contract';
import type { AskingOf, Choice, Question } from './asking.ts';
import { fitsState, isAllowed, keyOfVerb, listVerbs, servedVerbs, type Verb } from './verbs.ts';

/** Everything that may be done with one ticket, each under the key of its verb. */
export function ticketQuestion(ticket: DeskTicket, { view, wording }: AskingOf): Question {
  const { ticketId, version, label, who } = ticket;
  const verbs = verbsFor(ticket).filter((verb) => isAllowed(view, verb));
  const choices = verbs.map((verb): Choice => {
    const words = verb === 'hold' && ticket.state === 'held' ? wording.resume : wording.verbs[verb];
    return { label: words, key: keyOfVerb[verb], step: { kind: 'want', verb, ticketId } };
  });
  const call: Choice = {
    label: wording.call,
    key: '',
    step: { kind: 'do', wish: { action: 'call', ticketId, version, confirmed: true } },
  };
  const mayCall = isAllowed(view, 'call') && (fitsState('call', ticket.state) || isAtDoor(ticketId, view));
  return { title: `${label} ${who}`.trim(), choices: mayCall ? [call, ...choices] : choices };
}

/** The verbs that fit a ticket: those of the lists, or for one that was called those of the room. */
export function verbsFor(ticket: DeskTicket): readonly Verb[] {
  return ticket.state === 'called' ? servedVerbs : listVerbs.filter((verb) => fitsState(verb, ticket.state));
}

function isAtDoor(ticketId: string, view: AskingOf['view']): boolean {
  return view.roomWaiting.some((ticket) => ticket.ticketId === ticketId);
}
