import { answer } from '#lib/server/answer.ts';
import { forgetStaffLogin, staffCookie } from '#lib/server/devices.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies, url }) => {
  const token = cookies.get(staffCookie);
  if (token !== undefined) await locals.hub.staff.logout(token);
  forgetStaffLogin(cookies, url);
  return answer({ ok: true });
};
