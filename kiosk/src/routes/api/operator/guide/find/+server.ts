import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { findInVenue } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Departments, units and what can be closed, by a part of their name. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, findInVenue);
  if (!body.ok) return refuse(body.reason);
  return answer({ ok: true, ...(await event.locals.hub.guide.find(body.value)) });
};
