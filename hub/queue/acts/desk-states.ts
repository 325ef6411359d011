import { statement } from '../../store/statement.ts';
import type { Database, WriteTransaction } from '../../store/tables.ts';

/** A desk that calls nobody for a while. `reason`: a code. */
export interface DeskState {
  readonly deskId: string;
  readonly state: 'paused' | 'stopped';
  readonly reason: string;
  readonly since: string;
  /** Work number of the doctor who sat there. */
  readonly practitioner: string | null;
}

/** Desks of an area that pause or have stopped. */
export async function deskStatesOf(database: Database, areaId: string): Promise<ReadonlyMap<string, DeskState>> {
  const { rows } = await database.executeQuery(ofArea(database, { areaId }));
  const states = rows.map((row): DeskState => {
    const state = row.state === 'stopped' ? 'stopped' : 'paused';
    return { deskId: row.desk_id, state, reason: row.reason ?? '', since: row.since, practitioner: row.practitioner };
  });
  return new Map(states.map((state) => [state.deskId, state]));
}

const ofArea = statement((database, { areaId }: { readonly areaId: string }) =>
  database.selectFrom('desk_state').selectAll().where('area_id', '=', areaId),
);

export async function putDeskState(
  transaction: WriteTransaction,
  put: DeskState & { readonly areaId: string; readonly workNo: string },
): Promise<void> {
  const row = {
    area_id: put.areaId,
    state: put.state,
    reason: put.reason,
    since: put.since,
    work_no: put.workNo,
    practitioner: put.practitioner,
  };
  const insert = transaction.insertInto('desk_state').values({ desk_id: put.deskId, ...row });
  await insert.onConflict((conflict) => conflict.column('desk_id').doUpdateSet(row)).execute();
}

/** The desk is open again; false: it was. */
export async function openDesk(transaction: WriteTransaction, deskId: string): Promise<boolean> {
  const gone = await transaction.deleteFrom('desk_state').where('desk_id', '=', deskId).executeTakeFirst();
  return gone.numDeletedRows === 1n;
}
