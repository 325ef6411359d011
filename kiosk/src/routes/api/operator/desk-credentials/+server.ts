import { answer, answerWrite, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { deskCredentialWish } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  return answer({ ok: true, credentials: await event.locals.hub.deskApi.list() });
};

/** A credential for somebody's own software at a desk; it is told in the answer and nowhere else. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, deskCredentialWish);
  if (!body.ok) return refuse(body.reason);
  return answerWrite(event.locals.hub.deskApi.issue(access.by, body.value));
};
