import { answer, refuse } from '#lib/server/answer.ts';
import { visitAccess } from '#lib/server/visit-access.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const access = visitAccess(event, event.params.id);
  if (!access.ok) return refuse(access.reason);
  return answer(await event.locals.hub.visits.agenda(access.value));
};
