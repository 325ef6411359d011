import { answer, answerWrite, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { switchArea } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Who keeps the queue of each area, and who waits there. */
export const GET: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  return answer({ ok: true, areas: await event.locals.hub.mirror.areas() });
};

/** Hands the queue of an area over to another system, or takes it back. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, switchArea);
  if (!body.ok) return refuse(body.reason);
  return answerWrite(event.locals.hub.mirror.switchArea(access.by, body.value));
};
