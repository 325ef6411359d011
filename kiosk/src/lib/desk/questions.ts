import type { DeskTicket, DeskView } from '@lobby/hub/contract';
import { numbered, type Asking, type AskingOf, type Choice, type Question, type Step } from './asking.ts';
import { nextTicketOf, ticketIn } from './rows.ts';
import { ticketQuestion } from './ticket-question.ts';
import { placeQuestion } from './place-questions.ts';

/** The question in words, with what may be answered; undefined when it no longer makes sense. */
export function questionOf(asking: Asking, of: AskingOf): Question | undefined {
  if (!('ticketId' in asking)) return placeQuestion(asking, of);
  const ticket = ticketIn(of.view, asking.ticketId);
  if (ticket === undefined) return undefined;
  switch (asking.about) {
    case 'call':
      return callQuestion(ticket, of);
    case 'ticket':
      return ticketQuestion(ticket, of);
    case 'tests':
      return testsQuestion(ticket, of);
    case 'transfer':
      return transferQuestion(ticket, of);
    case 'transfer-desk':
      return transferDeskQuestion(ticket, asking.queueId, of);
    case 'class':
      return classQuestion(ticket, of);
    case 'assign':
      return assignQuestion(ticket, of);
    case 'call-in':
      return callInQuestion(ticket, of);
    case 'emergency':
      return emergencyQuestion(ticket, of);
    case 'again':
      return againQuestion(ticket, asking, of);
    case 'sure':
      return sureQuestion(ticket, asking.verb, of);
  }
}

function refOf({ ticketId, version }: DeskTicket): { ticketId: string; version: number } {
  return { ticketId, version };
}

function callQuestion(ticket: DeskTicket, { view, wording }: AskingOf): Question {
  const next = nextTicketOf(view);
  return {
    title: wording.questions.call(`${ticket.label} ${ticket.who}`.trim()),
    ...(next === undefined ? {} : { sentence: wording.questions.notNext(next.label) }),
    choices: [
      {
        label: wording.questions.callIt,
        key: '',
        step: { kind: 'do', wish: { action: 'call', ...refOf(ticket), confirmed: true } },
      },
      { label: wording.cancel, key: 'Esc', step: { kind: 'back' } },
    ],
  };
}

function testsQuestion(ticket: DeskTicket, { wording }: AskingOf): Question {
  const choice = (reports: number): Choice => ({
    label: reports === 0 ? wording.questions.testsUnknown : wording.questions.tests1(reports),
    key: String(reports),
    step: { kind: 'do', wish: { action: 'to-tests', ...refOf(ticket), reports } },
  });
  return { title: wording.questions.tests(ticket.label), choices: [1, 2, 3, 4, 5, 0].map(choice) };
}

function transferQuestion(ticket: DeskTicket, { view, wording, text }: AskingOf): Question {
  const choices = view.transferTo.map(({ queueId, name, area, desks }) => {
    const ask: Step = { kind: 'ask', asking: { about: 'transfer-desk', ticketId: ticket.ticketId, queueId } };
    const go: Step = { kind: 'do', wish: { action: 'transfer', ...refOf(ticket), to: { queueId } } };
    return { label: text(name), note: text(area), step: desks.length > 1 ? ask : go };
  });
  return { title: wording.questions.transfer(ticket.label), choices: numbered(choices) };
}

function transferDeskQuestion(ticket: DeskTicket, queueId: string, of: AskingOf): Question | undefined {
  const { view, wording, text } = of;
  const to = view.transferTo.find((each) => each.queueId === queueId);
  if (to === undefined) return undefined;
  const go = (deskId: string | null): Step => ({
    kind: 'do',
    wish: { action: 'transfer', ...refOf(ticket), to: { queueId, deskId } },
  });
  const desks = to.desks.map(({ deskId, room }) => ({ label: text(room), step: go(deskId) }));
  return {
    title: wording.questions.transferDesk(ticket.label, text(to.name)),
    choices: numbered([{ label: wording.questions.anyDesk, step: go(null) }, ...desks]),
  };
}

function classQuestion(ticket: DeskTicket, { view, wording, text }: AskingOf): Question {
  const classes = view.queueList.find(({ queueId }) => queueId === ticket.queueId)?.classes ?? [];
  const go = (code: string | null): Step => ({
    kind: 'do',
    wish: { action: 'set-class', ...refOf(ticket), class: code },
  });
  const choices = classes.map(({ code, name }) => ({ label: text(name), step: go(code) }));
  return {
    title: wording.questions.setClass(ticket.label),
    choices: numbered([...choices, { label: wording.questions.noClass, step: go(null) }]),
  };
}

function assignQuestion(ticket: DeskTicket, { view, wording, text }: AskingOf): Question {
  const go = (deskId: string | null): Step => ({ kind: 'do', wish: { action: 'assign', ...refOf(ticket), deskId } });
  const desks = callingDesks(view).map(({ deskId, room, staff }) => ({
    label: text(room),
    note: staff === null ? wording.deskStates.nobody : text(staff.name),
    step: go(deskId),
  }));
  return {
    title: wording.questions.assign(ticket.label),
    choices: numbered([...desks, { label: wording.questions.anyDesk, step: go(null) }]),
  };
}

function callInQuestion(ticket: DeskTicket, { view, wording, text }: AskingOf): Question {
  const desks = callingDesks(view).map(({ deskId, room, roomWaiting, roomLimit }) => ({
    label: text(room),
    note: `${wording.atDoor(roomWaiting, roomLimit)}${roomLimit > 0 && roomWaiting >= roomLimit ? ` · ${wording.questions.full}` : ''}`,
    step: { kind: 'do', wish: { action: 'call-in', deskId, ticket: refOf(ticket) } } satisfies Step,
  }));
  return { title: wording.questions.callIn(ticket.label), choices: numbered(desks) };
}

/** The four levels of an emergency department, the most urgent first; a clinic takes the first. */
function emergencyQuestion(ticket: DeskTicket, { wording: { questions } }: AskingOf): Question {
  const choices = questions.levels.map((label, index) => ({
    label,
    step: { kind: 'do', wish: { action: 'insert-emergency', ...refOf(ticket), level: index + 1 } } satisfies Step,
  }));
  return { title: questions.emergency(ticket.label), sentence: questions.emergencyNote, choices: numbered(choices) };
}

function againQuestion(
  ticket: DeskTicket,
  { verb, said }: Extract<Asking, { readonly about: 'again' }>,
  { wording, text }: AskingOf,
): Question {
  const label = verb === 'call' ? wording.call : wording.verbs.missed;
  return {
    title: `${label} ${ticket.label}`,
    sentence: text(said),
    choices: [
      {
        label: wording.questions.doAllTheSame,
        key: '',
        step: { kind: 'do', wish: { action: verb, ...refOf(ticket), confirmed: true } },
      },
      { label: wording.cancel, key: 'Esc', step: { kind: 'back' } },
    ],
  };
}

function callingDesks(view: DeskView): DeskView['desks'] {
  return view.desks.filter(({ kind }) => kind !== 'triage');
}

function sureQuestion(ticket: DeskTicket, verb: 'undo-check-in' | 'drop', { wording }: AskingOf): Question {
  const { questions } = wording;
  const says = {
    'undo-check-in': [questions.undoCheckIn(ticket.label), questions.undoCheckInNote],
    drop: [questions.drop(ticket.label), questions.dropNote],
  } as const;
  const [title, sentence] = says[verb];
  return {
    title,
    sentence,
    choices: [
      { label: wording.verbs[verb], key: '', step: { kind: 'do', wish: { action: verb, ...refOf(ticket) } } },
      { label: wording.cancel, key: 'Esc', step: { kind: 'back' } },
    ],
  };
}
