import { refuse } from '#lib/server/answer.ts';
import { eventStream } from '#lib/server/feed/event-stream.ts';
import { feedsOf } from '#lib/server/feed/feeds-of-hub.ts';
import { lastEventId } from '#lib/server/feed/frames.ts';
import { bearerOf } from '#lib/server/same-origin.ts';
import type { RequestHandler } from './$types';

/** What the hub tells this terminal's agent; ends with its credential. */
export const GET: RequestHandler = ({ request, locals }) => {
  const { hub, terminalId } = locals;
  if (terminalId === undefined) return refuse('terminal-unknown');
  const credential = bearerOf(request.headers);
  const stillKnown = async (): Promise<boolean> => (await hub.fleet.identify(credential)) !== undefined;
  return eventStream(feedsOf(hub).followTerminal(terminalId, lastEventId(request.headers), stillKnown));
};

/** An event stream has no head to ask for. */
export const HEAD: RequestHandler = () => refuse('method-not-allowed');
