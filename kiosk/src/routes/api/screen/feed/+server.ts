import { refuse } from '#lib/server/answer.ts';
import { eventStream } from '#lib/server/feed/event-stream.ts';
import { feedsOf } from '#lib/server/feed/feeds-of-hub.ts';
import { lastEventId } from '#lib/server/feed/frames.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, locals }) => {
  const { hub, screenId } = locals;
  const screen = hub.site.screens.find((each) => each.id === screenId);
  if (screen === undefined) return refuse('screen-unknown');
  const joining = { areaId: screen.area, lastId: lastEventId(request.headers) };
  return eventStream(feedsOf(hub).followBoard(screen.id, joining));
};

/** An event stream has no head to ask for. */
export const HEAD: RequestHandler = () => refuse('method-not-allowed');
