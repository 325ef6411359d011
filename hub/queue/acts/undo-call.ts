import type { NewEvent } from '../../feed/append.ts';
import { undoMilliseconds } from './undo-time.ts';
import type { Ticket } from '../ticket.ts';
import { actEvent, changeTicket, lineOf, refuse, since, type Act, type ActionOf, type ActOutcome } from './act.ts';
import type { BeforeCall } from './calling.ts';

interface UndoableCall {
  readonly callId: string;
  readonly before: BeforeCall;
  readonly finished: readonly { readonly ticketId: string; readonly version: number }[];
}

/** Takes a call back from everywhere: the ticket stands where it stood, whom the call finished is served again. */
export async function undoCall(act: Act, action: ActionOf<'undo-call'>): Promise<ActOutcome> {
  const ticket = calledBy(act, action.callId);
  const call = await undoableCall(act, action.callId);
  if (call === undefined) return refuse(ticket === undefined ? 'call-unknown' : 'too-late-to-undo');
  if (ticket === undefined) return refuse('stale');
  const own = ticket.call?.deskId === act.place.desk.id || act.place.kind === 'triage';
  if (!own) return refuse('not-your-ticket');
  if (since(act, ticket.call?.calledAt ?? act.at) > undoMilliseconds) return refuse('too-late-to-undo');
  await act.transaction.updateTable('call').set({ undone_at: act.at }).where('id', '=', call.callId).execute();
  const back = await changeTicket(act, ticket, call.before);
  forgetCall(act, back);
  const restored = await serveAgain(act, call.finished);
  const { callId } = call;
  const roomId = ticket.call?.roomId ?? null;
  const events = [
    actEvent(act, back, 'call.undone', { callId, roomId, deskId: ticket.call?.deskId ?? null }),
    ...restored,
  ];
  return { ok: true, events, before: ticket, after: back, detail: { callId } };
}

function calledBy(act: Act, callId: string): Ticket | undefined {
  for (const line of act.lines.values()) {
    const ticket = line.tickets.find((known) => known.call?.callId === callId && known.state === 'called');
    if (ticket !== undefined) return ticket;
  }
  return undefined;
}

/** A first call; whoever called again meant it. */
async function undoableCall(act: Act, callId: string): Promise<UndoableCall | undefined> {
  const query = act.transaction.selectFrom('call').selectAll().where('id', '=', callId);
  const row = await query.where('undone_at', 'is', null).where('times', '=', 1).executeTakeFirst();
  if (row === undefined || row.before === null) return undefined;
  return {
    callId: row.id,
    before: JSON.parse(row.before) as BeforeCall,
    finished: JSON.parse(row.finished ?? '[]') as UndoableCall['finished'],
  };
}

/** The call took no turn: the order goes on as if it had not been. */
function forgetCall(act: Act, ticket: Ticket): void {
  const line = lineOf(act, ticket.queueId);
  const last = line.calls.findLastIndex(({ ticketId }) => ticketId === ticket.id);
  // Back in the corridor its first call still counts.
  if (last < 0 || ticket.state === 'called') return;
  act.lines.set(line.queueId, { ...line, calls: line.calls.toSpliced(last, 1) });
}

async function serveAgain(act: Act, finished: UndoableCall['finished']): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const { ticketId, version } of finished) {
    for (const line of [...act.lines.values()]) {
      const ticket = line.tickets.find((known) => known.id === ticketId && known.version === version);
      if (ticket?.state !== 'finished') continue;
      const served = await changeTicket(act, ticket, { state: 'called', stage: 'room', endedAt: null });
      events.push(actEvent(act, served, 'ticket.changed', { what: 'served-again' }));
    }
  }
  return events;
}
