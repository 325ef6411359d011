import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LeftOne, LoadedResource, LoadReport } from '@lobby/hub/contract';
import type { Hub } from '@lobby/hub/hub.ts';
import { readFile } from '@lobby/hub/own-data/read-file.ts';
import { newKey } from './demo-hub.ts';

const folder = fileURLToPath(new URL('./hl7-examples/', import.meta.url));

/** Files of FHIR R4 data that nobody of this project wrote. */
export const hl7Examples: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => folder + name);

/** What files hold, as `hub load` reads it. */
export async function readOwnData(
  files: readonly string[],
): Promise<{ readonly taken: LoadedResource[]; readonly left: LeftOne[] }> {
  const taken: LoadedResource[] = [];
  const left: LeftOne[] = [];
  for (const file of files) {
    for await (const read of readFile(file)) {
      if ('reason' in read) left.push(read);
      else taken.push(read);
    }
  }
  return { taken, left };
}

/** Loads resources into the sandbox of a hub, in one piece. */
export async function loadOwnData(
  hub: Pick<Hub, 'loads'>,
  resources: readonly LoadedResource[],
  { shiftToToday = false }: { readonly shiftToToday?: boolean } = {},
): Promise<LoadReport> {
  const load = newKey();
  await hub.loads.keep({ load, piece: 0, resources: [...resources] });
  const reply = await hub.loads.finish({ load, pieces: 1, shiftToToday });
  if (!reply.ok) throw new Error(`the load was refused: ${reply.reason}`);
  return reply.report;
}
