import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDemoHub, demoSite, mondayMorning, type DemoHubSettings } from './demo-hub.ts';

const files = ['hub.sqlite', 'sandbox.sqlite'];

/**
 * Puts into an empty folder what the first start of such a hub on SQLite would make there. `kept` is a folder of the
 * whole run: the first test starts such a hub and the others copy what it made.
 */
export async function layFirstStart(folder: string, settings: DemoHubSettings, kept: string): Promise<void> {
  if (files.some((file) => existsSync(join(folder, file)))) return;
  const first = join(kept, nameOf(settings));
  if (!existsSync(first)) await start(settings, kept, first);
  for (const file of files) copyFileSync(join(first, file), join(folder, file));
}

/** Another worker may make the same at the same time: whoever is ready first has made it. */
async function start({ site, at }: DemoHubSettings, kept: string, first: string): Promise<void> {
  mkdirSync(kept, { recursive: true });
  const making = mkdtempSync(join(kept, 'making-'));
  const { hub } = await openDemoHub(
    { folder: making, databaseUrl: undefined },
    {
      ...(site === undefined ? {} : { site }),
      ...(at === undefined ? {} : { at }),
    },
  );
  await hub.close();
  try {
    renameSync(making, first);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(first)) throw error;
  }
}

function nameOf({ site, at }: DemoHubSettings): string {
  const from = JSON.stringify([site ?? demoSite(), at ?? mondayMorning]);
  return createHash('sha256').update(from).digest('hex').slice(0, 16);
}
