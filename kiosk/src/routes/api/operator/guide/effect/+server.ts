import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { askEffect } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Whom a closure would cut off. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, askEffect);
  if (!body.ok) return refuse(body.reason);
  return answer({ ok: true, ...(await event.locals.hub.guide.effect(body.value.feature)) });
};
