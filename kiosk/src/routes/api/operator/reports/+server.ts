import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { reportsReady } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** The hospital information system says how many reports are ready. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, reportsReady);
  if (!body.ok) return refuse(body.reason);
  return answer({ ok: true, noted: await event.locals.hub.serviceTickets.reportsReady(body.value) });
};
