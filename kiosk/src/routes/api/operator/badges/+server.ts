import { answer, answerWrite, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { badgeWish } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  return answer({ ok: true, badges: await event.locals.hub.staff.badgesOfToday() });
};

/** A badge for today; its code is told in the answer and nowhere else. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, badgeWish);
  if (!body.ok) return refuse(body.reason);
  const issuing = event.locals.hub.staff.issueBadge({ ...body.value, by: access.by });
  return answerWrite(issuing.then((badge) => ({ ok: true, badge })));
};
