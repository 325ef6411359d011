import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const row = z.object({ label: z.string(), queue: z.string(), lane: z.string(), state: z.string() });
export type StoredTicket = z.infer<typeof row>;

/** The tickets of a demo patient as they stand in the hub's database, oldest first. */
export function ticketsOf(data: string, file: string): readonly StoredTicket[] {
  const database = new DatabaseSync(join(data, 'hub.sqlite'), { readOnly: true });
  try {
    const rows = database
      .prepare('SELECT label, queue_id AS queue, lane, state FROM ticket WHERE patient_id = ? ORDER BY checked_in_at')
      .all(`demo-${file}`);
    return z.array(row).parse(rows);
  } finally {
    database.close();
  }
}
