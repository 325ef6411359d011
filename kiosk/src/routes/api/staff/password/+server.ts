import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { passwordChange } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** A password of one's own instead of a one-time or an old one; logging in with it is another request. */
export const POST: RequestHandler = async ({ request, locals, getClientAddress }) => {
  const body = await readBody(request, passwordChange);
  if (!body.ok) return refuse(body.reason);
  return answer(await locals.hub.accounts.changePassword(body.value, getClientAddress()));
};
