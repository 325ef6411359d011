import { refuse } from '#lib/server/answer.ts';
import { enrolmentCookies, loginCookie } from '#lib/server/devices.ts';
import { eventStream } from '#lib/server/feed/event-stream.ts';
import { feedsOf } from '#lib/server/feed/feeds-of-hub.ts';
import { lastEventId } from '#lib/server/feed/frames.ts';
import { areaOfDesk } from '#lib/server/desk-place.ts';
import type { RequestHandler } from './$types';

/** The list of a desk names people, so it is only for somebody who has logged in there, and ends with the login. */
export const GET: RequestHandler = async ({ request, locals, cookies }) => {
  const { hub, deskId } = locals;
  const area = deskId === undefined ? undefined : areaOfDesk(hub.site, deskId);
  if (deskId === undefined || area === undefined) return refuse('desk-unknown');
  const token = cookies.get(loginCookie);
  const credential = cookies.get(enrolmentCookies.desk);
  const stillLoggedIn = async (): Promise<boolean> =>
    (await hub.desks.loggedIn(deskId, token)) !== undefined && (await hub.fleet.identify(credential)) !== undefined;
  const workNo = await hub.desks.loggedIn(deskId, token);
  if (workNo === undefined || !(await stillLoggedIn())) return refuse('not-logged-in');
  const joining = { areaId: area.id, lastId: lastEventId(request.headers) };
  return eventStream(feedsOf(hub).followDesk({ deskId, workNo }, joining, stillLoggedIn));
};

/** An event stream has no head to ask for. */
export const HEAD: RequestHandler = () => refuse('method-not-allowed');
