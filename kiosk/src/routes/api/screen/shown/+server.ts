import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { callShown } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
  if (locals.screenId === undefined) return refuse('screen-unknown');
  const body = await readBody(request, callShown);
  if (!body.ok) return refuse(body.reason);
  await locals.hub.boards.shown(locals.screenId, body.value.callId);
  return answer({ ok: true });
};
