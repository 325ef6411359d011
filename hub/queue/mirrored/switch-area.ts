import type { Area } from '@lobby/config';
import { clinicTimeOf } from '../../business-date.ts';
import { isoNow } from '../../clock.ts';
import type { AreaMode, SwitchArea } from '../../contract/index.ts';
import type { NewEvent } from '../../feed/append.ts';
import type { WriteTransaction } from '../../store/tables.ts';
import type { Line } from '../lines.ts';
import { mirroredOrder } from '../order/index.ts';
import { ticketEvent } from '../ticket-event.ts';
import type { Ticket } from '../ticket.ts';
import { modesOf } from './area-modes.ts';
import { isOutside, rankOf } from './rank.ts';
import type { MirrorParts } from './take.ts';

export type Switched =
  | { readonly ok: true; readonly events: readonly NewEvent[] }
  | { readonly ok: false; readonly reason: 'area-switched-meanwhile' };

/**
 * Hands the queue of an area over, with everybody who waits in it. All its queues are held, so nobody is called or
 * checks in meanwhile. Whoever is called stays called; whoever waits keeps the number: on the way to another system
 * behind those that it has, on the way back before those that come after, in the order that they had there.
 */
export async function handOver(
  transaction: WriteTransaction,
  parts: MirrorParts,
  { area, wish, by }: { readonly area: Area; readonly wish: SwitchArea; readonly by: string },
): Promise<Switched> {
  const held = await parts.lines.hold(
    transaction,
    area.queues.map(({ id }) => id),
  );
  const known = (await modesOf(transaction, [area])).get(area.id);
  if (known === undefined || known.version !== wish.version) return { ok: false, reason: 'area-switched-meanwhile' };
  if (known.mode === wish.mode) return { ok: true, events: [] };
  await putMode(transaction, {
    areaId: area.id,
    mode: wish.mode,
    since: isoNow(parts.clock),
    by,
    version: known.version + 1,
  });
  const taken = wish.mode === 'owned' ? await takeOver(transaction, [...held.values()]) : [];
  return { ok: true, events: [...taken, areaEvent(parts, area.id, { mode: wish.mode, by })] };
}

export function areaEvent(
  { plan, clock }: Pick<MirrorParts, 'plan' | 'clock'>,
  areaId: string,
  body: NewEvent['body'],
): NewEvent {
  const { businessDate } = clinicTimeOf(plan.site, clock.now());
  return { type: 'area.changed', businessDate, areaId, queueId: null, body: { areaId, ...body } };
}

async function putMode(
  transaction: WriteTransaction,
  put: {
    readonly areaId: string;
    readonly mode: AreaMode;
    readonly since: string;
    readonly by: string;
    readonly version: number;
  },
): Promise<void> {
  const row = { mode: put.mode, since: put.since, changed_by: put.by, version: put.version };
  await transaction
    .insertInto('area_mode')
    .values({ area_id: put.areaId, ...row })
    .onConflict((conflict) => conflict.column('area_id').doUpdateSet(row))
    .execute();
}

/** The waiting tickets of another system become tickets of ours, in the order that they had. */
async function takeOver(transaction: WriteTransaction, lines: readonly Line[]): Promise<readonly NewEvent[]> {
  const events: NewEvent[] = [];
  for (const line of lines) {
    const outside = line.tickets.filter(isOutside);
    const order = mirroredOrder(outside, rankOf);
    for (const [index, { ticket }] of order.entries()) events.push(await rankTicket(transaction, ticket, index + 1));
    // Who comes back from tests or from a missed call comes by our own rules.
    for (const ticket of outside.filter((one) => !isWaiting(one) && rankOf(one) !== null))
      events.push(await rankTicket(transaction, ticket, null));
  }
  return events;
}

function isWaiting({ state }: Ticket): boolean {
  return state === 'waiting';
}

async function rankTicket(transaction: WriteTransaction, ticket: Ticket, rank: number | null): Promise<NewEvent> {
  const lane = rank === null ? ticket.lane : 'normal';
  const version = ticket.version + 1;
  const row = transaction.updateTable('ticket').set({ outside_rank: rank, lane, version });
  await row.where('id', '=', ticket.id).execute();
  return ticketEvent({ ...ticket, lane, version }, 'ticket.changed', { what: 'taken-over' });
}
