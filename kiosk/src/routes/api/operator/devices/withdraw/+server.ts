import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { deviceOfSite } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Takes the credential of a device away; also of one that the site no longer has. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, deviceOfSite);
  if (!body.ok) return refuse(body.reason);
  await event.locals.hub.fleet.withdraw(body.value.kind, body.value.id);
  return answer({ ok: true });
};
