import { refuse } from '#lib/server/answer.ts';
import { staffCookie } from '#lib/server/devices.ts';
import { eventStream } from '#lib/server/feed/event-stream.ts';
import { feedsOf } from '#lib/server/feed/feeds-of-hub.ts';
import { lastEventId } from '#lib/server/feed/frames.ts';
import { helperIn, mayHelp } from '#lib/server/helper.ts';
import type { RequestHandler } from './$types';

/** The volunteers' board as this person sees it; ends with the login. */
export const GET: RequestHandler = ({ request, locals, cookies }) => {
  const { hub } = locals;
  const helper = helperIn(locals);
  if (!helper.ok) return refuse(helper.reason);
  const { person } = helper;
  const token = cookies.get(staffCookie);
  const stillWelcome = async (): Promise<boolean> => {
    const now = await hub.staff.who(token);
    return mayHelp(now) && now.staffId === person.staffId && now.role === person.role;
  };
  const stream = feedsOf(hub).follow({
    key: `help ${person.role} ${person.staffId}`,
    name: 'help',
    concerns: ({ type }) => type === 'assist.changed',
    load: () => hub.assist.board(person),
    lastId: lastEventId(request.headers),
    stillWelcome,
  });
  return eventStream(stream);
};

/** An event stream has no head to ask for. */
export const HEAD: RequestHandler = () => refuse('method-not-allowed');
