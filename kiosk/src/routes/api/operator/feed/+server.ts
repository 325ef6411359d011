import { refuse } from '#lib/server/answer.ts';
import { staffCookie } from '#lib/server/devices.ts';
import { eventStream } from '#lib/server/feed/event-stream.ts';
import { feedsOf } from '#lib/server/feed/feeds-of-hub.ts';
import { lastEventId } from '#lib/server/feed/frames.ts';
import { isOfFleet } from '#lib/server/feed/fleet-events.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import type { RequestHandler } from './$types';

/** What devices say without making an event of it is a few seconds old at most. Milliseconds. */
const redrawEvery = 10_000;

/** Every terminal, screen and desk as it is, as long as the operator is logged in. */
export const GET: RequestHandler = (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const { hub } = event.locals;
  const token = event.cookies.get(staffCookie);
  const stillWelcome = async (): Promise<boolean> =>
    access.by === 'token' || (await hub.staff.who(token))?.role === 'operator';
  const stream = feedsOf(hub).follow({
    key: 'fleet',
    name: 'fleet',
    concerns: isOfFleet,
    load: () => hub.fleet.view(),
    lastId: lastEventId(event.request.headers),
    stillWelcome,
    redrawEvery,
  });
  return eventStream(stream);
};

/** An event stream has no head to ask for. */
export const HEAD: RequestHandler = () => refuse('method-not-allowed');
