import { LOBBY_DATA } from '$app/env/private';
import { answer, refuse } from '#lib/server/answer.ts';
import { isOperator } from '#lib/server/operator-token.ts';
import { readBody } from '#lib/server/request-body.ts';
import { bearerOf } from '#lib/server/same-origin.ts';
import { finishLoad } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Takes the hospital's own data, all pieces of which have come. */
export const POST: RequestHandler = async ({ request, locals }) => {
  if (!isOperator(LOBBY_DATA, bearerOf(request.headers))) return refuse('operator-unknown');
  const body = await readBody(request, finishLoad);
  if (!body.ok) return refuse(body.reason);
  return answer(await locals.hub.loads.finish(body.value));
};
