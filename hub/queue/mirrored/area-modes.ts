import type { Area } from '@lobby/config';
import type { AreaMode, FeedEvent } from '../../contract/index.ts';
import type { Database } from '../../store/tables.ts';

/** Who keeps the queue of an area, and since when. `since` null: as the settings have it. */
export interface KnownMode {
  readonly mode: AreaMode;
  readonly since: string | null;
  /** Rises from switch to switch; 0 before the first. */
  readonly version: number;
}

/** The modes of areas as an operator has switched them, else as the settings have them. */
export async function modesOf(database: Database, areas: readonly Area[]): Promise<ReadonlyMap<string, KnownMode>> {
  if (areas.length === 0) return new Map();
  const ids = areas.map(({ id }) => id);
  const rows = await database.selectFrom('area_mode').selectAll().where('area_id', 'in', ids).execute();
  const known = new Map(rows.map((row) => [row.area_id, row]));
  return new Map(
    areas.map((area) => {
      const row = known.get(area.id);
      const mode = row === undefined ? (area.mode ?? 'owned') : row.mode === 'mirrored' ? 'mirrored' : 'owned';
      return [area.id, { mode, since: row?.since ?? null, version: row?.version ?? 0 }];
    }),
  );
}

/** Whether the queue of an area lives in another system now. In a transaction that holds a queue of the area it stays so. */
export async function isMirrored(database: Database, area: Area): Promise<boolean> {
  return (await modesOf(database, [area])).get(area.id)?.mode === 'mirrored';
}

/** Whether an event says that an area was switched. */
export function isSwitch({ type, body }: FeedEvent): boolean {
  return type === 'area.changed' && 'mode' in body;
}
