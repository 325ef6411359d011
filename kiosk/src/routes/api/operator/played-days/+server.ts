import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { playDayWish } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Plays a day under two policies; nothing is changed by it. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, playDayWish);
  if (!body.ok) return refuse(body.reason);
  return answer(await event.locals.hub.simulations.play(body.value));
};
