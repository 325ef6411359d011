import { refuse } from '#lib/server/answer.ts';
import { areaOfDesk } from '#lib/server/desk-place.ts';
import { deskSpeaker } from '#lib/server/desk-speaker.ts';
import { eventStream } from '#lib/server/feed/event-stream.ts';
import { feedsOf } from '#lib/server/feed/feeds-of-hub.ts';
import { lastEventId } from '#lib/server/feed/frames.ts';
import type { RequestHandler } from './$types';

/** Views and events of a desk, as long as the credential is good. */
export const GET: RequestHandler = async ({ request, locals, params }) => {
  const { hub } = locals;
  const { deskId } = params;
  const workNo = await deskSpeaker(hub, request, deskId);
  const area = areaOfDesk(hub.site, deskId);
  if (workNo === undefined || area === undefined) return refuse('desk-credential-unknown');
  const stillGood = async (): Promise<boolean> => (await deskSpeaker(hub, request, deskId)) !== undefined;
  const joining = { areaId: area.id, lastId: lastEventId(request.headers) };
  return eventStream(feedsOf(hub).followDesk({ deskId, workNo }, joining, stillGood));
};

/** An event stream has no head to ask for. */
export const HEAD: RequestHandler = () => refuse('method-not-allowed');
