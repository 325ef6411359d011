import type { DeskTicket, DeskView } from '@lobby/hub/contract';

/** Lists of a desk, from top to bottom. `here`: served here beside the last one called; `room`: waiting at the door. */
export const rowGroups = ['here', 'room', 'waiting', 'held', 'at-tests', 'missed'] as const;
export type RowGroup = (typeof rowGroups)[number];

export interface Row {
  readonly group: RowGroup;
  readonly ticket: DeskTicket;
}

/** Every ticket that can be chosen at a desk, in the order in which the page lists them. `queueId`: of that queue only. */
export function rowsOf(view: DeskView, queueId?: string): readonly Row[] {
  const lists: Readonly<Record<RowGroup, readonly DeskTicket[]>> = {
    here: view.servings.filter(({ ticketId }) => ticketId !== view.serving?.ticketId),
    room: view.roomWaiting,
    waiting: view.waiting,
    held: view.held,
    'at-tests': view.atTests,
    missed: view.missed,
  };
  return rowGroups.flatMap((group) =>
    lists[group]
      .filter((ticket) => queueId === undefined || ticket.queueId === queueId)
      .map((ticket) => ({ group, ticket })),
  );
}

/** The ticket that `next` would call; undefined: nobody for this desk. */
export function nextTicketOf(view: DeskView): DeskTicket | undefined {
  const elsewhere = new Set(view.queueList.filter(({ mirrored }) => mirrored).map(({ queueId }) => queueId));
  const ours = view.waiting.filter(({ queueId }) => !elsewhere.has(queueId));
  return view.roomWaiting[0] ?? ours.find(({ mayCallNext }) => mayCallNext);
}

/** Whether everybody at this desk is called by another system. */
export function isCalledElsewhere({ queueList }: Pick<DeskView, 'queueList'>): boolean {
  return queueList.length > 0 && queueList.every(({ mirrored }) => mirrored);
}

/** A ticket by its id, wherever it stands in a view. */
export function ticketIn(view: DeskView, ticketId: string | undefined): DeskTicket | undefined {
  if (view.serving?.ticketId === ticketId) return view.serving ?? undefined;
  return rowsOf(view).find(({ ticket }) => ticket.ticketId === ticketId)?.ticket;
}

/**
 * The ticket that an arrow leads to; it goes round at both ends. With nothing chosen, down begins at the top and up at
 * the bottom.
 */
export function stepFrom(
  rows: readonly Row[],
  { from, to }: { readonly from: string | undefined; readonly to: 'up' | 'down' | 'first' | 'last' },
): string | undefined {
  const at = rows.findIndex(({ ticket }) => ticket.ticketId === from);
  const last = rows.length - 1;
  if (to === 'first') return rows[0]?.ticket.ticketId;
  if (to === 'last') return rows[last]?.ticket.ticketId;
  if (to === 'down') return rows[at === last ? 0 : at + 1]?.ticket.ticketId;
  return rows[at <= 0 ? last : at - 1]?.ticket.ticketId;
}
