import type { WriteTransaction } from '../../store/tables.ts';
import type { Ticket } from '../ticket.ts';

const highest = 9999;
/** Nobody is called by these any more. */
const over = ['finished', 'dropped', 'undone'];

interface Wanted {
  readonly label: string;
  readonly queueId: string;
  readonly areaId: string;
  readonly businessDate: string;
  readonly session: string;
  /** The ticket that wants it, where it exists. */
  readonly ticketId: string | null;
}

/**
 * A number for a ticket that another system has named: the one in its label where nobody has it, else the next. Our own
 * numbers count on from the highest, so that no number of theirs is ever given again.
 */
export async function freeNumber(transaction: WriteTransaction, wanted: Wanted): Promise<number> {
  const { queueId, businessDate, session } = wanted;
  const given = transaction.selectFrom('ticket').select('number').where('queue_id', '=', queueId);
  const gone = transaction.selectFrom('number_gone').select('number').where('queue_id', '=', queueId);
  const rows = await given
    .where('business_date', '=', businessDate)
    .where('clinic_session', '=', session)
    .unionAll(gone.where('business_date', '=', businessDate).where('clinic_session', '=', session))
    .execute();
  const taken = new Set(rows.map(({ number }) => number));
  const named = Number(/(\d{1,4})$/.exec(wanted.label)?.[1] ?? 0);
  if (named >= 1 && named <= highest && !taken.has(named)) return named;
  return Math.max(0, ...taken) + 1;
}

/**
 * The label itself, or with a letter behind it while somebody else in the hall is called by it: two people with one
 * number would both stand up.
 */
export async function freeLabel(transaction: WriteTransaction, wanted: Wanted): Promise<string> {
  const query = transaction.selectFrom('ticket').select(['id', 'label']).where('area_id', '=', wanted.areaId);
  const rows = await query
    .where('business_date', '=', wanted.businessDate)
    .where('label', 'like', `${wanted.label}%`)
    .where('state', 'not in', over)
    .execute();
  const taken = new Set(rows.filter(({ id }) => id !== wanted.ticketId).map(({ label }) => label));
  const names = [wanted.label, ...[...'BCDEFGHJKLMNPQRSTUVWXYZ'].map((letter) => `${wanted.label}${letter}`)];
  return names.find((name) => !taken.has(name)) ?? `${wanted.label}${taken.size}`;
}

/** Whether nobody is called by a ticket any more. */
export function isOver({ state }: Pick<Ticket, 'state'>): boolean {
  return over.includes(state);
}
