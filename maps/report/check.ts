import { mapOptions, openMap } from '../command/open-map.ts';
import { onePath, readWords, together } from '../command/read-words.ts';
import type { OpenReply } from '../open-venue.ts';
import { reportAsJson } from './report-as-json.ts';
import { reportInProse } from './report-in-prose.ts';

/** Prints the report of a map. 0: it can be used; 1: nothing usable can be made of it; 2: the words make no sense. */
export async function check(words: readonly string[]): Promise<number> {
  const read = readWords(words, {
    usage: 'check PATH [--corrections FILE] [--json]',
    options: mapOptions,
    wish: ({ values, positionals }) => together(values, onePath(positionals)),
  });
  if ('code' in read) return read.code;
  const reply = await openMap(read.wish);
  if (reply === undefined) return 2;
  if (read.wish.json) console.log(JSON.stringify(reportAsJson(reply), null, 2));
  else print(reply);
  return reply.ok ? 0 : 1;
}

function print(reply: OpenReply): void {
  if (reply.report !== undefined) console.log(reportInProse(reply.report));
  if (!reply.ok) console.error(reply.message);
}
