import { refuse } from '#lib/server/answer.ts';
import { eventStream } from '#lib/server/feed/event-stream.ts';
import { feedsOf } from '#lib/server/feed/feeds-of-hub.ts';
import { OpenStreams } from '#lib/server/open-streams.ts';
import { isPlainId } from '#lib/server/plain-id.ts';
import type { FeedEvent } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** To a phone goes the picture of its ticket alone: of the events that lead to it only a mark. */
const mark = new TextEncoder().encode(':\n\n');
const ofDesks = ['desk.changed', 'desk.login', 'desk.logout'];
/** All phones on a hospital's own network may come from one address. */
const streams = new OpenStreams({ anAddress: 300, inAll: 2_000 });

export const GET: RequestHandler = async ({ params, locals, getClientAddress }) => {
  const { ticketPages } = locals.hub;
  const { ticket } = params;
  const page = isPlainId(ticket) ? await ticketPages.page(ticket) : undefined;
  const stands = page === undefined ? undefined : await ticketPages.queueOf(ticket);
  if (stands === undefined) return refuse('no-such-ticket');
  const concerns = ({ type, queueId, areaId, body }: FeedEvent): boolean =>
    queueId === stands.queueId || body['ticketId'] === ticket || (areaId === stands.areaId && ofDesks.includes(type));
  const load = () => ticketPages.page(ticket);
  const stillWelcome = async (): Promise<boolean> => (await load()) !== undefined;
  const giveBack = streams.take(getClientAddress());
  if (giveBack === undefined) return refuse('too-many-streams');
  const following = { key: `ticket ${ticket}`, name: 'ticket', concerns, load, stillWelcome, onEnd: giveBack } as const;
  return eventStream(feedsOf(locals.hub).follow({ ...following, lastId: undefined, encode: () => mark, pace: 'calm' }));
};

/** An event stream has no head to ask for. */
export const HEAD: RequestHandler = () => refuse('method-not-allowed');
