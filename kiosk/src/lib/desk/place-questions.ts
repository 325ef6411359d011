import { numbered, type Asking, type AskingOf, type Question } from './asking.ts';

type AskingOfPlace = Exclude<Asking, { readonly ticketId: string }>;

/** Questions about a desk or a queue; undefined: it no longer makes sense, or a form asks instead. */
export function placeQuestion(asking: AskingOfPlace, of: AskingOf): Question | undefined {
  switch (asking.about) {
    case 'pause':
      return pauseQuestion(of);
    case 'stop':
      return stopQuestion(of);
    case 'stop-reason':
      return stopReasonQuestion(asking.deskId, of);
    case 'reopen':
      return reopenQuestion(asking.deskId, of);
    case 'add':
      return addQuestion(of);
    case 'add-class':
      return addClassQuestion(asking.queueId, of);
    case 'take-along':
      return takeAlongQuestion(of);
    case 'broadcast':
      return undefined;
  }
}

function pauseQuestion({ view, wording, text }: AskingOf): Question {
  const choices = view.pauseReasons.map(({ code, name }) => ({
    label: text(name),
    step: { kind: 'do', wish: { action: 'pause', reason: code } } as const,
  }));
  return { title: wording.questions.pause, choices: numbered(choices) };
}

/** A nurse chooses among the desks of her area. */
function stopQuestion({ view, wording, text }: AskingOf): Question {
  const choices = view.desks
    .filter(({ kind }) => kind !== 'triage')
    .map(({ deskId, room, staff, state }) => ({
      label: text(room),
      note: [staff === null ? '' : text(staff.name), wording.deskStates[state]]
        .filter((part) => part !== '')
        .join(' · '),
      step: { kind: 'ask', asking: { about: state === 'stopped' ? 'reopen' : 'stop-reason', deskId } } as const,
    }));
  return { title: wording.questions.stop, choices: numbered(choices) };
}

function stopReasonQuestion(deskId: string, { view, wording, text }: AskingOf): Question {
  const choices = view.pauseReasons.map(({ code, name }) => ({
    label: text(name),
    step: { kind: 'do', wish: { action: 'stop-clinic', deskId, reason: code } } as const,
  }));
  return {
    title: wording.questions.stopWhy(roomOf(deskId, { view, wording, text })),
    sentence: wording.questions.stopNote,
    choices: numbered(choices),
  };
}

function reopenQuestion(deskId: string, of: AskingOf): Question {
  const { wording } = of;
  return {
    title: wording.questions.reopen(roomOf(deskId, of)),
    choices: [
      { label: wording.openClinic, key: '', step: { kind: 'do', wish: { action: 'open-clinic', deskId } } },
      { label: wording.cancel, key: 'Esc', step: { kind: 'back' } },
    ],
  };
}

function addQuestion({ view, wording, text }: AskingOf): Question {
  const choices = queuesByHand(view).map(({ queueId, name, waiting }) => ({
    label: text(name),
    note: wording.waiting(waiting),
    step: { kind: 'ask', asking: { about: 'add-class', queueId } } as const,
  }));
  return { title: wording.questions.add, choices: numbered(choices) };
}

/** The queues into which a person at this desk may put somebody. */
export function queuesByHand(view: AskingOf['view']): AskingOf['view']['queueList'] {
  return view.queueList.filter(({ byHand, mirrored }) => byHand && !mirrored);
}

function addClassQuestion(queueId: string, { view, wording, text }: AskingOf): Question | undefined {
  const queue = view.queueList.find((each) => each.queueId === queueId);
  if (queue === undefined) return undefined;
  const step = (code: string | null, emergency: boolean) =>
    ({ kind: 'do', wish: { action: 'add', queueId, class: code, emergency } }) as const;
  const choices = [
    { label: wording.questions.noClass, step: step(null, false) },
    ...queue.classes.map(({ code, name }) => ({ label: text(name), step: step(code, false) })),
    { label: wording.questions.addEmergency, step: step(null, true) },
  ];
  return { title: wording.questions.addClass(text(queue.name)), choices: numbered(choices) };
}

/** Whose patients come along into this room. */
function takeAlongQuestion({ view, wording, text }: AskingOf): Question {
  const choices = view.desks
    .filter(({ deskId, kind }) => deskId !== view.deskId && kind !== 'triage')
    .map(({ deskId, room, staff, serving }) => ({
      label: text(room),
      note: [staff === null ? wording.deskStates.nobody : text(staff.name), serving ?? ''].filter(Boolean).join(' · '),
      step: { kind: 'do', wish: { action: 'take-along', fromDeskId: deskId } } as const,
    }));
  return { title: wording.questions.takeAlong, choices: numbered(choices) };
}

function roomOf(deskId: string, { view, text }: AskingOf): string {
  const room = view.desks.find((desk) => desk.deskId === deskId)?.room ?? view.room;
  return text(room);
}
