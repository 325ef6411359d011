import type { ReportsReady } from '../contract/index.ts';
import type { Store } from '../store/store.ts';
import { withTicket, type Line, type Lines } from './lines.ts';
import { sentForTestsAt, ticketOfAppointment, updateTicket } from './storage.ts';
import { ticketEvent } from './ticket-event.ts';

/**
 * Notes how many reports of somebody who was sent for tests are ready; false: no such ticket, or nothing new. `since`: when
 * the patient was sent for the tests that were asked about; if they were sent again by now, nothing is noted.
 */
export async function noteReports(
  parts: { readonly store: Store; readonly lines: Lines },
  said: ReportsReady,
  since?: string,
): Promise<boolean> {
  const { store, lines } = parts;
  const queueId = (await ticketOfAppointment(store.database, said.appointmentId))?.queueId;
  if (queueId === undefined) return false;
  let changed: Line | undefined;
  const noted = await store.change(async (transaction) => {
    const line = (await lines.hold(transaction, [queueId])).get(queueId);
    const ticket = line?.tickets.find(({ appointmentId }) => appointmentId === said.appointmentId);
    const known = ticket?.reports?.ready ?? -1;
    if (line === undefined || ticket === undefined || said.ready <= known) return { reply: false, events: [] };
    const sentAt = since === undefined ? undefined : (await sentForTestsAt(transaction, [ticket.id])).get(ticket.id);
    if (sentAt !== since) return { reply: false, events: [] };
    const reports = { ready: said.ready, awaited: Math.max(said.awaited, said.ready) };
    const after = { ...ticket, reports, version: ticket.version + 1 };
    await updateTicket(transaction, after);
    changed = withTicket(line, after);
    lines.changed(transaction, [changed]);
    return { reply: true, events: [ticketEvent(after, 'ticket.changed', { what: 'reports' })] };
  });
  if (changed !== undefined) lines.remember(changed);
  return noted;
}
