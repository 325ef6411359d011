import { readFile } from 'node:fs/promises';
import { openVenue, type OpenReply } from '../open-venue.ts';

/** Options of every command that opens a map. */
export const mapOptions = {
  json: { type: 'boolean', default: false },
  corrections: { type: 'string' },
} as const;

/** A map as it is named on the command line, with its file of corrections. Undefined: that cannot be read, and it was said. */
export async function openMap(asked: {
  readonly path: string;
  readonly corrections?: string | undefined;
}): Promise<OpenReply | undefined> {
  if (asked.corrections === undefined) return openVenue(asked.path);
  const corrections = await readFile(asked.corrections, 'utf8').catch(() => undefined);
  if (corrections !== undefined) return openVenue(asked.path, { corrections });
  console.error(`${asked.corrections} cannot be read; name a file of corrections.`);
  return undefined;
}

/** Why a command did not do what was wished, on the error output or as JSON; its exit code. */
export function refuse<Trouble extends { readonly reason: string; readonly message: string }>(
  json: boolean,
  error: Trouble,
): 1 {
  if (json) console.log(JSON.stringify({ error }, null, 2));
  else console.error(error.message);
  return 1;
}
