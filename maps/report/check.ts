import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openVenue, type OpenReply } from '../open-venue.ts';
import { reportAsJson } from './report-as-json.ts';
import { reportInProse } from './report-in-prose.ts';

const usage = 'usage: npm run -s maps -- check PATH [--json] [--corrections FILE]';

/** Prints the report of a map. 0: it can be used; 1: nothing usable can be made of it; 2: the words make no sense. */
export async function check(words: readonly string[]): Promise<number> {
  const wish = wishOf(words);
  if (wish === undefined) {
    console.error(usage);
    return 2;
  }
  const corrections =
    wish.corrections === undefined ? '' : await readFile(wish.corrections, 'utf8').catch(() => undefined);
  if (corrections === undefined) {
    console.error(`${wish.corrections} cannot be read; name a file of corrections.`);
    return 2;
  }
  const reply = await openVenue(wish.path, { corrections });
  if (wish.json) console.log(JSON.stringify(reportAsJson(reply), null, 2));
  else print(reply);
  return reply.ok ? 0 : 1;
}

function wishOf(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, corrections: { type: 'string' } },
    });
    const [path, ...rest] = positionals;
    return path === undefined || rest.length > 0 ? undefined : { path, ...values };
  } catch {
    return undefined;
  }
}

function print(reply: OpenReply): void {
  if (reply.report !== undefined) console.log(reportInProse(reply.report));
  if (!reply.ok) console.error(reply.message);
}
