import { answer, refuse } from '#lib/server/answer.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import type { RequestHandler } from './$types';

/** The published map, its report, what can be closed, and what was changed by hand. */
export const GET: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  return answer({ ok: true, guide: await event.locals.hub.guide.view() });
};
