import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { mirrorCredentialWithdrawal } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** A credential that is withdrawn, or was never there, is good for nothing either way. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, mirrorCredentialWithdrawal);
  if (!body.ok) return refuse(body.reason);
  await event.locals.hub.mirror.withdrawCredential(body.value.id);
  return answer({ ok: true });
};
