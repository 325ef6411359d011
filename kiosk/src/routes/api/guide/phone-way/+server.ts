import { refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { wayAnswer } from '#lib/server/way-answer.ts';
import { askPhoneWay } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** The way behind a QR code, for whoever holds it: only what this hub has signed is answered. */
export const POST: RequestHandler = async ({ request, locals, getClientAddress }) => {
  const body = await readBody(request, askPhoneWay);
  if (!body.ok) return refuse(body.reason);
  return wayAnswer(await locals.hub.guide.phoneWay(body.value, getClientAddress()));
};
