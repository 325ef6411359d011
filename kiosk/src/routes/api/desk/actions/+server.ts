import { answerWrite, refuse } from '#lib/server/answer.ts';
import { loginCookie } from '#lib/server/devices.ts';
import { readBody } from '#lib/server/request-body.ts';
import { deskAction } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals, cookies }) => {
  if (locals.deskId === undefined) return refuse('desk-unknown');
  const body = await readBody(request, deskAction);
  if (!body.ok) return refuse(body.reason);
  return answerWrite(locals.hub.desks.act(locals.deskId, cookies.get(loginCookie), body.value));
};
