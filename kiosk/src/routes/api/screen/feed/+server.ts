import { refuse } from '#lib/server/answer.ts';
import { enrolmentCookies } from '#lib/server/devices.ts';
import { eventStream } from '#lib/server/feed/event-stream.ts';
import { feedsOf } from '#lib/server/feed/feeds-of-hub.ts';
import { lastEventId } from '#lib/server/feed/frames.ts';
import { areasOfScreen } from '@lobby/config';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, locals, cookies }) => {
  const { hub, screenId } = locals;
  const screen = hub.site.screens.find((each) => each.id === screenId);
  if (screen === undefined) return refuse('screen-unknown');
  const areaIds = areasOfScreen(hub.site, screen).map(({ id }) => id);
  const joining = { areaIds, lastId: lastEventId(request.headers) };
  const credential = cookies.get(enrolmentCookies.screen);
  const stillKnown = async (): Promise<boolean> => (await hub.fleet.identify(credential)) !== undefined;
  return eventStream(feedsOf(hub).followBoard(screen, joining, stillKnown));
};

/** An event stream has no head to ask for. */
export const HEAD: RequestHandler = () => refuse('method-not-allowed');
