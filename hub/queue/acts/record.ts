import { randomUUIDv7 } from 'node:crypto';
import { clinicTimeOf } from '../../business-date.ts';
import type { DeskAction } from '../../contract/index.ts';
import { post } from '../../store/post.ts';
import type { DeskActRow } from '../../store/act-tables.ts';
import { statement } from '../../store/statement.ts';
import { ticketState } from '../ticket-event.ts';
import type { Ticket } from '../ticket.ts';
import type { Act, ActDone } from './act.ts';

/** Keeps who did what at which desk, with the ticket before and after: ids and codes, nobody's name. */
export async function recordAct(act: Act, action: DeskAction, done: ActDone): Promise<void> {
  const ticket = done.after ?? done.before;
  const { businessDate } = clinicTimeOf(act.plan.site, Date.parse(act.at));
  await post(
    act.transaction,
    insertion(act.transaction, {
      id: randomUUIDv7(),
      at: act.at,
      business_date: businessDate,
      area_id: act.place.area.id,
      desk_id: act.place.desk.id,
      work_no: act.person.workNo,
      action: action.action,
      queue_id: ticket?.queueId ?? null,
      ticket_id: ticket?.id ?? null,
      before: stateOf(done.before),
      after: stateOf(done.after),
      detail: done.detail === undefined ? null : JSON.stringify(done.detail),
    }),
  );
}

const insertion = statement((database, row: DeskActRow) => database.insertInto('desk_act').values(row));

function stateOf(ticket: Ticket | undefined): string | null {
  return ticket === undefined ? null : JSON.stringify(ticketState(ticket));
}
