import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { withdrawDeskCredential } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** From now on whoever shows it is nobody. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, withdrawDeskCredential);
  if (!body.ok) return refuse(body.reason);
  const withdrawn = await event.locals.hub.deskApi.withdraw(body.value.id);
  return withdrawn ? answer({ ok: true }) : refuse('not-found');
};
