import { refuse } from '#lib/server/answer.ts';
import { keepStaffLogin } from '#lib/server/devices.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAnswer } from '#lib/server/staff-answer.ts';
import { staffBadge } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals, cookies, url, getClientAddress }) => {
  const body = await readBody(request, staffBadge);
  if (!body.ok) return refuse(body.reason);
  const reply = await locals.hub.staff.loginByBadge(body.value.badge, getClientAddress());
  return staffAnswer(locals.hub, reply, (token) => keepStaffLogin(cookies, url, token));
};
