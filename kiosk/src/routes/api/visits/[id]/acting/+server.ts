import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { visitAccess } from '#lib/server/visit-access.ts';
import { actForBearer } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const access = visitAccess(event, event.params.id);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, actForBearer);
  if (!body.ok) return refuse(body.reason);
  return answer(await event.locals.hub.visits.actForBearer(access.value));
};
