import { answer, refuse } from '#lib/server/answer.ts';
import { keepStaffLogin } from '#lib/server/devices.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAnswer } from '#lib/server/staff-answer.ts';
import { staffLogin } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Who is logged in here, away from a desk. */
export const GET: RequestHandler = async ({ locals }) =>
  locals.staff === undefined ? refuse('not-logged-in') : answer({ ok: true, person: locals.staff });

export const POST: RequestHandler = async ({ request, locals, cookies, url, getClientAddress }) => {
  const body = await readBody(request, staffLogin);
  if (!body.ok) return refuse(body.reason);
  const reply = await locals.hub.staff.login(body.value.workNo, body.value.password, getClientAddress());
  return staffAnswer(locals.hub, reply, (token) => keepStaffLogin(cookies, url, token));
};
