import { refuse } from '#lib/server/answer.ts';
import { guideAsker } from '#lib/server/guide-asker.ts';
import { phoneAddress } from '#lib/server/phone-address.ts';
import { readBody } from '#lib/server/request-body.ts';
import { wayAnswer } from '#lib/server/way-answer.ts';
import { askWay } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** The way from where somebody stands, in words and on the plan. */
export const POST: RequestHandler = async ({ request, locals, url, platform }) => {
  const asking = guideAsker(locals);
  if (!asking.ok) return refuse(asking.reason);
  const body = await readBody(request, askWay);
  if (!body.ok) return refuse(body.reason);
  return wayAnswer(
    await locals.hub.guide.way(asking.asker, body.value, phoneAddress(locals.hub.site, { url, platform })),
  );
};
