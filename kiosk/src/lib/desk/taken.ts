import type { DeskTicket, DeskView, Words } from '@lobby/hub/contract';

/** A ticket that has gone from the list without this page's doing. `by`: another desk that has called it. */
export interface Taken {
  readonly ticket: DeskTicket;
  /** Where it stood in the list. */
  readonly at: number;
  readonly by: { readonly room: Words; readonly name: Words | null } | null;
}

/** Which waiting tickets others took between two views of a desk: what its list says before it closes up. */
export function takenBetween(before: DeskView, after: DeskView): readonly Taken[] {
  const known = new Set(stillHere(after).map(({ ticketId }) => ticketId));
  return before.waiting.flatMap((ticket, at) =>
    known.has(ticket.ticketId) ? [] : [{ ticket, at, by: caller(ticket) }],
  );

  function caller({ label }: DeskTicket): Taken['by'] {
    const desk = after.desks.find(({ deskId, serving }) => serving === label && deskId !== after.deskId);
    return desk === undefined ? null : { room: desk.room, name: desk.staff?.name ?? null };
  }
}

/** Those taken just before and now. Who came back and is taken once more is told of once, as it is now. */
export function takenSoFar(before: readonly Taken[], now: readonly Taken[]): readonly Taken[] {
  const again = new Set(now.map(({ ticket }) => ticket.ticketId));
  return [...before.filter(({ ticket }) => !again.has(ticket.ticketId)), ...now];
}

/** The call that a second computer of this desk made between two views; undefined: none. */
export function calledBesideUs(before: DeskView, after: DeskView): DeskTicket | undefined {
  const { serving } = after;
  if (serving === null || before.servings.some(({ ticketId }) => ticketId === serving.ticketId)) return undefined;
  // Who is served again after an undone call was called before.
  return serving.calledAt >= before.at ? serving : undefined;
}

function stillHere(view: DeskView): readonly DeskTicket[] {
  return [...view.servings, ...view.roomWaiting, ...view.waiting, ...view.held, ...view.atTests, ...view.missed];
}
