import { answerWrite, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { changeGuide } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Closes, opens again, moves, takes back. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, changeGuide);
  if (!body.ok) return refuse(body.reason);
  return answerWrite(event.locals.hub.guide.change(access.by, body.value));
};
