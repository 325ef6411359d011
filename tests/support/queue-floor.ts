import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Site } from '@lobby/config';
import type { KyselyPlugin } from 'kysely';
import { FixedClock } from '@lobby/hub/clock.ts';
import { Accounts } from '@lobby/hub/fleet/accounts.ts';
import { openPasswords } from '@lobby/hub/fleet/password.ts';
import { Logins } from '@lobby/hub/fleet/logins.ts';
import { Screens } from '@lobby/hub/fleet/screens.ts';
import { hubFile } from '@lobby/hub/open.ts';
import { HubDesks } from '@lobby/hub/queue/desks.ts';
import { Lines } from '@lobby/hub/queue/lines.ts';
import { SitePlan } from '@lobby/hub/queue/site-plan.ts';
import { migrate } from '@lobby/hub/store/migrate.ts';
import { openDatabase } from '@lobby/hub/store/open-database.ts';
import { Store } from '@lobby/hub/store/store.ts';
import type { Database } from '@lobby/hub/store/tables.ts';

/** The queues and desks of a hub alone, without hospital, terminals or passwords: thousands of days in a minute. */
export interface QueueFloor {
  readonly desks: HubDesks;
  readonly plan: SitePlan;
  readonly lines: Lines;
  readonly store: Store;
  readonly clock: FixedClock;
  readonly tables: Database;
  close(): Promise<void>;
}

export async function openQueueFloor(
  site: Site,
  given: { readonly url?: string | undefined; readonly at: string; readonly plugin?: KyselyPlugin },
): Promise<QueueFloor> {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-floor-'));
  const opened = openDatabase({ url: given.url, file: hubFile(folder), onTrouble: () => undefined });
  const migrated = await migrate(opened.database, opened.kind);
  if (!migrated.ok) throw new Error(migrated.sentence);
  const clock = new FixedClock(given.at);
  const { plugin } = given;
  const database = plugin === undefined ? opened.database : opened.database.withPlugin(plugin);
  const store = new Store({ ...opened, database }, clock, () => undefined);
  const parts = { site, store, clock };
  const logins = new Logins({ ...parts, accounts: new Accounts({ ...parts, passwords: openPasswords() }) });
  const screens = new Screens({ ...parts, hubId: 'floor', onTrouble: () => undefined });
  const plan = new SitePlan(site);
  const lines = new Lines(site, clock);
  await hireStaff(opened.database, site);
  return {
    desks: new HubDesks({ plan, lines, store, clock, logins, screens }),
    plan,
    lines,
    store,
    clock,
    tables: opened.database,
    close: async () => {
      await opened.database.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Nobody logs in here, so nobody needs a password. */
async function hireStaff(database: Database, site: Site): Promise<void> {
  const rows = (site.demo?.staff ?? []).map(({ workNo, name, title, role }) => ({
    work_no: workNo,
    name: JSON.stringify(name),
    title: title === undefined ? null : JSON.stringify(title),
    role,
    password_hash: '',
    source: 'demo',
    disabled_at: null,
    one_time_until: null,
  }));
  await database.insertInto('staff').values(rows).execute();
}
