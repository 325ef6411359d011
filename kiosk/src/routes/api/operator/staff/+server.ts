import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { accountWish } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  return answer({ ok: true, accounts: await event.locals.hub.accounts.list() });
};

/** One thing with one account; a one-time password is told in the answer and nowhere else. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, accountWish);
  if (!body.ok) return refuse(body.reason);
  return answer(await event.locals.hub.accounts.act(access.by, body.value));
};
