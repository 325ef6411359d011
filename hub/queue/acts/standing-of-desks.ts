import type { Words } from '../../contract/index.ts';
import type { Database } from '../../store/tables.ts';
import type { DeskStanding } from '../desk-standing.ts';
import type { SitePlan } from '../site-plan.ts';
import { deskStatesOf } from './desk-states.ts';
import { reasonName } from './pause-reasons.ts';

/** Desks of an area that pause or have stopped, as screens tell it. */
export async function standingOfDesks(
  database: Database,
  plan: SitePlan,
  areaId: string,
): Promise<ReadonlyMap<string, DeskStanding>> {
  const states = await deskStatesOf(database, areaId);
  const doctors = await doctorsOf(
    database,
    [...states.values()].flatMap(({ practitioner }) => practitioner ?? []),
  );
  const standing = new Map<string, DeskStanding>();
  for (const [deskId, { state, reason, practitioner }] of states) {
    const place = plan.desk(deskId);
    const known = practitioner === null ? undefined : doctors.get(practitioner);
    if (place !== undefined)
      standing.set(deskId, { state, reason: reasonName(place, reason), practitioner: known ?? null });
  }
  return standing;
}

async function doctorsOf(
  database: Database,
  workNos: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: Words; readonly title: Words | null }>> {
  if (workNos.length === 0) return new Map();
  const query = database.selectFrom('staff').select(['work_no', 'name', 'title']).where('work_no', 'in', workNos);
  const rows = await query.execute();
  return new Map(
    rows.map((row) => {
      const title = row.title === null ? null : (JSON.parse(row.title) as Words);
      return [row.work_no, { name: JSON.parse(row.name) as Words, title }];
    }),
  );
}
