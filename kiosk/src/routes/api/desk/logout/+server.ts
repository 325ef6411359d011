import { answer, refuse } from '#lib/server/answer.ts';
import { forgetLogin, loginCookie } from '#lib/server/devices.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies, url }) => {
  if (locals.deskId === undefined) return refuse('desk-unknown');
  const token = cookies.get(loginCookie);
  if (token !== undefined) await locals.hub.desks.logout(locals.deskId, token);
  forgetLogin(cookies, url);
  return answer({ ok: true });
};
