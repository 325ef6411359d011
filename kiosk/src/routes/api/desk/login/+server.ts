import { answer, refuse } from '#lib/server/answer.ts';
import { keepLogin, loginCookie } from '#lib/server/devices.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffLogin } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Whether somebody is logged in here, for a page that has lost its feed. */
export const GET: RequestHandler = async ({ locals, cookies }) => {
  if (locals.deskId === undefined) return refuse('desk-unknown');
  const workNo = await locals.hub.desks.loggedIn(locals.deskId, cookies.get(loginCookie));
  return workNo === undefined ? refuse('not-logged-in') : answer({ ok: true });
};

export const POST: RequestHandler = async ({ request, locals, cookies, url }) => {
  if (locals.deskId === undefined) return refuse('desk-not-enrolled');
  const body = await readBody(request, staffLogin);
  if (!body.ok) return refuse(body.reason);
  const reply = await locals.hub.desks.login(locals.deskId, body.value.workNo, body.value.password);
  if (!reply.ok) return answer({ ok: false, reason: reply.reason });
  if (reply.token !== undefined) keepLogin(cookies, url, reply.token);
  return answer({ ok: true });
};
