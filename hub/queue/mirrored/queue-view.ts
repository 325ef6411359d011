import { isoNow } from '../../clock.ts';
import type { MirroredQueueView } from '../../contract/index.ts';
import { newestSequence } from '../../feed/append.ts';
import type { QueuePlace } from '../site-plan.ts';
import { recordsOfTickets } from './storage.ts';
import type { MirrorParts } from './take.ts';

type Seen = MirroredQueueView['tickets'][number];

/** A queue as the screens have it, in the words of the source that asks: whether its calls were shown. */
export async function viewOfQueue(
  { store, lines, clock }: MirrorParts,
  { source, place }: { readonly source: string; readonly place: QueuePlace },
): Promise<MirroredQueueView> {
  const { database } = store;
  const sequence = await newestSequence(database);
  const queueId = place.queue.id;
  const tickets = (await lines.read(database, [queueId])).get(queueId)?.tickets ?? [];
  const records = await recordsOfTickets(
    database,
    tickets.map(({ id }) => id),
  );
  const own = new Map(records.filter((record) => record.source === source).map((one) => [one.ticketId, one]));
  const callIds = [...own.values()].flatMap(({ callIds }) => Object.values(callIds));
  const shown = await shownOf(database, callIds);
  const heard = await database
    .selectFrom('mirrored_heard')
    .select('heard_at')
    .where('source', '=', source)
    .where('area_id', '=', place.area.id)
    .executeTakeFirst();
  return {
    ok: true,
    queue: queueId,
    sequence,
    at: isoNow(clock),
    heardAt: heard?.heard_at ?? null,
    tickets: tickets.map((ticket): Seen => {
      const record = own.get(ticket.id);
      const placed = record?.facts.calls.flatMap(({ id, placed, undone }) =>
        placed === null ? [] : [{ id, placed, undone }],
      );
      return {
        ticket: record?.externalId ?? null,
        label: ticket.label,
        state: ticket.state,
        appointment: ticket.appointmentId,
        calls: (placed ?? []).map(({ id, placed: { roomId, at }, undone }) => ({
          call: id,
          room: roomId,
          calledAt: at,
          undone,
          shown: shown.get(record?.callIds[id] ?? '') ?? [],
        })),
      };
    }),
  };
}

async function shownOf(
  database: MirrorParts['store']['database'],
  callIds: readonly string[],
): Promise<ReadonlyMap<string, Seen['calls'][number]['shown']>> {
  if (callIds.length === 0) return new Map();
  const rows = await database
    .selectFrom('call_shown')
    .selectAll()
    .where('call_id', 'in', callIds)
    .orderBy('at')
    .execute();
  const byCall = Map.groupBy(rows, (row) => row.call_id);
  return new Map(
    [...byCall].map(([id, ofCall]) => [id, ofCall.map((row) => ({ screenId: row.screen_id, at: row.at }))]),
  );
}
